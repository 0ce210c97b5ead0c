import { type SourceBlock, cellText, headerRows } from '../layout/source-blocks.ts';

/** Rows of a sheet, ascending, with their cells by column; empty cells are left out. */
export type Grid = readonly {
  readonly number: number;
  readonly cells: ReadonlyMap<number, string>;
}[];

/** Cells in line over so many places are a sheet that is mostly empty: its rows stand alone. */
const MAX_PLACES = 5_000_000;

/**
 * Tables of a sheet: a blank row ends one. Columns that a table does not use are left out; rows of
 * one cell above or below others are lines.
 */
export function gridBlocks(grid: Grid): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  let group: Grid[number][] = [];
  const flush = (): void => {
    if (group.length > 0) blocks.push(...groupBlocks(group));
    group = [];
  };
  for (const row of grid) {
    const last = group.at(-1);
    if (row.cells.size === 0 || (last !== undefined && row.number > last.number + 1)) flush();
    if (row.cells.size > 0) group.push(row);
  }
  flush();
  return blocks;
}

function groupBlocks(group: Grid): SourceBlock[] {
  const used = [...new Set(group.flatMap(({ cells }) => [...cells.keys()]))].sort((a, b) => a - b);
  if (used.length === 1) {
    return group.map(({ cells }, at) => ({
      kind: 'paragraph',
      text: [...cells.values()].join(' '),
      tight: at > 0,
    }));
  }
  const inLine = group.length * used.length <= MAX_PLACES;
  const rows = group.map(({ cells }) =>
    inLine ? used.map((column) => cells.get(column) ?? '') : [...cells.values()],
  );
  return [{ kind: 'table', rows, headerRows: headerRows(rows) }];
}

/** Rows of plain cells as a grid. */
export function gridOfRows(rows: readonly (readonly string[])[]): Grid {
  return rows.map((row, at) => ({
    number: at + 1,
    cells: new Map(
      row
        .map((cell, column) => [column, cellText(cell)] as const)
        .filter(([, cell]) => cell !== ''),
    ),
  }));
}
