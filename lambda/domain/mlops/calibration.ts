import * as z from 'zod';
import { lazily } from '../../lazily.ts';

import type { Opinions } from './companions.ts';

/** How the parts' opinions become one probability a class. */
export const calibrationSchema = lazily(() =>
  z.strictObject({
    /** Shares of the linear models; the trees have the rest. */
    words: z.number().min(0).max(1),
    structure: z.number().min(0).max(1),
    /** Probabilities become p^(1/temperature), normalised: above 1 they are less sure. */
    temperature: z.number().positive(),
    /** The same of the structure alone, which judges documents in unknown words. */
    structureTemperature: z.number().positive(),
    /** Shares of known words: from `high` on all parts speak, up to `low` the structure alone. */
    low: z.number(),
    high: z.number(),
    /** Held-out rows that it was fitted on. */
    rows: z.int(),
  }),
);
export type Calibration = z.infer<ReturnType<typeof calibrationSchema>>;

/** A held-out row: what the parts said, and the true class. */
export interface HeldOutPrediction {
  readonly opinions: Opinions;
  readonly label: number;
}

/** No probability counts as impossible: logarithms stay finite. */
const FLOOR = 1e-9;
/** Temperatures tried, from 0.25 to 8 in 5 % steps; the loss has one minimum. */
const TEMPERATURES = Array.from({ length: 72 }, (_, step) => 0.25 * 1.05 ** step);
/** Shares tried; coarse, since a held-out part of a small corpus tells no more. */
const WORDS = [0, 0.2, 0.4, 0.6];
const STRUCTURE = [0, 0.1, 0.2, 0.3];
/** A document with fewer known words than this share of the held-out ones is a stranger's. */
const USUAL = 0.1;
/** Without rows: as found on other corpora. */
const UNFITTED: Calibration = {
  words: 0.4,
  structure: 0.1,
  temperature: 1,
  structureTemperature: 1,
  low: 0,
  high: 0,
  rows: 0,
};

/**
 * Shares and temperatures by the lowest log loss of held-out rows (Guo et al., ICML 2017; pooling
 * by weighted logarithms: Genest and Zidek, 1986).
 */
export function fitCalibration(rows: readonly HeldOutPrediction[]): Calibration {
  if (rows.length === 0) return UNFITTED;
  const known = rows.map(({ opinions }) => opinions.known).sort((a, b) => a - b);
  const high = known[Math.floor(known.length * USUAL)] ?? 0;
  let best = { ...UNFITTED, rows: rows.length, low: high / 2, high };
  let least = Number.POSITIVE_INFINITY;
  for (const words of WORDS) {
    for (const structure of STRUCTURE) {
      const pooled = rows.map(({ opinions, label }) => ({
        logs: poolLogs(opinions, words, structure),
        label,
      }));
      const { temperature, loss } = bestTemperature(pooled);
      if (loss >= least) continue;
      least = loss;
      best = { ...best, words, structure, temperature };
    }
  }
  const alone = rows.map(({ opinions, label }) => ({ logs: opinions.structure.map(log), label }));
  return { ...best, structureTemperature: bestTemperature(alone).temperature };
}

/** Calibrated probabilities, sum 1. */
export function calibrate(calibration: Calibration, opinions: Opinions): number[] {
  const { words, structure, temperature, structureTemperature, low, high } = calibration;
  const share = high <= low ? 1 : clamp((opinions.known - low) / (high - low));
  const pooled = poolLogs(opinions, words, structure);
  return normalise(
    pooled.map(
      (value, label) =>
        (share * value) / temperature +
        ((1 - share) * log(opinions.structure[label] ?? 0)) / structureTemperature,
    ),
  );
}

function poolLogs(opinions: Opinions, words: number, structure: number): number[] {
  const trees = Math.max(0, 1 - words - structure);
  return opinions.trees.map(
    (probability, label) =>
      trees * log(probability) +
      words * log(opinions.words[label] ?? 0) +
      structure * log(opinions.structure[label] ?? 0),
  );
}

interface Pooled {
  readonly logs: readonly number[];
  readonly label: number;
}

function bestTemperature(rows: readonly Pooled[]): { temperature: number; loss: number } {
  let best = { temperature: 1, loss: Number.POSITIVE_INFINITY };
  for (const temperature of TEMPERATURES) {
    const loss = rows.reduce((sum, { logs, label }) => {
      const probabilities = normalise(logs.map((value) => value / temperature));
      return sum - log(probabilities[label] ?? 0);
    }, 0);
    if (loss < best.loss) best = { temperature, loss };
  }
  return best;
}

function normalise(logs: readonly number[]): number[] {
  const top = Math.max(...logs);
  const powers = logs.map((value) => Math.exp(value - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function log(probability: number): number {
  return Math.log(Math.max(probability, FLOOR));
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
