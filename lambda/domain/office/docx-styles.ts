import { type XmlElement, childOf, elementsOf, isOn } from '../markup/xml-tree.ts';

export interface NumberReference {
  readonly numId: string;
  /** Null where the level is that of the list which names the style. */
  readonly level: number | null;
}

/** What a style says that decides whether and how its text shows; null where it says nothing. */
export interface DocxStyle {
  readonly hidden: boolean | null;
  readonly outlineLevel: number | null;
  readonly number: NumberReference | null;
}
export type DocxStyles = ReadonlyMap<string, DocxStyle>;

/** Longer chains of styles than this are circles. */
const MAX_CHAIN = 50;
const NOTHING: DocxStyle = { hidden: null, outlineLevel: null, number: null };
/** Id under which the paragraph style stands that applies where none is named. */
export const DEFAULT_STYLE = '';

/** Styles by id, with what they inherit (`w:basedOn`). */
export function docxStyles(part: XmlElement | undefined): DocxStyles {
  const elements = new Map<string, XmlElement>();
  for (const style of elementsOf(part, 'style')) {
    elements.set(style.attributes['styleId'] ?? '', style);
    const { type, default: standard } = style.attributes;
    if (type === 'paragraph' && (standard === '1' || standard === 'true')) {
      elements.set(DEFAULT_STYLE, style);
    }
  }
  return new Map([...elements].map(([id, style]) => [id, resolve(style, elements)]));
}

/** `w:numPr` of a paragraph or style. */
export function numberReference(properties: XmlElement | null): NumberReference | null {
  const number = childOf(properties, 'numPr');
  if (number === null) return null;
  const level = childOf(number, 'ilvl')?.attributes['val'];
  const numId = childOf(number, 'numId')?.attributes['val'];
  if (numId === undefined) return null;
  return { numId, level: level === undefined ? null : Number(level) };
}

/** `w:vanish` of run properties; null where they do not mention it. */
export function hiddenBy(properties: XmlElement | null): boolean | null {
  const vanish = childOf(properties, 'vanish');
  return vanish === null ? null : isOn(vanish);
}

function resolve(style: XmlElement, elements: ReadonlyMap<string, XmlElement>): DocxStyle {
  let resolved = NOTHING;
  let at: XmlElement | undefined = style;
  for (let steps = 0; at !== undefined && steps < MAX_CHAIN; steps += 1) {
    const paragraph = childOf(at, 'pPr');
    const outline: string | undefined = childOf(paragraph, 'outlineLvl')?.attributes['val'];
    resolved = {
      hidden: resolved.hidden ?? hiddenBy(childOf(at, 'rPr')),
      outlineLevel: resolved.outlineLevel ?? (outline === undefined ? null : Number(outline)),
      number: resolved.number ?? numberReference(paragraph),
    };
    at = elements.get(childOf(at, 'basedOn')?.attributes['val'] ?? '\0');
  }
  return resolved;
}
