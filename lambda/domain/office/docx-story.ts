import { type SourceBlock, cellText, headerRows, textOfBlocks } from '../layout/source-blocks.ts';
import { type XmlElement, childOf, elementsOf, isOn } from '../markup/xml-tree.ts';
import { graphicBlocks } from './chart-blocks.ts';
import type { DocxNumbering } from './docx-numbering.ts';
import { type RunContext, inlineText, isPlaceholder } from './docx-runs.ts';
import { DEFAULT_STYLE, hiddenBy, numberReference } from './docx-styles.ts';

/** What the blocks of one part need. */
export interface StoryContext extends RunContext {
  readonly numbering: DocxNumbering;
  /** Blocks of other files that the part imports (`w:altChunk`), by relation id. */
  chunk(relation: string): readonly SourceBlock[];
  /** The part of a chart or diagram, by relation id. */
  graphic(relation: string): XmlElement | undefined;
  /** Text of a paragraph whose end was deleted: the next one goes on. */
  carried: string;
}

/** A cell of so many paragraphs beside another such is a column of text, no cell of a row. */
const COLUMN_PARAGRAPHS = 3;

/** Paragraphs and tables of a part as they are printed. */
export function storyBlocks(container: XmlElement, context: StoryContext): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  for (const child of elementsOf(container)) {
    switch (child.name) {
      case 'p':
        blocks.push(...paragraphBlocks(child, context));
        break;
      case 'tbl':
        blocks.push(...tableBlocks(child, context));
        break;
      case 'altChunk':
        blocks.push(...context.chunk(child.attributes['r:id'] ?? ''));
        break;
      case 'AlternateContent':
        blocks.push(...alternativeBlocks(child, context));
        break;
      case 'sdt':
        if (!isPlaceholder(child)) blocks.push(...storyBlocks(child, context));
        break;
      case 'sdtContent':
      case 'customXml':
      case 'ins':
      case 'moveTo':
        blocks.push(...storyBlocks(child, context));
        break;
      default:
        break; // Properties, deleted content, marks of ranges.
    }
  }
  return blocks;
}

function alternativeBlocks(element: XmlElement, context: StoryContext): SourceBlock[] {
  for (const choice of elementsOf(element)) {
    const blocks = storyBlocks(choice, context);
    if (blocks.length > 0) return blocks;
  }
  return [];
}

function paragraphBlocks(paragraph: XmlElement, context: StoryContext): SourceBlock[] {
  const properties = childOf(paragraph, 'pPr');
  const mark = childOf(properties, 'rPr');
  const styleId = childOf(properties, 'pStyle')?.attributes['val'] ?? DEFAULT_STYLE;
  const style = context.styles.get(styleId);
  const printed = inlineText(paragraph, context, style?.hidden ?? false);
  const text = context.carried + printed;
  const ends = childOf(mark, 'del') === null && childOf(mark, 'moveFrom') === null;
  context.carried = '';
  const floats = floatingBlocks(context);
  if (!ends || hiddenBy(mark) === true) {
    context.carried = text;
    return floats;
  }
  const reference = numberReference(properties) ?? style?.number ?? null;
  const isListed = reference !== null && reference.numId !== '0';
  const number = isListed ? context.numbering.next(reference, styleId) : '';
  const line = number === '' ? text : `${number} ${text.trimStart()}`;
  const kind = isHeading(properties, styleId, style?.outlineLevel ?? null)
    ? 'heading'
    : isListed
      ? 'list-item'
      : 'paragraph';
  return line.trim() === '' ? floats : [{ kind, text: line.trim() }, ...floats];
}

/** Boxes and graphics are anchored to a paragraph: they come after it. */
function floatingBlocks(context: StoryContext): SourceBlock[] {
  const boxes = context.boxes.splice(0);
  const graphics = context.graphics.splice(0);
  return [
    ...boxes.flatMap((box) => storyBlocks(box, { ...context, carried: '', fields: [] })),
    ...graphics.flatMap((relation) => graphicBlocks(context.graphic(relation))),
  ];
}

function isHeading(
  properties: XmlElement | null,
  styleId: string,
  byStyle: number | null,
): boolean {
  const own = childOf(properties, 'outlineLvl')?.attributes['val'];
  const level = own === undefined ? byStyle : Number(own);
  return (level !== null && level < 9) || /^(?:heading ?\d|title)$/i.test(styleId);
}

function tableBlocks(table: XmlElement, context: StoryContext): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  let rows: string[][] = [];
  let declared = 0;
  const flush = (): void => {
    if (rows.length > 0)
      blocks.push({ kind: 'table', rows, headerRows: headerRows(rows, declared) });
    rows = [];
    declared = 0;
  };
  for (const row of partsOf(table, 'tr')) {
    const properties = childOf(row, 'trPr');
    if (childOf(properties, 'del') !== null || isOn(childOf(properties, 'hidden'))) continue;
    const cells = partsOf(row, 'tc').filter((cell) => childOf(cell, 'tcPr', 'cellDel') === null);
    const read = cells.map((cell) => ({ cell, blocks: storyBlocks(cell, context) }));
    if (isLayout(table, read)) {
      flush();
      blocks.push(...read.flatMap((one) => one.blocks));
    } else {
      if (isOn(childOf(properties, 'tblHeader')) && declared === rows.length) declared += 1;
      rows.push(rowCells(properties, read));
    }
  }
  flush();
  return blocks;
}

interface ReadCell {
  readonly cell: XmlElement;
  readonly blocks: readonly SourceBlock[];
}

/** Tables that only place things: one column, tables within, or columns of running text. */
function isLayout(table: XmlElement, cells: readonly ReadCell[]): boolean {
  const columns = elementsOf(childOf(table, 'tblGrid'), 'gridCol').length;
  if (cells.length === 1 && columns <= 1) return true;
  if (cells.some(({ blocks }) => blocks.some(isWholeTable))) return true;
  return cells.filter(({ blocks }) => blocks.length >= COLUMN_PARAGRAPHS).length >= 2;
}

function isWholeTable(block: SourceBlock): boolean {
  return block.kind === 'table' && block.rows.length > 1;
}

/** Merged cells stand in their first column and row; the others stay empty. */
function rowCells(properties: XmlElement | null, cells: readonly ReadCell[]): string[] {
  const row = Array.from({ length: numberOf(properties, 'gridBefore') }, () => '');
  for (const { cell, blocks } of cells) {
    const own = childOf(cell, 'tcPr');
    const goesOn = ['vMerge', 'hMerge'].some((name) => {
      const merge = childOf(own, name);
      return merge !== null && merge.attributes['val'] !== 'restart';
    });
    row.push(goesOn ? '' : cellText(textOfBlocks(blocks)));
    for (let span = numberOf(own, 'gridSpan'); span > 1; span -= 1) row.push('');
  }
  return row;
}

function numberOf(properties: XmlElement | null, name: string): number {
  const value = Number(childOf(properties, name)?.attributes['val'] ?? 0);
  return value >= 0 && value <= 1_000 ? value : 0;
}

/** Rows or cells, also those that stand in content controls or are inserted. */
function partsOf(parent: XmlElement, name: 'tr' | 'tc'): XmlElement[] {
  return elementsOf(parent).flatMap((child) => {
    if (child.name === name) return [child];
    if (['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo'].includes(child.name)) {
      return partsOf(child, name);
    }
    return [];
  });
}
