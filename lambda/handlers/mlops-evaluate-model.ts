import * as z from 'zod';
import { evaluateModel } from '../domain/mlops/evaluate-model.ts';
import { InvalidInputError } from '../errors.ts';
import type { Ports } from '../ports.ts';

const eventSchema = z.strictObject({
  featureSet: z.string().min(1),
  /** `model.tar.gz` of the training job, in the artefact store. */
  modelUri: z.string().min(1),
});

/** Step `mlops-evaluate-model`: pipelines compare text, so `passed` is `"true"` or `"false"`. */
export const mlopsEvaluateModel = (
  ports: Pick<Ports, 'artefacts' | 'models' | 'gates' | 'now'>,
) => {
  const evaluate = evaluateModel(ports);
  return async (event: unknown) => {
    const { featureSet, modelUri } = eventSchema.parse(event);
    const prefix = ports.artefacts.uri('');
    if (!modelUri.startsWith(prefix)) {
      throw new InvalidInputError(
        `modelUri must lie below ${prefix}, got ${modelUri}; let the training job write there`,
      );
    }
    const model = modelUri.slice(prefix.length);
    const { version, passed, statistics, accuracy, macroF1, documents, durationMs } =
      await evaluate({ dataSet: featureSet, model });
    return {
      version,
      passed: String(passed),
      statisticsUri: ports.artefacts.uri(statistics),
      modelUri,
      accuracy,
      macroF1,
      documents,
      durationMs,
    };
  };
};
