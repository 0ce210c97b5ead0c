import type { LayoutBlock, LayoutLine, PageContent } from './document-layout.ts';
import { nextProseBand } from './prose-columns.ts';
import { type TableShape, isAligned, tablesOf } from './page-tables.ts';
import { type Rectangle, type Row, type TextRun, around } from './text-run.ts';
import { rowsOf } from './text-rows.ts';

/** A gap of two sizes parts cells, also where the rows above and below have none there. */
const TAB_GAP = 2;
/** Leading from which a new paragraph starts; set text has 1.0 to 1.5. */
const PARAGRAPH = 1.75;
/** A heading is set this much larger than most of the page. */
const HEADING_SIZE = 1.15;
const MAX_HEADING_CHARACTERS = 120;
/** Columns within columns within columns: newspapers have no more. */
const MAX_DEPTH = 4;

/** A row as a line of the page's text; offsets into the text where it has a range. */
export interface PlacedRow extends Row {
  /** Rows that stand in one column of prose, or in none, belong together. */
  readonly column: number;
}

export type LaidOut = Pick<PageContent, 'text' | 'lines' | 'blocks' | 'tables'>;

/**
 * The text of a page in the order of reading, by position alone: rows from top to bottom with tabs
 * between the cells, prose in columns column by column, paragraphs set apart by a blank line.
 * @param toBox from the runs' unit to shares of the upright page
 */
export function layOutPage(
  runs: readonly TextRun[],
  toBox: (rectangle: Rectangle) => LayoutLine['box'],
): LaidOut {
  const visible = runs.filter((run) => run.text.trim() !== '' && run.size > 0);
  const columns = { last: 0 };
  const rows = inReadingOrder(rowsOf(visible), columns, 0);
  return write(rows, toBox);
}

function inReadingOrder(
  rows: readonly Row[],
  columns: { last: number },
  depth: number,
): PlacedRow[] {
  const placed: PlacedRow[] = [];
  let at = 0;
  while (at < rows.length) {
    const band = depth < MAX_DEPTH ? nextProseBand(rows, at) : null;
    columns.last += 1;
    const column = columns.last;
    placed.push(...rows.slice(at, band?.start ?? rows.length).map((row) => ({ ...row, column })));
    if (!band) break;
    const inBand = rows.slice(band.start, band.end);
    for (const isLeft of [true, false]) {
      const side = inBand.flatMap((row) => sideOf(row, band.at, isLeft));
      placed.push(...inReadingOrder(side, columns, depth + 1));
    }
    at = band.end;
  }
  return placed;
}

function sideOf(row: Row, at: number, isLeft: boolean): Row[] {
  const segments = row.segments.filter(({ box }) => (box[0] + box[2]) / 2 < at === isLeft);
  if (segments.length === 0) return [];
  return [{ ...row, segments, box: around(segments.map(({ box }) => box)) }];
}

/** A line of text with its cells, before hyphens are joined. */
interface Line {
  readonly row: PlacedRow;
  readonly cells: string[];
}

function write(rows: readonly PlacedRow[], toBox: (box: Rectangle) => LayoutLine['box']): LaidOut {
  const written = rows.map((row, at) => ({ row, cells: cellsOf(row, rows[at - 1], rows[at + 1]) }));
  joinHyphens(written);
  let text = '';
  const lines: LayoutLine[] = [];
  const starts: boolean[] = [];
  const cellRanges: [number, number][][] = [];
  for (const [at, { row, cells }] of written.entries()) {
    const breaks = gapBefore(written[at - 1]?.row, row);
    text += breaks;
    starts.push(breaks !== '\n');
    const start = text.length;
    const ranges: [number, number][] = [];
    for (const [index, cell] of cells.entries()) {
      if (index > 0) text += '\t';
      ranges.push([text.length, text.length + cell.length]);
      text += cell;
    }
    cellRanges.push(ranges);
    lines.push({ range: [start, text.length], box: toBox(row.box) });
  }
  const shapes = tablesOf(rows, cellRanges);
  return {
    text,
    lines,
    blocks: blocksOf({ rows, lines, starts, shapes }, toBox),
    tables: shapes.map(({ first, last, headerRows }) => ({
      range: [lines[first]?.range[0] ?? 0, lines[last]?.range[1] ?? 0],
      box: toBox(around(rows.slice(first, last + 1).map((row) => row.box))),
      headerRows,
      rows: rows.slice(first, last + 1).map((_, index) => ({
        range: lines[first + index]?.range ?? [0, 0],
        cells: (cellRanges[first + index] ?? []).map((range) => ({ range })),
      })),
    })),
  };
}

/** Segments by tabs; those that stand near and are no column of the rows beside it, by a space. */
function cellsOf(row: PlacedRow, above: Row | undefined, below: Row | undefined): string[] {
  const cells: string[] = [];
  for (const [at, segment] of row.segments.entries()) {
    const before = row.segments[at - 1];
    if (!before) {
      cells.push(segment.text);
      continue;
    }
    const gap = [Math.min(before.box[2], segment.box[2]), Math.max(before.box[0], segment.box[0])];
    const width = (gap[1] ?? 0) - (gap[0] ?? 0);
    const isCell =
      width > row.size * TAB_GAP || [above, below].some((other) => isAligned(other, gap));
    if (isCell) cells.push(segment.text);
    else cells.push(`${cells.pop() ?? ''} ${segment.text}`);
  }
  return cells;
}

/** "deliv-" and "ery of goods" become "delivery" and "of goods": words are searched whole. */
function joinHyphens(lines: readonly Line[]): void {
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (!next || next.row.column !== line.row.column || gapBefore(line.row, next.row) !== '\n') {
      continue;
    }
    if (line.cells.length > 1 || next.cells.length > 1) continue;
    const [first = '', second = ''] = [line.cells[0], next.cells[0]];
    const end = /\p{Ll}[-\u2010\u00ad]$/u.exec(first);
    const rest = /^\p{Ll}+\S*/u.exec(second)?.[0];
    if (!end || rest === undefined || rest.length === second.length) continue;
    line.cells[0] = first.slice(0, -1) + rest;
    next.cells[0] = second.slice(rest.length).trimStart();
  }
}

function gapBefore(above: PlacedRow | undefined, row: PlacedRow): string {
  if (!above) return '';
  const leading = (row.baseline - above.baseline) / Math.max(above.size, row.size);
  return leading > PARAGRAPH || leading < 0 || above.column !== row.column ? '\n\n' : '\n';
}

function blocksOf(
  page: {
    readonly rows: readonly PlacedRow[];
    readonly lines: readonly LayoutLine[];
    readonly starts: readonly boolean[];
    readonly shapes: readonly TableShape[];
  },
  toBox: (box: Rectangle) => LayoutLine['box'],
): LayoutBlock[] {
  const { rows, lines, starts, shapes } = page;
  const sizes = rows.map((row) => row.size).sort((a, b) => a - b);
  const usual = sizes[sizes.length >> 1] ?? 0;
  const tableAt = (at: number) => shapes.findIndex((one) => one.first <= at && at <= one.last);
  const blocks: LayoutBlock[] = [];
  let first = 0;
  for (let at = 1; at <= rows.length; at += 1) {
    const same = tableAt(at) === tableAt(at - 1);
    if (at < rows.length && same && (tableAt(at) >= 0 || !starts[at])) continue;
    const some = rows.slice(first, at);
    const [start, end] = [lines[first]?.range[0] ?? 0, lines[at - 1]?.range[1] ?? 0];
    const isHeading =
      some.length <= 2 &&
      end - start <= MAX_HEADING_CHARACTERS &&
      some.every((row) => row.size > usual * HEADING_SIZE || (row.bold && some.length === 1));
    const kind = tableAt(first) >= 0 ? 'table' : isHeading ? 'heading' : 'paragraph';
    blocks.push({ kind, range: [start, end], box: toBox(around(some.map((row) => row.box))) });
    first = at;
  }
  return blocks;
}
