import * as z from 'zod';

/** Probabilities become p^(1/temperature), normalised: above 1 they are less sure. */
export const calibrationSchema = z.strictObject({
  temperature: z.number().positive(),
  /** Held-out rows that it was fitted on. */
  rows: z.int(),
});
export type Calibration = z.infer<typeof calibrationSchema>;

/** A held-out row: what the trees said, and the true class. */
export interface HeldOutPrediction {
  readonly probabilities: readonly number[];
  readonly label: number;
}

/** No probability counts as impossible: logarithms stay finite. */
const FLOOR = 1e-9;
/** Temperatures tried, from 0.25 to 8 in 5 % steps; the loss has one minimum. */
const TEMPERATURES = Array.from({ length: 72 }, (_, step) => 0.25 * 1.05 ** step);

/**
 * Temperature scaling on held-out rows, by the lowest log loss (Guo et al., ICML 2017). It keeps
 * the order of classes, so accuracy does not change. Without rows nothing is changed.
 */
export function fitCalibration(rows: readonly HeldOutPrediction[]): Calibration {
  if (rows.length === 0) return { temperature: 1, rows: 0 };
  const losses = TEMPERATURES.map((temperature) => ({
    temperature,
    loss: logLoss(rows, { temperature, rows: rows.length }),
  }));
  const best = losses.reduce((a, b) => (b.loss < a.loss ? b : a));
  return { temperature: best.temperature, rows: rows.length };
}

/** Calibrated probabilities, same order, sum 1. */
export function calibrate(calibration: Calibration, probabilities: readonly number[]): number[] {
  const powers = probabilities.map(
    (probability) => Math.max(probability, FLOOR) ** (1 / calibration.temperature),
  );
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function logLoss(rows: readonly HeldOutPrediction[], calibration: Calibration): number {
  return rows.reduce(
    (sum, { probabilities, label }) =>
      sum - Math.log(Math.max(calibrate(calibration, probabilities)[label] ?? 0, FLOOR)),
    0,
  );
}
