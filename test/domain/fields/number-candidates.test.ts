import { readDurations } from '../../../lambda/domain/fields/number-candidates.ts';

test('a number and its unit may stand on two lines', () => {
  expect(
    readDurations('within thirty (30)\n        days').map(({ count, unit }) => [count, unit]),
  ).toEqual([[30, 'day']]);
});

test.each([
  ['blanks', ' '],
  ['hyphens', '-'],
])('a run of %s takes no longer than text', (_kind, sign) => {
  const started = performance.now();
  expect(readDurations(`${sign.repeat(300_000)}end`)).toEqual([]);
  expect(performance.now() - started).toBeLessThan(3_000);
});
