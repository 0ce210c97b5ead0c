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

/** Sums a bin of each active node: [gradient, hessian] at `(slot * maxBin + bin) * 2`. */
interface Histogram {
  readonly sums: Float64Array;
  /** Active node of each row, as a position in `active`; -1 elsewhere. */
  readonly slots: Int16Array;
}

/**
 * Best split of each active node, by one pass over the entries of each column. Also returns the
 * columns that can still split a child: one child of every split holds present values only, so
 * their hessians must reach `minChildWeight`.
 */
export function findSplits(
  growth: Growth,
  active: readonly number[],
  sumsOfNode: (node: number) => NodeSums,
): { readonly splits: readonly Split[]; readonly columns: Int32Array } {
  const { settings } = growth;
  const nodes = active.map((node) => sumsOfNode(node));
  const splits = nodes.map(noSplit);
  const histogram = {
    sums: new Float64Array(active.length * settings.maxBin * 2),
    slots: slotOfRows(growth.position, active),
  };
  const columns = growth.columns.filter((feature) => {
    const present = sumBins(growth, feature, histogram);
    const usable = present >= settings.minChildWeight && present > 0;
    if (usable) scanColumn(growth, feature, { histogram, nodes, splits });
    if (present > 0) clearBins(growth, feature, histogram);
    return usable;
  });
  return { splits, columns };
}

function noSplit(): Split {
  const left = { gradient: 0, hessian: 0 };
  return { gain: MIN_GAIN, feature: -1, bin: 0, defaultLeft: false, left };
}

function slotOfRows(position: Int32Array, active: readonly number[]): Int16Array {
  const slotOfNode = new Map(active.map((node, slot) => [node, slot]));
  return Int16Array.from(position, (node) => slotOfNode.get(node) ?? -1);
}

/** Adds the column's derivatives to the histogram; returns the sum of their hessians. */
function sumBins(
  { matrix, gradient, hessian, settings }: Growth,
  feature: number,
  { sums, slots }: Histogram,
): number {
  const to = matrix.start[feature + 1] ?? 0;
  const { row: rows, bin: bins } = matrix;
  const width = settings.maxBin;
  let present = 0;
  for (let entry = matrix.start[feature] ?? 0; entry < to; entry += 1) {
    const row = rows[entry] ?? 0;
    const slot = slots[row] ?? -1;
    if (slot < 0) continue;
    const at = (slot * width + (bins[entry] ?? 0)) * 2;
    const weight = hessian[row] ?? 0;
    sums[at] = (sums[at] ?? 0) + (gradient[row] ?? 0);
    sums[at + 1] = (sums[at + 1] ?? 0) + weight;
    present += weight;
  }
  return present;
}

function clearBins({ matrix, settings }: Growth, feature: number, { sums }: Histogram): void {
  const bins = (matrix.cutStart[feature + 1] ?? 0) - (matrix.cutStart[feature] ?? 0);
  for (let from = 0; from < sums.length; from += settings.maxBin * 2) {
    for (let at = from; at < from + bins * 2; at += 1) sums[at] = 0;
  }
}

function scanColumn(
  { matrix, settings }: Growth,
  feature: number,
  search: {
    readonly histogram: Histogram;
    readonly nodes: readonly NodeSums[];
    readonly splits: readonly Split[];
  },
): void {
  const bins = (matrix.cutStart[feature + 1] ?? 0) - (matrix.cutStart[feature] ?? 0);
  for (let slot = 0; slot < search.nodes.length; slot += 1) {
    const parent = search.nodes[slot];
    const best = search.splits[slot];
    if (parent === undefined || best === undefined) continue;
    const from = slot * settings.maxBin * 2;
    const column = { sums: search.histogram.sums, from, to: from + bins * 2, feature };
    scanBins(column, parent, settings, best);
  }
}

interface Column {
  readonly sums: Float64Array;
  readonly from: number;
  readonly to: number;
  readonly feature: number;
}

/**
 * Tries each cut with the missing rows on either side and keeps the best in `best`.
 * Gain: G_L²/(H_L+λ) + G_R²/(H_R+λ) − G²/(H+λ) (Chen and Guestrin, KDD 2016, eq. 7).
 */
function scanBins(column: Column, parent: NodeSums, settings: TrainingSettings, best: Split): void {
  const { sums, from, to } = column;
  const { lambda, minChildWeight } = settings;
  let missingGradient = parent.gradient;
  let missingHessian = parent.hessian;
  for (let at = from; at < to; at += 2) {
    missingGradient -= sums[at] ?? 0;
    missingHessian -= sums[at + 1] ?? 0;
  }
  if (parent.hessian - missingHessian < minChildWeight) return;
  const threshold = (parent.gradient * parent.gradient) / (parent.hessian + lambda);
  let gradient = 0;
  let hessian = 0;
  for (let at = from; at < to; at += 2) {
    if (sums[at + 1] === 0) continue;
    gradient += sums[at] ?? 0;
    hessian += sums[at + 1] ?? 0;
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
      best.feature = column.feature;
      best.bin = (at - from) / 2;
      best.defaultLeft = side === 1;
      best.left = { gradient: leftGradient, hessian: leftHessian };
    }
  }
}
