/** Sparse row: parallel arrays, indices ascending; absent means missing for the trees. */
export interface SparseVector {
  readonly indices: readonly number[];
  readonly values: readonly number[];
}
