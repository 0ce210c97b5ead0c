import { calibrate, fitCalibration } from '../../../lambda/domain/mlops/calibration.ts';
import { accuracyOf, confusionOf, macroF1Of } from '../../../lambda/domain/mlops/class-metrics.ts';

const says = (trees: number[], structure = trees, known = 1) => ({
  trees,
  words: trees,
  structure,
  known,
});
/** Nine in ten sure, right only seven times in ten. */
const overconfident = Array.from({ length: 100 }, (_, row) => ({
  opinions: says([0.9, 0.1]),
  label: row < 70 ? 0 : 1,
}));

test('makes an overconfident model as sure as it is right', () => {
  const [confidence] = calibrate(fitCalibration(overconfident), says([0.9, 0.1]));
  expect(confidence).toBeCloseTo(0.7, 1);
});

test('keeps the order of classes', () => {
  const scaled = calibrate({ ...fitCalibration([]), temperature: 3 }, says([0.2, 0.7, 0.1]));
  expect(scaled.indexOf(Math.max(...scaled))).toBe(1);
});

test('parts that agree are not changed without held-out rows', () => {
  expect(calibrate(fitCalibration([]), says([0.25, 0.75]))[1]).toBeCloseTo(0.75);
});

test('the structure alone judges a document in words that nobody has seen', () => {
  const calibration = { ...fitCalibration([]), low: 0.2, high: 0.6 };
  expect(calibrate(calibration, says([0.9, 0.1], [0.2, 0.8], 0.1))[1]).toBeCloseTo(0.8);
});

test('trusts the part that is right on held-out rows', () => {
  const rows = Array.from({ length: 60 }, (_, row) => {
    const right = row % 2 === 0 ? [0.9, 0.1] : [0.1, 0.9];
    return {
      opinions: { trees: [0.5, 0.5], words: right, structure: [0.5, 0.5], known: 1 },
      label: row % 2,
    };
  });
  expect(fitCalibration(rows).words).toBeGreaterThan(0.5);
});

test('measures accuracy and macro F1 as defined', () => {
  const pairs = [
    { label: 0, predicted: 0 },
    { label: 0, predicted: 1 },
    { label: 1, predicted: 1 },
  ];
  const confusion = confusionOf(pairs, 2);
  expect([accuracyOf(confusion), macroF1Of(confusion)]).toEqual([2 / 3, 2 / 3]);
});
