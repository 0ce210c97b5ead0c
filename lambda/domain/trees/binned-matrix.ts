import type { SparseVector } from '../features/sparse-vector.ts';

/** Sparse training rows by column, each value replaced by its bin; absent cells are missing. */
export interface BinnedMatrix {
  readonly rows: number;
  readonly features: number;
  /** Entries of column f: `start[f]` to `start[f + 1]`. */
  readonly start: Int32Array;
  readonly row: Int32Array;
  readonly bin: Uint8Array;
  /** Upper bounds (exclusive) of the bins of column f: `cutStart[f]` to `cutStart[f + 1]`. */
  readonly cutStart: Int32Array;
  readonly cuts: Float32Array;
}

/**
 * Transposes rows into columns and cuts each column into at most `maxBin` bins of about equal
 * counts. The last cut lies above the largest value, so that "present" against "missing" is a split.
 */
export function binRows(
  rows: readonly SparseVector[],
  features: number,
  maxBin: number,
): BinnedMatrix {
  const { start, row, value } = transpose(rows, features);
  const bin = new Uint8Array(row.length);
  const cutStart = new Int32Array(features + 1);
  const cuts: number[] = [];
  for (let feature = 0; feature < features; feature += 1) {
    const from = start[feature] ?? 0;
    const to = start[feature + 1] ?? 0;
    const column = value.subarray(from, to);
    const columnCuts = cutColumn(column, maxBin);
    for (const [entry, cell] of column.entries()) bin[from + entry] = binOf(columnCuts, cell);
    cuts.push(...columnCuts);
    cutStart[feature + 1] = cuts.length;
  }
  return {
    rows: rows.length,
    features,
    start,
    row,
    bin,
    cutStart,
    cuts: Float32Array.from(cuts),
  };
}

function transpose(
  rows: readonly SparseVector[],
  features: number,
): { start: Int32Array; row: Int32Array; value: Float32Array } {
  const start = new Int32Array(features + 1);
  for (const vector of rows) {
    for (const index of vector.indices) start[index + 1] = (start[index + 1] ?? 0) + 1;
  }
  for (let feature = 0; feature < features; feature += 1) {
    start[feature + 1] = (start[feature + 1] ?? 0) + (start[feature] ?? 0);
  }
  const next = start.slice();
  const row = new Int32Array(start[features] ?? 0);
  const value = new Float32Array(row.length);
  for (const [rowIndex, vector] of rows.entries()) {
    for (const [position, index] of vector.indices.entries()) {
      const entry = next[index] ?? 0;
      next[index] = entry + 1;
      row[entry] = rowIndex;
      value[entry] = vector.values[position] ?? 0;
    }
  }
  return { start, row, value };
}

/** Ascending upper bounds as 32-bit floats; each lies between two neighbouring values. */
function cutColumn(column: Float32Array, maxBin: number): number[] {
  const sorted = column.slice().sort();
  const distinct = [...new Set(sorted)];
  const cuts: number[] = [];
  if (distinct.length <= maxBin) {
    for (let index = 1; index < distinct.length; index += 1) {
      cuts.push(between(distinct[index - 1] ?? 0, distinct[index] ?? 0));
    }
  } else {
    for (let part = 1; part < maxBin; part += 1) {
      const at = Math.floor((part * sorted.length) / maxBin);
      const cut = between(sorted[at - 1] ?? 0, sorted[at] ?? 0);
      if (cut > (cuts.at(-1) ?? Number.NEGATIVE_INFINITY)) cuts.push(cut);
    }
  }
  const largest = sorted.at(-1);
  if (largest !== undefined) cuts.push(Math.fround(largest + Math.abs(largest) + 1e-5));
  return cuts;
}

/** A float above `low` and not above `high`. */
function between(low: number, high: number): number {
  const middle = Math.fround((low + high) / 2);
  return middle > low ? middle : high;
}

function binOf(cuts: readonly number[], value: number): number {
  let low = 0;
  let high = cuts.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value < (cuts[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
