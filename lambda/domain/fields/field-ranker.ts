import * as z from 'zod';
import { lazily } from '../../lazily.ts';

import { BUCKETS, hash, isOfWords } from './candidate-features.ts';
import { seededRandom, shuffle } from '../features/random.ts';

/** Linear weights by hashed feature; "no value" competes with the candidates. */
export const rankerSchema = lazily(() =>
  z.strictObject({
    /** `one`: candidates and "none" share one softmax. `many`: each candidate by itself. */
    takes: z.enum(['one', 'many']),
    buckets: z.array(z.int()),
    weights: z.array(z.number()),
    /** Values below this confidence are not given. */
    threshold: z.number(),
  }),
);
export type Ranker = z.infer<ReturnType<typeof rankerSchema>>;

/** A document's candidates as features, and which of them are right. */
export interface RankedList {
  readonly category: string;
  readonly features: readonly Int32Array[];
  readonly right: readonly boolean[];
}

const EPOCHS = 12;
const LEARNING_RATE = 0.3;
/** Pull towards zero a step: rare words must not decide alone. */
const DECAY = 2e-4;
/** Smaller weights are dropped from the stored ranker. */
const MIN_WEIGHT = 0.01;
/**
 * Share of the steps that see no words (dropout: Srivastava et al., 2014): a paper in other words
 * must be read by its structure.
 */
const WORDLESS = 0.5;
/** Parts of the features that a confidence must do without, one at a time. */
const PARTS = 3;

/**
 * Learns to pick by a conditional logit with an outside option (McFadden, 1974): the probability of
 * the right candidates, or of "none" where there is none, is maximised by AdaGrad.
 */
export function trainRanker(
  lists: readonly RankedList[],
  takes: Ranker['takes'],
  seed: number,
): Ranker {
  const weights = new Float64Array(BUCKETS);
  const squares = new Float64Array(BUCKETS).fill(1e-2);
  const random = seededRandom(seed);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const list of shuffle(lists, random)) {
      const isWordless = random() < WORDLESS;
      const kept = isWordless ? list.features.map(withoutWords) : list.features;
      const options = withNone(kept, list.category);
      const errors =
        takes === 'one'
          ? choiceErrors(weights, options, list.right)
          : eachErrors(weights, options, list.right);
      for (const [index, features] of options.entries()) {
        const error = errors[index] ?? 0;
        if (Math.abs(error) < 1e-4) continue;
        for (let at = 0; at < features.length; at += 1) {
          const bucket = features[at] ?? 0;
          const weight = weights[bucket] ?? 0;
          const slope = error + DECAY * weight;
          const square = (squares[bucket] ?? 0) + slope * slope;
          squares[bucket] = square;
          weights[bucket] = weight - (LEARNING_RATE * slope) / Math.sqrt(square);
        }
      }
    }
  }
  return store(weights, takes);
}

/** Confidence of each candidate, 0 to 1; with `takes: 'one'` they and "none" sum to 1. */
export function rank(ranker: Ranker, category: string, features: readonly Int32Array[]): number[] {
  const weights = weightsOf(ranker);
  const options = withNone(features, category);
  const probabilities = ranker.takes === 'one' ? choose(weights, options) : each(weights, options);
  return probabilities.slice(1);
}

/**
 * The same without each third of the features, the rest weighing so much more: what is told in
 * several ways stays likely, what a single habit tells does not (random subspaces: Ho, 1998).
 */
export function rankByParts(
  ranker: Ranker,
  category: string,
  features: readonly Int32Array[],
): number[][] {
  const weights = weightsOf(ranker);
  return Array.from({ length: PARTS }, (_, part) => {
    const kept = features.map((buckets) => buckets.filter((bucket) => bucket % PARTS !== part));
    const [none = 0, ...scores] = withNone(kept, category).map((one) => scoreOf(weights, one));
    const scaled = scores.map((score) => (score * PARTS) / (PARTS - 1));
    return ranker.takes === 'one'
      ? softmax([none, ...scaled]).slice(1)
      : scaled.map((score) => sigmoid(score - none));
  });
}

/** Features of structure alone. */
export function withoutWords(features: Int32Array): Int32Array {
  return features.filter((bucket) => !isOfWords(bucket));
}

/** The option "none" first; its features say how often a category lacks the field. */
function withNone(features: readonly Int32Array[], category: string): Int32Array[] {
  return [Int32Array.of(hash('none'), hash(`none=${category}`)), ...features];
}

function scoreOf(weights: Float64Array, features: Int32Array): number {
  let sum = 0;
  for (let at = 0; at < features.length; at += 1) sum += weights[features[at] ?? 0] ?? 0;
  return sum;
}

function choose(weights: Float64Array, options: readonly Int32Array[]): number[] {
  return softmax(options.map((features) => scoreOf(weights, features)));
}

function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function each(weights: Float64Array, options: readonly Int32Array[]): number[] {
  const none = scoreOf(weights, options[0] ?? new Int32Array());
  return options.map((features) => sigmoid(scoreOf(weights, features) - none));
}

function sigmoid(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

/** Derivative of the loss by each option's score, "none" first. */
function choiceErrors(
  weights: Float64Array,
  options: readonly Int32Array[],
  right: readonly boolean[],
): number[] {
  const probabilities = choose(weights, options);
  const isRight = [!right.includes(true), ...right];
  const mass = probabilities.reduce((sum, p, index) => sum + (isRight[index] ? p : 0), 0);
  return probabilities.map((p, index) => p - (isRight[index] ? p / Math.max(mass, 1e-12) : 0));
}

function eachErrors(
  weights: Float64Array,
  options: readonly Int32Array[],
  right: readonly boolean[],
): number[] {
  const errors = each(weights, options)
    .slice(1)
    .map((p, index) => p - Number(right[index] ?? false));
  return [-errors.reduce((sum, error) => sum + error, 0) / Math.max(1, errors.length), ...errors];
}

function store(weights: Float64Array, takes: Ranker['takes']): Ranker {
  const buckets: number[] = [];
  const kept: number[] = [];
  for (const [bucket, weight] of weights.entries()) {
    if (Math.abs(weight) < MIN_WEIGHT) continue;
    buckets.push(bucket);
    kept.push(Math.round(weight * 1_000) / 1_000);
  }
  return { takes, buckets, weights: kept, threshold: 0.5 };
}

const weightsByRanker = new WeakMap<Ranker, Float64Array>();

function weightsOf(ranker: Ranker): Float64Array {
  const cached = weightsByRanker.get(ranker);
  if (cached !== undefined) return cached;
  const weights = new Float64Array(BUCKETS);
  for (const [index, bucket] of ranker.buckets.entries()) {
    weights[bucket] = ranker.weights[index] ?? 0;
  }
  weightsByRanker.set(ranker, weights);
  return weights;
}
