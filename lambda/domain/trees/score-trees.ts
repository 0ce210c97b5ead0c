import type { SparseVector } from '../features/sparse-vector.ts';

/** One regression tree in parallel arrays, XGBoost's layout: node 0 is the root. */
export interface Tree {
  /** Left child, -1 at a leaf; the right child is always the left one + 1. */
  readonly left: Int32Array;
  readonly feature: Int32Array;
  /** A value below goes left. At a leaf: the weight, learning rate included. */
  readonly condition: Float32Array;
  /** 1: a missing value goes left. */
  readonly defaultLeft: Uint8Array;
  readonly parent: Int32Array;
  readonly gain: Float32Array;
  /** Sum of hessians of the training rows that came here. */
  readonly cover: Float32Array;
}

/** Boosted trees of a multi-class softmax; tree i belongs to class i modulo `classes`. */
export interface TreeEnsemble {
  readonly classes: number;
  readonly features: number;
  readonly trees: readonly Tree[];
  /** Margin that each class starts from. */
  readonly baseScores: readonly number[];
}

/** Class probabilities of a row. Values and conditions compare as 32-bit floats, as in XGBoost. */
export function scoreTrees(ensemble: TreeEnsemble, vector: SparseVector): number[] {
  const row = new Float32Array(ensemble.features).fill(Number.NaN);
  for (const [position, index] of vector.indices.entries()) {
    if (index < ensemble.features) row[index] = vector.values[position] ?? Number.NaN;
  }
  const margins = Float32Array.from(ensemble.baseScores);
  for (const [index, tree] of ensemble.trees.entries()) {
    const of = index % ensemble.classes;
    margins[of] = (margins[of] ?? 0) + leafWeight(tree, row);
  }
  return softmax(margins);
}

/** Weight of the leaf that a dense row (NaN where missing) falls into. */
function leafWeight(tree: Tree, row: Float32Array): number {
  let node = 0;
  for (;;) {
    const left = tree.left[node] ?? -1;
    const condition = tree.condition[node] ?? 0;
    if (left < 0) return condition;
    const value = row[tree.feature[node] ?? 0] ?? Number.NaN;
    const goesLeft = Number.isNaN(value) ? tree.defaultLeft[node] === 1 : value < condition;
    node = goesLeft ? left : left + 1;
  }
}

/** Probabilities from margins, safe against overflow. */
export function softmax(margins: ArrayLike<number>): number[] {
  const list = Array.from(margins);
  const top = Math.max(...list);
  const powers = list.map((margin) => Math.exp(margin - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
