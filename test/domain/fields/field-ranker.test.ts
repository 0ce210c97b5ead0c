import type { Ranker } from '../../../lambda/domain/fields/field-ranker.ts';
import { rank, rankByParts } from '../../../lambda/domain/fields/field-ranker.ts';

const rankerOf = (buckets: number[], weight: number): Ranker => ({
  takes: 'one',
  buckets,
  weights: buckets.map(() => weight),
  threshold: 0.5,
});
const least = (ranker: Ranker, features: Int32Array): number =>
  Math.min(...rankByParts(ranker, 'invoice', [features]).flat());

describe('confidence by parts of the evidence', () => {
  test('a value that one feature tells is unsure', () => {
    const ranker = rankerOf([3], 6);
    expect(rank(ranker, 'invoice', [Int32Array.of(3)])[0]).toBeGreaterThan(0.99);
    expect(least(ranker, Int32Array.of(3))).toBeCloseTo(0.5);
  });

  test('a value that many features tell stays sure', () => {
    const buckets = [3, 4, 5, 6, 7, 8];
    expect(least(rankerOf(buckets, 1), Int32Array.from(buckets))).toBeGreaterThan(0.99);
  });
});
