import { createHash } from 'node:crypto';

import type { Gates } from '../../../config/schema.ts';
import type { HeldOutPrediction } from './calibration.ts';
import { calibrate, fitCalibration } from './calibration.ts';
import type { Confusion } from './class-metrics.ts';
import { accuracyOf, confusionOf, indexOfLargest, macroF1Of } from './class-metrics.ts';
import type { ModelBundle, ModelEvaluation } from './model-bundle.ts';

export interface AssembledModel {
  readonly bundle: ModelBundle;
  readonly evaluation: ModelEvaluation;
  readonly confusion: Confusion;
}

/**
 * Fits the calibration on held-out predictions of a candidate that was trained without them,
 * measures it there, and names the bundle by its hash. The bundle's parts saw all rows.
 */
export function assembleBundle(
  parts: Omit<ModelBundle, 'version' | 'calibration'>,
  heldOut: readonly HeldOutPrediction[],
  gates: Pick<Gates, 'minAccuracy' | 'minMacroF1'>,
): AssembledModel {
  const calibration = fitCalibration(heldOut);
  const pairs = heldOut.map(({ opinions, label }) => ({
    label,
    predicted: indexOfLargest(calibrate(calibration, opinions)),
  }));
  const confusion = confusionOf(pairs, parts.categories.length);
  const content = { ...parts, calibration };
  const version = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
  const accuracy = accuracyOf(confusion);
  const macroF1 = macroF1Of(confusion);
  const passed = accuracy >= gates.minAccuracy && macroF1 >= gates.minMacroF1;
  return {
    bundle: { version, ...content },
    evaluation: { accuracy, macroF1, documents: heldOut.length, passed },
    confusion,
  };
}
