import { type Counting, listNumber } from '../markup/list-number.ts';
import { type XmlElement, childOf, descendantsOf, elementsOf } from '../markup/xml-tree.ts';

interface ListLevel {
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  /** Levels that are printed, this one included. */
  readonly shown: number;
}

/** What styles say of whether and how text shows. */
export interface OdfStyles {
  isHidden(style: string | undefined): boolean;
  /** The list style that a paragraph style brings along. */
  listOf(style: string | undefined): string | null;
  /** The number of an item at the end of its levels' counts; empty for bullets. */
  number(list: string, counts: readonly number[]): string;
  start(list: string, level: number): number;
}

const FORMATS: Readonly<Record<string, Counting>> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
  '': 'none',
};
/** Longer chains of styles than this are circles. */
const MAX_CHAIN = 50;

/** Styles of a document's parts (OpenDocument 1.3 part 3, 16 and 17.19). */
export function odfStyles(parts: readonly (XmlElement | undefined)[]): OdfStyles {
  const styles = new Map<string, XmlElement>();
  const lists = new Map<string, ReadonlyMap<number, ListLevel>>();
  for (const part of parts) {
    if (part === undefined) continue;
    for (const style of descendantsOf(part, 'style')) {
      styles.set(style.attributes['name'] ?? '', style);
    }
    for (const list of descendantsOf(part, 'list-style')) {
      lists.set(list.attributes['name'] ?? '', levelsOf(list));
    }
  }
  const chainOf = (name: string | undefined): XmlElement[] => {
    const chain: XmlElement[] = [];
    let at = styles.get(name ?? '\0');
    while (at !== undefined && chain.length < MAX_CHAIN) {
      chain.push(at);
      at = styles.get(at.attributes['parent-style-name'] ?? '\0');
    }
    return chain;
  };
  return {
    isHidden: (name) => chainOf(name).some(hides),
    listOf: (name) =>
      chainOf(name).find(({ attributes }) => attributes['list-style-name'] !== undefined)
        ?.attributes['list-style-name'] ?? null,
    number: (list, counts) => numberOf(lists.get(list), counts),
    start: (list, level) => lists.get(list)?.get(level)?.start ?? 1,
  };
}

/** `text:display="none"` of text, `table:display="false"` of a sheet. */
function hides(style: XmlElement): boolean {
  return elementsOf(style).some(
    ({ name, attributes }) =>
      (name === 'text-properties' && attributes['display'] === 'none') ||
      (name === 'table-properties' && attributes['display'] === 'false'),
  );
}

function levelsOf(list: XmlElement): ReadonlyMap<number, ListLevel> {
  return new Map(
    elementsOf(list).map(({ name, attributes }) => [
      Number(attributes['level'] ?? 1),
      {
        format: name === 'list-level-style-number' ? (attributes['num-format'] ?? '') : '',
        prefix: attributes['num-prefix'] ?? '',
        suffix: attributes['num-suffix'] ?? '',
        start: Number(attributes['start-value'] ?? 1),
        shown: Number(attributes['display-levels'] ?? 1),
      },
    ]),
  );
}

function numberOf(
  levels: ReadonlyMap<number, ListLevel> | undefined,
  counts: readonly number[],
): string {
  const own = levels?.get(counts.length);
  if (levels === undefined || own === undefined || own.format === '') return '';
  const printed = counts
    .map((count, at) => ({ count, format: levels.get(at + 1)?.format ?? '', level: at + 1 }))
    .filter(({ level, format }) => level > counts.length - own.shown && format !== '')
    .map(({ count, format }) => listNumber(count, FORMATS[format] ?? 'decimal'));
  return `${own.prefix}${printed.join('.')}${own.suffix}`;
}

/** Headers or footers of the pages that a document uses. */
export function odfMargins(styles: XmlElement | undefined, name: string): XmlElement[] {
  const masters = elementsOf(childOf(styles, 'master-styles'), 'master-page');
  return masters.flatMap((master) =>
    elementsOf(master, name).filter(({ attributes }) => attributes['display'] !== 'false'),
  );
}
