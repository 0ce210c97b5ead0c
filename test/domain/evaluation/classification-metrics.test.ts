import * as fc from 'fast-check';
import {
  accuracy,
  classMetrics,
  confusion,
  macroF1,
} from '../../../lambda/domain/evaluation/classification-metrics.ts';
import { calibrationError, percentile } from '../../../lambda/domain/evaluation/distribution.ts';

fc.configureGlobal({ seed: 2_026 });

const category = fc.constantFrom('a', 'b', 'c');
const pairs = fc.array(
  fc.record({ gold: category, predicted: fc.option(category, { nil: null }) }),
  { minLength: 1, maxLength: 30 },
);

test('computes precision, recall and F1 of a class by hand', () => {
  const three = [
    { gold: 'a', predicted: 'a' },
    { gold: 'a', predicted: 'b' },
    { gold: 'b', predicted: 'b' },
  ];
  expect(classMetrics(three)).toEqual({
    a: { precision: 1, recall: 0.5, f1: 2 / 3, support: 2 },
    b: { precision: 0.5, recall: 1, f1: 2 / 3, support: 1 },
  });
});

test('a class that is only predicted has F1 zero and pulls the mean down', () => {
  const two = [
    { gold: 'a', predicted: 'a' },
    { gold: 'a', predicted: 'b' },
  ];
  expect(macroF1(two)).toBeCloseTo(1 / 3);
});

test('is null without documents', () => {
  expect([accuracy([]), macroF1([]), percentile([], 0.5), calibrationError([])]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test('accuracy is the diagonal of the confusion over all its entries', () => {
  fc.assert(
    fc.property(pairs, (given) => {
      const rows = Object.entries(confusion(given));
      const sum = rows.flatMap(([, row]) => Object.values(row)).reduce((a, b) => a + b, 0);
      const diagonal = rows.reduce((total, [gold, row]) => total + (row[gold] ?? 0), 0);
      expect(sum).toBe(given.length);
      expect(accuracy(given)).toBeCloseTo(diagonal / sum);
    }),
  );
});

test('the order of the documents changes nothing', () => {
  fc.assert(
    fc.property(pairs, (given) => {
      expect(classMetrics(given.toReversed())).toEqual(classMetrics(given));
    }),
  );
});

test('a percentile lies between the smallest and the largest value', () => {
  const values = fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1 });
  fc.assert(
    fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (given, share) => {
      const value = percentile(given, share) ?? NaN;
      expect(value).toBeGreaterThanOrEqual(Math.min(...given));
      expect(value).toBeLessThanOrEqual(Math.max(...given));
    }),
  );
});

test('the calibration error is the distance of confidence and accuracy, bin by bin', () => {
  const sure = { confidence: 0.95, right: true };
  const wrong = { confidence: 0.65, right: false };
  expect(calibrationError([sure, sure, wrong])).toBeCloseTo((0.05 * 2 + 0.65) / 3);
});
