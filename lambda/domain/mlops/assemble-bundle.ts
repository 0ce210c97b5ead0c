import { createHash } from 'node:crypto';

import { fitCalibration } from './calibration.ts';
import type { HeldOutPrediction } from './calibration.ts';
import type { Confusion } from './class-metrics.ts';
import { accuracyOf, confusionOf, indexOfLargest, macroF1Of } from './class-metrics.ts';
import type { ModelBundle, ModelEvaluation } from './model-bundle.ts';

export interface AssembledModel {
  readonly bundle: ModelBundle;
  readonly evaluation: ModelEvaluation;
  readonly confusion: Confusion;
}

/** Measures held-out predictions, fits the calibration on them, and names the bundle by its hash. */
export function assembleBundle(
  parts: Pick<ModelBundle, 'categories' | 'vectoriser' | 'trees' | 'fields' | 'dataSet'>,
  heldOut: readonly HeldOutPrediction[],
): AssembledModel {
  const pairs = heldOut.map(({ probabilities, label }) => ({
    label,
    predicted: indexOfLargest(probabilities),
  }));
  const confusion = confusionOf(pairs, parts.categories.length);
  const content = { ...parts, calibration: fitCalibration(heldOut) };
  const version = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
  return {
    bundle: { version, ...content },
    evaluation: {
      accuracy: accuracyOf(confusion),
      macroF1: macroF1Of(confusion),
      documents: heldOut.length,
    },
    confusion,
  };
}
