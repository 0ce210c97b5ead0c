import * as z from 'zod';
import { lazily } from '../../lazily.ts';

import type { LabelledRow } from '../features/libsvm.ts';
import type { SparseVector } from '../features/sparse-vector.ts';

/** Multinomial logistic regression: one weight a class and column, and one intercept a class. */
export const linearModelSchema = lazily(() =>
  z.strictObject({
    classes: z.int(),
    /** Columns with a weight, ascending. */
    columns: z.array(z.int()),
    /** Class by class, one weight for each entry of `columns`, in thousandths. */
    weights: z.array(z.array(z.int())),
    /** In thousandths. */
    intercepts: z.array(z.int()),
  }),
);
export type LinearModel = z.infer<ReturnType<typeof linearModelSchema>>;

export interface LinearProblem {
  readonly rows: readonly LabelledRow[];
  readonly classes: number;
  readonly features: number;
}

/** Weight of the squared norm against the summed loss: rows have about unit length. */
const PENALTY = 0.01;
const ITERATIONS = 60;
/** Corrections that the quasi-Newton step remembers. */
const MEMORY = 6;
const TOLERANCE = 1e-4;
const STORED = 1_000;

/** Fits by L-BFGS (Liu and Nocedal, 1989) with step halving; the same rows give the same model. */
export function trainLinearModel(problem: LinearProblem): LinearModel {
  const size = problem.classes * (problem.features + 1);
  let point = new Float64Array(size);
  let { loss, gradient } = lossAt(problem, point);
  const steps: Float64Array[] = [];
  const changes: Float64Array[] = [];
  for (let iteration = 0; iteration < ITERATIONS; iteration += 1) {
    const direction = descent(gradient, steps, changes);
    const slope = dot(direction, gradient);
    let rate = iteration === 0 ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1;
    let next = lossAt(problem, moved(point, direction, rate));
    for (let half = 0; half < 20 && next.loss > loss + 1e-4 * rate * slope; half += 1) {
      rate /= 2;
      next = lossAt(problem, moved(point, direction, rate));
    }
    const following = moved(point, direction, rate);
    steps.push(difference(following, point));
    changes.push(difference(next.gradient, gradient));
    if (steps.length > MEMORY) {
      steps.shift();
      changes.shift();
    }
    const gain = loss - next.loss;
    point = following;
    ({ loss, gradient } = next);
    if (gain < TOLERANCE * Math.max(1, loss)) break;
  }
  return store(problem, point);
}

/** Probability of each class. */
export function scoreLinear(model: LinearModel, { indices, values }: SparseVector): number[] {
  const places = placesOf(model);
  const scores = model.intercepts.map((intercept) => intercept / STORED);
  for (const [at, column] of indices.entries()) {
    const place = places.get(column);
    if (place === undefined) continue;
    const value = (values[at] ?? 0) / STORED;
    for (let label = 0; label < model.classes; label += 1) {
      scores[label] = (scores[label] ?? 0) + value * (model.weights[label]?.[place] ?? 0);
    }
  }
  return softmax(scores);
}

function lossAt(
  { rows, classes, features }: LinearProblem,
  point: Float64Array,
): { readonly loss: number; readonly gradient: Float64Array } {
  const gradient = new Float64Array(point.length);
  const intercepts = classes * features;
  let loss = 0;
  for (let at = 0; at < intercepts; at += 1) {
    const weight = point[at] ?? 0;
    loss += (PENALTY / 2) * weight * weight;
    gradient[at] = PENALTY * weight;
  }
  for (const { label, vector } of rows) {
    const scores = Array.from({ length: classes }, (_, one) => point[intercepts + one] ?? 0);
    eachCell(vector, (column, value) => {
      for (let one = 0; one < classes; one += 1) {
        scores[one] = (scores[one] ?? 0) + value * (point[column * classes + one] ?? 0);
      }
    });
    const errors = softmax(scores);
    loss -= Math.log(Math.max(errors[label] ?? 0, 1e-12));
    errors[label] = (errors[label] ?? 0) - 1;
    for (let one = 0; one < classes; one += 1) {
      gradient[intercepts + one] = (gradient[intercepts + one] ?? 0) + (errors[one] ?? 0);
    }
    eachCell(vector, (column, value) => {
      for (let one = 0; one < classes; one += 1) {
        const place = column * classes + one;
        gradient[place] = (gradient[place] ?? 0) + value * (errors[one] ?? 0);
      }
    });
  }
  return { loss, gradient };
}

/** The quasi-Newton direction by the two-loop recursion. */
function descent(
  gradient: Float64Array,
  steps: readonly Float64Array[],
  changes: readonly Float64Array[],
): Float64Array {
  const direction = gradient.map((slope) => -slope);
  const shares: number[] = [];
  for (let at = steps.length - 1; at >= 0; at -= 1) {
    const [step, change] = [steps[at], changes[at]];
    if (step === undefined || change === undefined) continue;
    const share = dot(step, direction) / Math.max(dot(step, change), 1e-12);
    shares[at] = share;
    addTo(direction, change, -share);
  }
  const [step, change] = [steps.at(-1), changes.at(-1)];
  if (step !== undefined && change !== undefined) {
    const scale = dot(step, change) / Math.max(dot(change, change), 1e-12);
    for (const [at, value] of direction.entries()) direction[at] = value * scale;
  }
  for (const [at, one] of steps.entries()) {
    const other = changes[at];
    if (other === undefined) continue;
    const share = dot(other, direction) / Math.max(dot(one, other), 1e-12);
    addTo(direction, one, (shares[at] ?? 0) - share);
  }
  return direction;
}

function store({ classes, features }: LinearProblem, point: Float64Array): LinearModel {
  const rounded = (place: number): number => Math.round((point[place] ?? 0) * STORED) || 0;
  const all = Array.from({ length: classes }, (_, label) => label);
  const columns: number[] = [];
  for (let column = 0; column < features; column += 1) {
    if (all.some((label) => rounded(column * classes + label) !== 0)) columns.push(column);
  }
  return {
    classes,
    columns,
    weights: all.map((label) => columns.map((column) => rounded(column * classes + label))),
    intercepts: all.map((label) => rounded(classes * features + label)),
  };
}

const places = new WeakMap<LinearModel, ReadonlyMap<number, number>>();

function placesOf(model: LinearModel): ReadonlyMap<number, number> {
  const before = places.get(model);
  if (before !== undefined) return before;
  const made = new Map(model.columns.map((column, place) => [column, place]));
  places.set(model, made);
  return made;
}

function eachCell(
  { indices, values }: SparseVector,
  visit: (column: number, value: number) => void,
): void {
  for (let at = 0; at < indices.length; at += 1) visit(indices[at] ?? 0, values[at] ?? 0);
}

function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}

function addTo(target: Float64Array, source: Float64Array, by: number): void {
  for (let at = 0; at < target.length; at += 1) {
    target[at] = (target[at] ?? 0) + by * (source[at] ?? 0);
  }
}

function moved(
  point: Float64Array,
  direction: Float64Array,
  rate: number,
): Float64Array<ArrayBuffer> {
  const result = new Float64Array(point);
  addTo(result, direction, rate);
  return result;
}

function difference(one: Float64Array, other: Float64Array): Float64Array {
  return one.map((value, at) => value - (other[at] ?? 0));
}
