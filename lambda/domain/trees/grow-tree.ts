import type { BinnedMatrix } from './binned-matrix.ts';
import type { Growth, NodeSums, Split } from './find-splits.ts';
import { findSplits } from './find-splits.ts';
import type { Tree } from './score-trees.ts';

interface Node extends NodeSums {
  left: number;
  feature: number;
  condition: number;
  defaultLeft: boolean;
  gain: number;
  readonly parent: number;
}

/** XGBoost's mark for the parent of the root. */
const NO_PARENT = 2_147_483_647;

/**
 * Grows one tree level by level with XGBoost's objective. Moves `growth.position` to each row's
 * leaf.
 */
export function growTree(growth: Growth): Tree {
  const { settings } = growth;
  const nodes: Node[] = [rootOf(growth)];
  const sumsOfNode = (node: number): NodeSums => nodes[node] ?? { gradient: 0, hessian: 0 };
  let active = [0];
  let { columns } = growth;
  for (let depth = 0; depth < settings.maxDepth; depth += 1) {
    /** Both children need `minChildWeight`: a node below twice that cannot split. */
    active = active.filter((node) => sumsOfNode(node).hessian >= 2 * settings.minChildWeight);
    if (active.length === 0) break;
    const found = findSplits({ ...growth, columns }, active, sumsOfNode);
    active = applySplits(growth, nodes, active, found.splits);
    columns = found.columns;
  }
  return toTree(nodes, settings);
}

function rootOf({ gradient, hessian, position }: Growth): Node {
  const sums = { gradient: 0, hessian: 0 };
  for (let row = 0; row < position.length; row += 1) {
    if ((position[row] ?? -1) < 0) continue;
    sums.gradient += gradient[row] ?? 0;
    sums.hessian += hessian[row] ?? 0;
  }
  return newNode(NO_PARENT, sums);
}

function newNode(parent: number, sums: NodeSums): Node {
  return { ...sums, parent, left: -1, feature: 0, condition: 0, defaultLeft: false, gain: 0 };
}

/** Turns nodes with a split into parents, moves their rows, and returns the new children. */
function applySplits(
  growth: Growth,
  nodes: Node[],
  active: readonly number[],
  splits: readonly Split[],
): number[] {
  const children: number[] = [];
  for (const [slot, index] of active.entries()) {
    const split = splits[slot];
    const node = nodes[index];
    if (split === undefined || node === undefined || split.feature < 0) continue;
    node.left = nodes.length;
    node.feature = split.feature;
    node.condition = cutOf(growth.matrix, split);
    node.defaultLeft = split.defaultLeft;
    node.gain = split.gain;
    const right = {
      gradient: node.gradient - split.left.gradient,
      hessian: node.hessian - split.left.hessian,
    };
    nodes.push(newNode(index, split.left), newNode(index, right));
    children.push(node.left, node.left + 1);
    moveRows(growth, index, split, node.left);
  }
  return children;
}

function cutOf(matrix: BinnedMatrix, split: Split): number {
  return matrix.cuts[(matrix.cutStart[split.feature] ?? 0) + split.bin] ?? 0;
}

function moveRows(growth: Growth, node: number, split: Split, left: number): void {
  const { matrix, position } = growth;
  const from = matrix.start[split.feature] ?? 0;
  const to = matrix.start[split.feature + 1] ?? 0;
  for (let entry = from; entry < to; entry += 1) {
    const row = matrix.row[entry] ?? 0;
    if (position[row] !== node) continue;
    position[row] = (matrix.bin[entry] ?? 0) <= split.bin ? left : left + 1;
  }
  const missing = split.defaultLeft ? left : left + 1;
  for (let row = 0; row < position.length; row += 1) {
    if (position[row] === node) position[row] = missing;
  }
}

function toTree(nodes: readonly Node[], { lambda, eta }: Growth['settings']): Tree {
  const weight = (node: Node): number => (-node.gradient / (node.hessian + lambda)) * eta;
  return {
    left: Int32Array.from(nodes, (node) => node.left),
    feature: Int32Array.from(nodes, (node) => node.feature),
    condition: Float32Array.from(nodes, (node) => (node.left < 0 ? weight(node) : node.condition)),
    defaultLeft: Uint8Array.from(nodes, (node) => Number(node.defaultLeft)),
    parent: Int32Array.from(nodes, (node) => node.parent),
    gain: Float32Array.from(nodes, (node) => node.gain),
    cover: Float32Array.from(nodes, (node) => node.hessian),
  };
}
