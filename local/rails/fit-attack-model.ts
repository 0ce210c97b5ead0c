import {
  ATTACK_COLUMNS,
  type AttackVector,
  BUCKETS,
} from '../../lambda/domain/rails/attack-features.ts';
import {
  type AttackModel,
  attackScore,
  featuresOf,
  type Judgeable,
} from '../../lambda/domain/rails/attack-model.ts';
import {
  PASSAGE_COLUMNS,
  type PassageSentence,
} from '../../lambda/domain/rails/passage-features.ts';
import { type LinearModel, trainLinearModel } from '../../lambda/domain/mlops/linear-model.ts';

export interface LabelledText {
  readonly text: string;
  readonly attack: boolean;
  /** Of a sentence in a document: what it stands among. */
  readonly sentence?: PassageSentence;
}

/** Multiplies the columns: the trainer's penalty is then that of C = 200 * STRENGTH^2 = 50. */
const STRENGTH = 0.5;
/** The linear trainer stores thousandths. */
const STORED = 1_000;
const MAX_BYTE = 127;

/** A linear model of texts, without calibration: its probability is the logistic of its score. */
export function fitAttackModel(texts: readonly LabelledText[]): AttackModel {
  const rows = texts.map((one) => ({ label: one.attack ? 1 : 0, vector: scaled(judgeable(one)) }));
  const features = texts.some(({ sentence }) => sentence) ? PASSAGE_COLUMNS : ATTACK_COLUMNS;
  const linear = trainLinearModel({ rows, classes: 2, features });
  const weights = weightsOf(linear, features);
  const words = quantised(weights.subarray(0, BUCKETS));
  const characters = quantised(weights.subarray(BUCKETS, 2 * BUCKETS));
  const [no = 0, yes = 0] = linear.intercepts;
  return {
    words: words.base64,
    characters: characters.base64,
    wordStep: words.step,
    characterStep: characters.step,
    signs: Array.from(weights.subarray(2 * BUCKETS), (weight) => round(weight)),
    intercept: round((yes - no) / STORED),
    slope: 1,
    shift: 0,
    threshold: 0.5,
  };
}

export interface Scored extends LabelledText {
  readonly score: number;
}

/**
 * The model with Platt's scaling (1999) of scores that it did not learn from, and the threshold at
 * which `falseAlarms` of their innocent texts count as attacks.
 */
export function calibrated(
  model: AttackModel,
  scored: readonly Scored[],
  falseAlarms: number,
): AttackModel {
  const { slope, shift } = plattScaling(scored);
  const innocent = scored.filter(({ attack }) => !attack).map(({ score }) => score);
  innocent.sort((one, other) => other - one);
  const allowed = innocent[Math.floor(falseAlarms * innocent.length)] ?? 0;
  const threshold = 1 / (1 + Math.exp(-(slope * allowed + shift)));
  // Just above the first innocent text that must not count.
  return { ...model, slope, shift, threshold: Math.min(0.9999, round(threshold + 0.0001)) };
}

/**
 * Scores of texts by models that did not see their group: `folds` parts, each judged by a model of
 * the others.
 */
export function scoresWithoutOwnGroup<T extends LabelledText>(options: {
  readonly texts: readonly T[];
  readonly groups: readonly number[];
  readonly folds: number;
  readonly fit: (texts: readonly T[]) => AttackModel;
}): (T & Scored)[] {
  const { texts, groups, folds, fit } = options;
  const scored: (T & Scored)[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const isHere = (at: number) => foldOf(groups[at] ?? 0, folds) === fold;
    const model = fit(texts.filter((_, at) => !isHere(at)));
    for (const [at, one] of texts.entries()) {
      if (isHere(at)) scored.push({ ...one, score: attackScore(model, judgeable(one)) });
    }
  }
  return scored;
}

/** A group's fold by Knuth's multiplicative hash: neighbours in the file fall apart. */
export function foldOf(group: number, folds: number): number {
  return (Math.imul(group + 1, 2_654_435_761) >>> 8) % folds;
}

function judgeable({ text, sentence }: LabelledText): Judgeable {
  return sentence ?? text;
}

const vectors = new Map<Judgeable, AttackVector>();

function scaled(judged: Judgeable): AttackVector {
  const before = vectors.get(judged);
  if (before !== undefined) return before;
  const { indices, values } = featuresOf(judged);
  const made = { indices, values: values.map((value) => value * STRENGTH) };
  vectors.set(judged, made);
  return made;
}

function weightsOf(linear: LinearModel, features: number): Float64Array {
  const weights = new Float64Array(features);
  for (const [place, column] of linear.columns.entries()) {
    const difference = (linear.weights[1]?.[place] ?? 0) - (linear.weights[0]?.[place] ?? 0);
    weights[column] = (difference / STORED) * STRENGTH;
  }
  return weights;
}

function quantised(weights: Float64Array): { readonly base64: string; readonly step: number } {
  const most = weights.reduce((highest, weight) => Math.max(highest, Math.abs(weight)), 0);
  const step = Number((most / MAX_BYTE || 1).toPrecision(6));
  const bytes = Int8Array.from(weights, (weight) => Math.round(weight / step));
  return { base64: Buffer.from(bytes.buffer).toString('base64'), step };
}

/** Newton's method on the two numbers of a logistic regression of labels on scores. */
function plattScaling(scored: readonly Scored[]): {
  readonly slope: number;
  readonly shift: number;
} {
  let [slope, shift] = [1, 0];
  for (let step = 0; step < 50; step += 1) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-6, 0, 1e-6];
    for (const { score, attack } of scored) {
      const p = 1 / (1 + Math.exp(-(slope * score + shift)));
      const error = p - (attack ? 1 : 0);
      const weight = p * (1 - p);
      g0 += error * score;
      g1 += error;
      h00 += weight * score * score;
      h01 += weight * score;
      h11 += weight;
    }
    const determinant = h00 * h11 - h01 * h01;
    slope -= (h11 * g0 - h01 * g1) / determinant;
    shift -= (h00 * g1 - h01 * g0) / determinant;
  }
  return { slope: round(slope), shift: round(shift) };
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
