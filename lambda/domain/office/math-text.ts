import { type XmlElement, childOf, elementsOf } from '../markup/xml-tree.ts';

/** Formula in one line (OMML, ECMA-376 part 1, 22.1): fractions by `/`, scripts by `^` and `_`. */
export function mathText(element: XmlElement): string {
  switch (element.name) {
    case 't':
      return element.children.filter((child) => typeof child === 'string').join('');
    case 'f':
      return `${grouped(part(element, 'num'))}/${grouped(part(element, 'den'))}`;
    case 'sSup':
      return `${part(element, 'e')}^${grouped(part(element, 'sup'))}`;
    case 'sSub':
      return `${part(element, 'e')}_${grouped(part(element, 'sub'))}`;
    case 'sSubSup':
      return `${part(element, 'e')}_${grouped(part(element, 'sub'))}^${grouped(part(element, 'sup'))}`;
    case 'rad':
      return `${part(element, 'deg')}√${grouped(part(element, 'e'))}`;
    case 'nary':
      return naryText(element);
    case 'd':
      return delimited(element);
    case 'm':
      return elementsOf(element, 'mr')
        .map((row) => elementsOf(row, 'e').map(inner).join(' '))
        .join('; ');
    default:
      return element.name.endsWith('Pr') ? '' : inner(element);
  }
}

function inner(element: XmlElement): string {
  return elementsOf(element).map(mathText).join('');
}

function part(element: XmlElement, name: string): string {
  const found = childOf(element, name);
  return found ? inner(found) : '';
}

function grouped(text: string): string {
  return text.length > 1 && /[^\p{L}\p{N}.,]/u.test(text) ? `(${text})` : text;
}

function naryText(element: XmlElement): string {
  const sign = childOf(element, 'naryPr', 'chr')?.attributes['val'] ?? '∫';
  const from = part(element, 'sub');
  const to = part(element, 'sup');
  const limits = `${from === '' ? '' : `_${grouped(from)}`}${to === '' ? '' : `^${grouped(to)}`}`;
  return `${sign}${limits} ${part(element, 'e')}`;
}

function delimited(element: XmlElement): string {
  const begin = childOf(element, 'dPr', 'begChr')?.attributes['val'] ?? '(';
  const end = childOf(element, 'dPr', 'endChr')?.attributes['val'] ?? ')';
  return `${begin}${elementsOf(element, 'e').map(inner).join('|')}${end}`;
}
