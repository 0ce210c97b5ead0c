import { seededRandom } from '../features/random.ts';
import { percentile } from './distribution.ts';

/** A mean with its 95 % interval, `[low, high]`. */
export interface MeanInterval {
  readonly mean: number;
  readonly interval: readonly [low: number, high: number];
}

export interface PairedDifference extends MeanInterval {
  /** Two-sided: how often a difference as large comes about where neither is better. */
  readonly p: number;
  readonly pairs: number;
}

const RESAMPLES = 2_000;
const SEED = 1;
const LOW = 0.025;
const HIGH = 0.975;

/**
 * Mean of the values with the percentile bootstrap's interval (Efron and Tibshirani, An Introduction
 * to the Bootstrap, 1993, chapter 13); the same for the same values. Null without values.
 */
export function meanInterval(values: readonly number[]): MeanInterval | null {
  if (values.length === 0) return null;
  const random = seededRandom(SEED);
  const means = Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    for (let index = 0; index < values.length; index++) {
      sum += values[Math.floor(random() * values.length)] ?? 0;
    }
    return sum / values.length;
  });
  const interval = [percentile(means, LOW) ?? 0, percentile(means, HIGH) ?? 0] as const;
  return { mean: meanOf(values), interval };
}

/**
 * How much higher the second of two figures of the same questions is: mean of the differences with its
 * interval, and the p-value of a paired randomisation test (Noreen 1989; signs are flipped at random).
 * Null without pairs.
 */
export function pairedDifference(
  pairs: readonly (readonly [first: number, second: number])[],
): PairedDifference | null {
  const differences = pairs.map(([first, second]) => second - first);
  const found = meanInterval(differences);
  if (found === null) return null;
  const random = seededRandom(SEED);
  const least = Math.abs(found.mean) - 1e-12;
  let asLarge = 0;
  for (let turn = 0; turn < RESAMPLES; turn++) {
    const flipped = meanOf(differences.map((value) => (random() < 0.5 ? value : -value)));
    if (Math.abs(flipped) >= least) asLarge += 1;
  }
  return { ...found, p: (asLarge + 1) / (RESAMPLES + 1), pairs: pairs.length };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
