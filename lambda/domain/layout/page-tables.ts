import type { Row } from './text-run.ts';

/** Rows `first` to `last` of a page that form a table. */
export interface TableShape {
  readonly first: number;
  readonly last: number;
  readonly headerRows: number;
}

/** A gap between cells must be free over this many sizes in the row beside it. */
const SHARED_GAP = 0.5;
const MIN_ROWS = 2;

/** Whether a row has a gap between cells where `gap` lies. */
export function isAligned(row: Row | undefined, gap: readonly (number | undefined)[]): boolean {
  if (!row) return false;
  const [left = 0, right = 0] = gap;
  return row.segments.some((segment, at) => {
    const before = row.segments[at - 1];
    if (!before) return false;
    const free =
      Math.min(right, Math.max(segment.box[0], before.box[0])) -
      Math.max(left, Math.min(segment.box[2], before.box[2]));
    return free >= row.size * SHARED_GAP;
  });
}

/**
 * Tables by alignment: neighbouring rows of the same column with two cells or more whose gaps lie
 * above one another. A first row without digits over rows with them names the columns.
 */
export function tablesOf(
  rows: readonly (Row & { readonly column: number })[],
  cells: readonly (readonly unknown[])[],
): TableShape[] {
  const tables: TableShape[] = [];
  let first = 0;
  for (let at = 1; at <= rows.length; at += 1) {
    const [above, row] = [rows[at - 1], rows[at]];
    const goesOn =
      above !== undefined &&
      row !== undefined &&
      (cells[at]?.length ?? 0) > 1 &&
      (cells[at - 1]?.length ?? 0) > 1 &&
      above.column === row.column &&
      sharesGap(above, row);
    if (goesOn) continue;
    if (at - first >= MIN_ROWS) {
      tables.push({ first, last: at - 1, headerRows: headerRows(rows.slice(first, at)) });
    }
    first = at;
  }
  return tables;
}

function sharesGap(above: Row, row: Row): boolean {
  return row.segments.some((segment, at) => {
    const before = row.segments[at - 1];
    if (!before) return false;
    const gap = [Math.min(before.box[2], segment.box[2]), Math.max(before.box[0], segment.box[0])];
    return isAligned(above, gap);
  });
}

function headerRows(rows: readonly Row[]): number {
  const hasDigits = (row: Row | undefined) =>
    row?.segments.some(({ text }) => /\p{Nd}/u.test(text));
  return !hasDigits(rows[0]) && rows.slice(1).some(hasDigits) ? 1 : 0;
}
