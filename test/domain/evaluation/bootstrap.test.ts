import * as fc from 'fast-check';
import { meanInterval, pairedDifference } from '../../../lambda/domain/evaluation/bootstrap.ts';

test('no values have no mean, and no pairs no difference', () => {
  expect([meanInterval([]), pairedDifference([])]).toEqual([null, null]);
});

test('the interval of a share is near the one of the normal approximation', () => {
  const values = Array.from({ length: 400 }, (_, index) => (index % 4 === 0 ? 1 : 0));
  const { mean, interval } = meanInterval(values) ?? { mean: 0, interval: [0, 0] };
  const half = 1.96 * Math.sqrt((0.25 * 0.75) / 400);
  expect(mean).toBe(0.25);
  expect(interval[0]).toBeCloseTo(0.25 - half, 2);
  expect(interval[1]).toBeCloseTo(0.25 + half, 2);
});

test('the mean lies in its interval, and the same values have the same one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 20 }),
      (all) => {
        const found = meanInterval(all);
        expect(found?.interval[0]).toBeLessThanOrEqual(found?.mean ?? NaN);
        expect(found?.interval[1]).toBeGreaterThanOrEqual(found?.mean ?? NaN);
        expect(meanInterval(all)).toEqual(found);
      },
    ),
    { numRuns: 20, seed: 2_026 },
  );
});

test('a clear gain is significant, a lone one is not', () => {
  const gain = Array.from({ length: 30 }, (_, index) => [0, index < 12 ? 1 : 0] as const);
  const lone = Array.from({ length: 30 }, (_, index) => [0, index < 1 ? 1 : 0] as const);
  expect(pairedDifference(gain)).toMatchObject({ mean: 0.4, pairs: 30 });
  expect(pairedDifference(gain)?.p).toBeLessThan(0.01);
  expect(pairedDifference(gain)?.interval[0]).toBeGreaterThan(0);
  expect(pairedDifference(lone)?.p).toBe(1);
});
