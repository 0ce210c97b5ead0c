import type { IngestionLimits } from '../../../config/schema.ts';
import { type Refused, isRefused, refuse } from '../document/refusal.ts';
import { type SourceBlock, cellText } from '../layout/source-blocks.ts';
import {
  type XmlElement,
  childOf,
  descendantsOf,
  elementsOf,
  isOn,
  textContent,
} from '../markup/xml-tree.ts';
import { graphicBlocks, paragraphsOf } from './chart-blocks.ts';
import {
  type OfficePackage,
  mainPart,
  openPackage,
  relatedParts,
  relationsOf,
} from './office-package.ts';
import { type Grid, gridBlocks } from './sheet-grid.ts';

const PARTS = {
  what: 'an XLSX',
  xml: /^_rels\/\.rels$|^xl\/(?:[^/]+\.xml|_rels\/[^/]+\.rels|(?:worksheets|drawings|charts)\/(?:_rels\/)?[^/]+\.(?:xml|rels))$/i,
};
/** Number formats of Excel that dates have where their writer left the form to the reader. */
const LOCAL_DATES: ReadonlySet<string> = new Set(['14', '22']);

/** How numbers are printed: by `number-format.ts`, loaded where a workbook comes. */
type Format = (pattern: string, value: number | string) => string;
interface Workbook {
  readonly parts: OfficePackage;
  readonly strings: readonly string[];
  /** By the index that cells name. */
  readonly formats: readonly string[];
  readonly from1904: boolean;
  readonly format: Format;
}

/**
 * The sheets of a workbook that are not hidden, each with the rows and columns that are not, as
 * their number formats print them; text boxes, charts, notes and printed headers with them
 * (ECMA-376 part 1, 18).
 */
export async function xlsxSheets(
  bytes: Uint8Array,
  limits: IngestionLimits,
): Promise<readonly (readonly SourceBlock[])[] | Refused> {
  const parts = openPackage(bytes, limits, PARTS);
  if (isRefused(parts)) return parts;
  const main = mainPart(parts) ?? 'xl/workbook.xml';
  const root = parts.xml.get(main);
  if (root === undefined) return withoutWorkbook();
  const { printed, patternOf } = await import('./number-format.ts');
  const part = (type: string): XmlElement | undefined =>
    parts.xml.get(relatedParts(parts, main, type)[0] ?? '');
  const workbook: Workbook = {
    parts,
    strings: elementsOf(part('sharedStrings'), 'si').map(stringText),
    formats: formatsOf(part('styles'), (id) => patternOf(id) ?? 'General'),
    from1904: /^(?:1|true)$/.test(childOf(root, 'workbookPr')?.attributes['date1904'] ?? ''),
    format: printed,
  };
  const relations = relationsOf(parts, main);
  const shown = elementsOf(childOf(root, 'sheets'), 'sheet').filter(
    ({ attributes }) => (attributes['state'] ?? 'visible') === 'visible',
  );
  return shown.map((sheet) =>
    sheetBlocks(
      workbook,
      sheet.attributes['name'] ?? '',
      relations.get(sheet.attributes['r:id'] ?? '')?.target ?? '',
    ),
  );
}

function sheetBlocks(workbook: Workbook, name: string, target: string): SourceBlock[] {
  const { parts } = workbook;
  const sheet = parts.xml.get(target);
  if (sheet === undefined) return [];
  const drawings = relatedParts(parts, target, 'drawing').flatMap((drawing) => {
    const root = parts.xml.get(drawing);
    const boxes = root ? descendantsOf(root, 'txBody').flatMap(paragraphsOf) : [];
    const charts = relatedParts(parts, drawing, 'chart');
    return [...boxes, ...charts.flatMap((chart) => graphicBlocks(parts.xml.get(chart)))];
  });
  const notes = relatedParts(parts, target, 'comments').flatMap((one) =>
    noteBlocks(parts.xml.get(one)),
  );
  const margins = childOf(sheet, 'headerFooter');
  return [
    ...marginBlocks(margins, 'page-header', ['firstHeader', 'oddHeader']),
    { kind: 'heading', text: name },
    ...gridBlocks(gridOf(workbook, sheet)),
    ...drawings,
    ...notes,
    ...marginBlocks(margins, 'page-footer', ['firstFooter', 'oddFooter']),
  ];
}

function gridOf(workbook: Workbook, sheet: XmlElement): Grid {
  const hidden = elementsOf(childOf(sheet, 'cols'), 'col')
    .filter(({ attributes }) => isTrue(attributes['hidden']))
    .map(({ attributes }) => [Number(attributes['min']), Number(attributes['max'])] as const);
  const rows: Grid[number][] = [];
  let number = 0;
  for (const row of elementsOf(childOf(sheet, 'sheetData'), 'row')) {
    number = Number(row.attributes['r'] ?? number + 1);
    if (isTrue(row.attributes['hidden'])) continue;
    const cells = new Map<number, string>();
    let column = 0;
    for (const cell of elementsOf(row, 'c')) {
      column = columnOf(cell.attributes['r']) ?? column + 1;
      if (hidden.some(([min, max]) => column >= min && column <= max)) continue;
      const text = cellText(valueText(workbook, cell));
      if (text !== '') cells.set(column, text);
    }
    rows.push({ number, cells });
  }
  return rows;
}

function valueText(workbook: Workbook, cell: XmlElement): string {
  const value = textContent(childOf(cell, 'v'));
  const type = cell.attributes['t'] ?? 'n';
  if (type === 'inlineStr') return stringText(childOf(cell, 'is'));
  if (value === '') return '';
  if (type === 's') return workbook.strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'd') return value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '').replace('T', ' ');
  const pattern = workbook.formats[Number(cell.attributes['s'] ?? 0)] ?? 'General';
  if (type !== 'n') return value;
  return numberText(workbook, Number(value), pattern) ?? value;
}

function numberText({ format, from1904 }: Workbook, value: number, pattern: string): string | null {
  if (!Number.isFinite(value)) return null;
  // Dates of workbooks that count from 1904 lie 1,462 days later (ECMA-376 part 1, 18.17.4.1).
  const isDate = /[dmyhs]/i.test(
    pattern.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, '').replace('General', ''),
  );
  try {
    return format(pattern, isDate && from1904 ? value + 1_462 : value);
  } catch {
    return null; // A format that is none: the number as it is stored.
  }
}

/** Rich text is its runs; readings of Japanese words are not printed. */
function stringText(string: XmlElement | null): string {
  return elementsOf(string)
    .map((part) => {
      if (part.name === 't') return textContent(part);
      return part.name === 'r' ? textContent(childOf(part, 't')) : '';
    })
    .join('');
}

function formatsOf(styles: XmlElement | undefined, builtIn: (id: number) => string): string[] {
  const own = new Map(
    elementsOf(childOf(styles, 'numFmts'), 'numFmt').map(({ attributes }) => [
      attributes['numFmtId'] ?? '',
      attributes['formatCode'] ?? 'General',
    ]),
  );
  return elementsOf(childOf(styles, 'cellXfs'), 'xf').map(({ attributes }) => {
    const id = attributes['numFmtId'] ?? '0';
    const custom = own.get(id);
    if (custom !== undefined) return custom;
    // Month and day change places from country to country; this order does not.
    if (LOCAL_DATES.has(id)) return id === '22' ? 'yyyy-mm-dd hh:mm' : 'yyyy-mm-dd';
    return builtIn(Number(id));
  });
}

function noteBlocks(part: XmlElement | undefined): SourceBlock[] {
  const authors = elementsOf(childOf(part, 'authors'), 'author').map(textContent);
  return elementsOf(childOf(part, 'commentList'), 'comment').map(({ attributes, children }) => {
    const text = children
      .map((child) => (typeof child === 'string' ? '' : stringText(child)))
      .join('');
    const author = authors[Number(attributes['authorId'])] ?? '';
    const prefix = author === '' || text.startsWith(author) ? '' : `${author}: `;
    return {
      kind: 'annotation',
      text: `${attributes['ref'] ?? ''} ${prefix}${cellText(text)}`.trim(),
    };
  });
}

/** Printed headers: `&L`, `&C`, `&R` begin their parts, other codes are page numbers and fonts. */
function marginBlocks(
  margins: XmlElement | null,
  kind: 'page-header' | 'page-footer',
  names: readonly string[],
): SourceBlock[] {
  const isFirst = isOn(
    margins && { ...margins, attributes: { val: margins.attributes['differentFirst'] ?? '0' } },
  );
  return names
    .filter((name) => isFirst || !name.startsWith('first'))
    .map((name) =>
      textContent(childOf(margins, name))
        .replaceAll('&&', '\0')
        .replaceAll(/&[LCR]/g, '\t')
        .replaceAll(/&(?:"[^"]*"|K[\dA-F+-]{6}|\d+|[A-Z])/gi, '')
        .replaceAll('\0', '&')
        .trim(),
    )
    .filter((text) => text !== '')
    .map((text) => ({ kind, text }));
}

/** `BC12` → 55; null where there is no reference. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d/.exec(reference ?? '')?.[1];
  if (letters === undefined) return null;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

function withoutWorkbook(): Refused {
  return refuse('corrupt', 'an XLSX must hold a workbook, got none; send the original again');
}
