import { type XmlElement, elementsOf } from '../markup/xml-tree.ts';

/** More repetitions than this are the empty rest of a sheet. */
const MAX_REPEATED = 1_000;

export function rowsOf(table: XmlElement): XmlElement[] {
  return elementsOf(table).flatMap((child) => {
    if (child.name === 'table-row') return [child];
    if (child.name === 'table-row-group' && child.attributes['display'] === 'false') return [];
    return /^table-(?:header-rows|rows|row-group)$/.test(child.name) ? rowsOf(child) : [];
  });
}

export function columnsOf(table: XmlElement): XmlElement[] {
  return elementsOf(table).flatMap((child) => {
    if (child.name === 'table-column') return [child];
    return /^table-(?:header-columns|columns|column-group)$/.test(child.name)
      ? columnsOf(child)
      : [];
  });
}

export function repeated({ attributes }: XmlElement, name: string): number {
  const count = Number(attributes[name] ?? 1);
  return count >= 1 ? Math.min(count, MAX_REPEATED) : 1;
}

export function isCollapsed({ attributes }: XmlElement): boolean {
  return attributes['visibility'] === 'collapse' || attributes['visibility'] === 'filter';
}
