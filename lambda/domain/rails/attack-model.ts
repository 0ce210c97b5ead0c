import * as z from 'zod';
import { attackFeatures, type AttackVector, BUCKETS } from './attack-features.ts';
import { passageFeatures, type PassageSentence } from './passage-features.ts';
import { lazily } from '../../lazily.ts';

/** One linear model over `attackFeatures` or `passageFeatures`, its calibration and its threshold. */
export const attackModelSchema = /* @__PURE__ */ lazily(() =>
  z.strictObject({
    /** Signed bytes in base64, one a bucket: words and pairs; characters. */
    words: z.string(),
    characters: z.string(),
    /** What one step of a byte is worth. */
    wordStep: z.number(),
    characterStep: z.number(),
    /** Signs and shapes, in the order of their columns. */
    signs: z.array(z.number()),
    intercept: z.number(),
    /** Platt's scaling: 1 / (1 + exp(-(slope * score + shift))). */
    slope: z.number(),
    shift: z.number(),
    /** Probability from which a text counts as an attack. */
    threshold: z.number().min(0).max(1),
  }),
);
export type AttackModel = z.infer<ReturnType<typeof attackModelSchema>>;

export const passageModelSchema = /* @__PURE__ */ lazily(() =>
  attackModelSchema().extend({
    /** Probability from which a sentence is suspect: shown, but no answer may rest on it alone. */
    suspect: z.number().min(0).max(1),
  }),
);
export type PassageModel = z.infer<ReturnType<typeof passageModelSchema>>;

export const attackModelsSchema = /* @__PURE__ */ lazily(() =>
  z.strictObject({
    /** What it was learned from, by whom that is licensed, and how many texts. */
    learnedFrom: z.array(z.string()),
    question: attackModelSchema(),
    passage: passageModelSchema(),
  }),
);
export type AttackModels = z.infer<ReturnType<typeof attackModelsSchema>>;

/** Longer texts are judged in pieces of so many characters: a long one must not dilute a short order. */
const WINDOW = 6_000;
const OVERLAP = 300;

/** A text that is one act, or a sentence of a passage. */
export type Judgeable = string | PassageSentence;

/** Probability that a text is an attack. */
export function attackProbability(model: AttackModel, judged: Judgeable): number {
  const { slope, shift } = model;
  return 1 / (1 + Math.exp(-(slope * attackScore(model, judged) + shift)));
}

/** Log odds before calibration; of a long text its highest piece. */
export function attackScore(model: AttackModel, judged: Judgeable): number {
  const text = typeof judged === 'string' ? judged : judged.text;
  let highest = Number.NEGATIVE_INFINITY;
  for (let start = 0; start === 0 || start + OVERLAP < text.length; start += WINDOW - OVERLAP) {
    const piece = text.slice(start, start + WINDOW);
    const vector = featuresOf(typeof judged === 'string' ? piece : { ...judged, text: piece });
    highest = Math.max(highest, scoreOf(model, vector));
  }
  return highest;
}

/** The columns of what is judged. */
export function featuresOf(judged: Judgeable): AttackVector {
  return typeof judged === 'string' ? attackFeatures(judged) : passageFeatures(judged);
}

function scoreOf(model: AttackModel, { indices, values }: AttackVector): number {
  const { words, characters } = weightsOf(model);
  let score = model.intercept;
  for (let at = 0; at < indices.length; at += 1) {
    const column = indices[at] ?? 0;
    const value = values[at] ?? 0;
    if (column < BUCKETS) score += value * (words[column] ?? 0) * model.wordStep;
    else if (column < 2 * BUCKETS) {
      score += value * (characters[column - BUCKETS] ?? 0) * model.characterStep;
    } else score += value * (model.signs[column - 2 * BUCKETS] ?? 0);
  }
  return score;
}

interface Weights {
  readonly words: Int8Array;
  readonly characters: Int8Array;
}
const decoded = new WeakMap<AttackModel, Weights>();

function weightsOf(model: AttackModel): Weights {
  const before = decoded.get(model);
  if (before !== undefined) return before;
  const made = { words: toBytes(model.words), characters: toBytes(model.characters) };
  decoded.set(model, made);
  return made;
}

function toBytes(base64: string): Int8Array {
  return Int8Array.from(atob(base64), (character) => (character.charCodeAt(0) << 24) >> 24);
}
