import { calibrate, fitCalibration } from '../../../lambda/domain/mlops/calibration.ts';
import { accuracyOf, confusionOf, macroF1Of } from '../../../lambda/domain/mlops/class-metrics.ts';

/** Nine in ten sure, right only seven times in ten. */
const overconfident = Array.from({ length: 100 }, (_, row) => ({
  probabilities: [0.9, 0.1],
  label: row < 70 ? 0 : 1,
}));

test('makes an overconfident model as sure as it is right', () => {
  const [confidence] = calibrate(fitCalibration(overconfident), [0.9, 0.1]);
  expect(confidence).toBeCloseTo(0.7, 1);
});

test('keeps the order of classes', () => {
  const scaled = calibrate({ temperature: 3, rows: 1 }, [0.2, 0.7, 0.1]);
  expect(scaled.indexOf(Math.max(...scaled))).toBe(1);
});

test('changes nothing without held-out rows', () => {
  expect(calibrate(fitCalibration([]), [0.25, 0.75])).toEqual([0.25, 0.75]);
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
