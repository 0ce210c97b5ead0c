/** A piece of a line that a tab or a gap sets apart: a cell of a table, or the whole line. */
export interface Cell {
  readonly text: string;
  /** Where its text begins and ends in the document. */
  readonly start: number;
  readonly end: number;
  /** Its row among the lines with something on them, and its place in the row. */
  readonly row: number;
  readonly column: number;
}

/** Lines that are not blank, as the cells of each; `gaps`: blank lines above each row. */
export interface CellGrid {
  readonly rows: readonly (readonly Cell[])[];
  readonly gaps: readonly number[];
  /** Where the row's line begins. */
  readonly starts: readonly number[];
}

/** Readers put a tab between cells; in plain text two blanks set columns apart. */
const CELL = /[^\t]+?(?=\t|\s{2,}|$)/gu;

/** Cells of a text, from which labels and values are paired by where they stand. */
export function cellGrid(text: string): CellGrid {
  const rows: Cell[][] = [];
  const gaps: number[] = [];
  const starts: number[] = [];
  let [at, gap] = [0, 0];
  for (const line of text.split('\n')) {
    const cells = cellsOf(line, at, rows.length);
    if (cells.length === 0) gap += 1;
    else {
      rows.push(cells);
      gaps.push(gap);
      starts.push(at);
      gap = 0;
    }
    at += line.length + 1;
  }
  return { rows, gaps, starts };
}

/** The cell in which a position stands; undefined in an empty text. */
export function cellAt({ rows, starts }: CellGrid, position: number): Cell | undefined {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  const row = rows[low] ?? [];
  return row.findLast(({ start }) => start <= position) ?? row[0];
}

/**
 * The cell of another row in the same column: of rows of as many cells the one at the same place;
 * else the one that begins nearest, in lines set by blanks, or the same from the left.
 */
export function cellInRow({ rows, starts }: CellGrid, cell: Cell, row: number): Cell | undefined {
  const others = rows[row] ?? [];
  const own = rows[cell.row] ?? [];
  if (others.length === 0) return undefined;
  if (others.length === own.length) return others[cell.column];
  if (own.length === 1 || others.length === 1) return others.length === 1 ? others[0] : undefined;
  const isSetByBlanks = isSpaced(own) || isSpaced(others);
  if (!isSetByBlanks) return others[cell.column];
  const place = (one: Cell): number => one.start - (starts[one.row] ?? 0);
  return others.reduce((best, next) =>
    Math.abs(place(next) - place(cell)) < Math.abs(place(best) - place(cell)) ? next : best,
  );
}

function isSpaced(row: readonly Cell[]): boolean {
  return row.some((cell, index) => cell.start - (row[index - 1]?.end ?? cell.start) > 1);
}

function cellsOf(line: string, lineStart: number, row: number): Cell[] {
  return Array.from(line.matchAll(CELL))
    .map((match) => ({ text: match[0].trim(), index: match.index + match[0].search(/\S/u) }))
    .filter(({ text }) => text !== '')
    .map(({ text, index }, column) => ({
      text,
      start: lineStart + index,
      end: lineStart + index + text.length,
      row,
      column,
    }));
}
