import type { TrainingSettings } from '../../../config/schema.ts';
import { binRows } from './binned-matrix.ts';
import { growTree } from './grow-tree.ts';
import type { SparseVector } from '../features/sparse-vector.ts';
import { draw, seededRandom } from '../features/random.ts';
import type { Tree, TreeEnsemble } from './score-trees.ts';
import { softmax } from './score-trees.ts';

export interface TrainingSet {
  readonly rows: readonly SparseVector[];
  /** Class of each row, 0 to `classes` - 1. */
  readonly labels: readonly number[];
  readonly classes: number;
  /** Number of columns. */
  readonly features: number;
  readonly seed: number;
}

/** XGBoost keeps second derivatives above this. */
const MIN_HESSIAN = 1e-16;
/** Margins cancel in the softmax: XGBoost's default base score. */
const BASE_SCORE = 0.5;

/**
 * Trains boosted trees for multi-class softmax (XGBoost's `multi:softprob`, histogram method, one
 * tree a class and round). The same set, settings and seed give the same trees.
 */
export function trainGradientBoosting(set: TrainingSet, settings: TrainingSettings): TreeEnsemble {
  const matrix = binRows(set.rows, set.features, settings.maxBin);
  const random = seededRandom(set.seed);
  const usable = usableColumns(matrix.start);
  const margins = Array.from({ length: set.classes }, () => new Float64Array(set.rows.length));
  const trees: Tree[] = [];
  for (let round = 0; round < settings.rounds; round += 1) {
    const probabilities = set.rows.map((_, row) => softmax(margins.map((of) => of[row] ?? 0)));
    for (const [label, margin] of margins.entries()) {
      const derivatives = deriveSoftmax(probabilities, set.labels, label);
      const columns = sample(usable, settings.colsampleByTree, random);
      const everyRow = set.rows.map((_, row) => row);
      const position = new Int32Array(set.rows.length).fill(settings.subsample < 1 ? -1 : 0);
      for (const row of sample(everyRow, settings.subsample, random)) position[row] = 0;
      const tree = growTree({ matrix, ...derivatives, columns, position, settings });
      trees.push(tree);
      addWeights(tree, set.rows, position, margin);
    }
  }
  const baseScores = margins.map(() => BASE_SCORE);
  return { classes: set.classes, features: set.features, trees, baseScores };
}

/** Gradient p - y and XGBoost's hessian 2p(1 - p) of the class at each row. */
function deriveSoftmax(
  probabilities: readonly (readonly number[])[],
  labels: readonly number[],
  label: number,
): { gradient: Float64Array; hessian: Float64Array } {
  const gradient = Float64Array.from(
    probabilities,
    (row, index) => (row[label] ?? 0) - Number(labels[index] === label),
  );
  const hessian = Float64Array.from(probabilities, (row) => {
    const probability = row[label] ?? 0;
    return Math.max(2 * probability * (1 - probability), MIN_HESSIAN);
  });
  return { gradient, hessian };
}

/** Columns with at least one value. */
function usableColumns(start: Int32Array): number[] {
  const columns: number[] = [];
  for (let feature = 0; feature + 1 < start.length; feature += 1) {
    if ((start[feature + 1] ?? 0) > (start[feature] ?? 0)) columns.push(feature);
  }
  return columns;
}

/** A share of the items, at least one, ascending. */
function sample(items: readonly number[], share: number, random: () => number): Int32Array {
  if (share >= 1) return Int32Array.from(items);
  const count = Math.max(1, Math.round(items.length * share));
  return Int32Array.from(draw(items, count, random)).sort();
}

/** Rows of the sample stand at their leaf; the others fall through the tree. */
function addWeights(
  tree: Tree,
  rows: readonly SparseVector[],
  position: Int32Array,
  margin: Float64Array,
): void {
  for (const [row, vector] of rows.entries()) {
    const at = position[row] ?? -1;
    const leaf = at >= 0 ? at : leafOf(tree, vector);
    margin[row] = (margin[row] ?? 0) + (tree.condition[leaf] ?? 0);
  }
}

function leafOf(tree: Tree, vector: SparseVector): number {
  let node = 0;
  for (let left = tree.left[0] ?? -1; left >= 0; left = tree.left[node] ?? -1) {
    const column = vector.indices.indexOf(tree.feature[node] ?? 0);
    const value = column < 0 ? null : Math.fround(vector.values[column] ?? 0);
    const goesLeft =
      value === null ? tree.defaultLeft[node] === 1 : value < (tree.condition[node] ?? 0);
    node = goesLeft ? left : left + 1;
  }
  return node;
}
