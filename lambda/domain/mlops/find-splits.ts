import type { TrainingSettings } from '../../../config/schema.ts';
import type { BinnedMatrix } from './binned-matrix.ts';

/** What a tree grows from. */
export interface Growth {
  readonly matrix: BinnedMatrix;
  /** First and second derivatives of the loss at each row's margin. */
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
  /** Columns that this tree may split on. */
  readonly columns: Int32Array;
  /** Node that each row stands in; -1 for rows that this tree does not sample. */
  readonly position: Int32Array;
  readonly settings: TrainingSettings;
}

export interface NodeSums {
  readonly gradient: number;
  readonly hessian: number;
}
export interface Split {
  gain: number;
  /** -1 where no split gains enough. */
  feature: number;
  /** Rows in this bin or a lower one go left. */
  bin: number;
  /** Rows without a value go left. */
  defaultLeft: boolean;
  left: NodeSums;
}

/** XGBoost's kRtEps: a split must gain more. */
const MIN_GAIN = 1e-6;

/** Best split of each active node, by one pass over the entries of each sampled column. */
export function findSplits(
  growth: Growth,
  active: readonly number[],
  sumsOfNode: (node: number) => NodeSums,
): Split[] {
  const { matrix, settings } = growth;
  const slots = slotOfRows(growth.position, active);
  const nodes = active.map((node) => sumsOfNode(node));
  const best = nodes.map(
    (): Split => ({
      gain: MIN_GAIN,
      feature: -1,
      bin: 0,
      defaultLeft: false,
      left: { gradient: 0, hessian: 0 },
    }),
  );
  const stride = settings.maxBin * 2;
  const sums = new Float64Array(active.length * stride);
  for (const feature of growth.columns) {
    if (!sumBins(growth, feature, slots, sums)) continue;
    const bins = (matrix.cutStart[feature + 1] ?? 0) - (matrix.cutStart[feature] ?? 0);
    for (const [slot, parent] of nodes.entries()) {
      const split = best[slot];
      const part = sums.subarray(slot * stride, slot * stride + bins * 2);
      if (split !== undefined) scanBins(part, { parent, feature, settings }, split);
    }
  }
  return best;
}

function slotOfRows(position: Int32Array, active: readonly number[]): Int16Array {
  const slotOfNode = new Map(active.map((node, slot) => [node, slot]));
  return Int16Array.from(position, (node) => slotOfNode.get(node) ?? -1);
}

/** Adds the column's derivatives to `sums` (slot, bin, [gradient, hessian]); false where none. */
function sumBins(
  { matrix, gradient, hessian, settings }: Growth,
  feature: number,
  slots: Int16Array,
  sums: Float64Array,
): boolean {
  const to = matrix.start[feature + 1] ?? 0;
  let touched = false;
  for (let entry = matrix.start[feature] ?? 0; entry < to; entry += 1) {
    const row = matrix.row[entry] ?? 0;
    const slot = slots[row] ?? -1;
    if (slot < 0) continue;
    const at = (slot * settings.maxBin + (matrix.bin[entry] ?? 0)) * 2;
    sums[at] = (sums[at] ?? 0) + (gradient[row] ?? 0);
    sums[at + 1] = (sums[at + 1] ?? 0) + (hessian[row] ?? 0);
    touched = true;
  }
  return touched;
}

/**
 * Tries each cut with the missing rows on either side, keeps the best in `best`, and clears
 * `sums`. Gain: G_L²/(H_L+λ) + G_R²/(H_R+λ) − G²/(H+λ) (Chen and Guestrin, KDD 2016, eq. 7).
 */
function scanBins(
  sums: Float64Array,
  column: {
    readonly parent: NodeSums;
    readonly feature: number;
    readonly settings: TrainingSettings;
  },
  best: Split,
): void {
  const { parent, feature } = column;
  const { lambda, minChildWeight } = column.settings;
  let missingGradient = parent.gradient;
  let missingHessian = parent.hessian;
  for (let at = 0; at < sums.length; at += 2) {
    missingGradient -= sums[at] ?? 0;
    missingHessian -= sums[at + 1] ?? 0;
  }
  const threshold = (parent.gradient * parent.gradient) / (parent.hessian + lambda);
  let gradient = 0;
  let hessian = 0;
  for (let at = 0; at < sums.length; at += 2) {
    if (sums[at + 1] === 0) continue;
    gradient += sums[at] ?? 0;
    hessian += sums[at + 1] ?? 0;
    sums[at] = 0;
    sums[at + 1] = 0;
    for (let side = 0; side < 2; side += 1) {
      const leftGradient = gradient + side * missingGradient;
      const leftHessian = hessian + side * missingHessian;
      const rightGradient = parent.gradient - leftGradient;
      const rightHessian = parent.hessian - leftHessian;
      if (leftHessian < minChildWeight || rightHessian < minChildWeight) continue;
      const gain =
        (leftGradient * leftGradient) / (leftHessian + lambda) +
        (rightGradient * rightGradient) / (rightHessian + lambda) -
        threshold;
      if (!(gain > best.gain)) continue;
      best.gain = gain;
      best.feature = feature;
      best.bin = at / 2;
      best.defaultLeft = side === 1;
      best.left = { gradient: leftGradient, hessian: leftHessian };
    }
  }
}
