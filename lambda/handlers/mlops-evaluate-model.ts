import * as z from 'zod';
import { evaluateModel } from '../domain/mlops/evaluate-model.ts';
import { InvalidInputError } from '../errors.ts';
import type { Ports } from '../ports.ts';

const eventSchema = z.strictObject({
  featureSet: z.string().min(1),
  /** `model.tar.gz` of the training jobs, in the artefact store. */
  candidateUri: z.string().min(1),
  modelUri: z.string().min(1),
});

/** Step `mlops-evaluate-model`: pipelines compare text, so `passed` is `"true"` or `"false"`. */
export const mlopsEvaluateModel = (
  ports: Pick<Ports, 'artefacts' | 'models' | 'gates' | 'now'>,
) => {
  const evaluate = evaluateModel(ports);
  return async (event: unknown) => {
    const { featureSet, candidateUri, modelUri } = eventSchema.parse(event);
    const prefix = ports.artefacts.uri('');
    const [candidate, model] = [candidateUri, modelUri].map((uri) => {
      if (uri.startsWith(prefix)) return uri.slice(prefix.length);
      throw new InvalidInputError(
        `models must lie below ${prefix}, got ${uri}; let the training job write there`,
      );
    });
    const { version, passed, statistics, accuracy, macroF1, documents, durationMs } =
      await evaluate({
        dataSet: featureSet,
        candidate: candidate ?? '',
        model: model ?? '',
        belowGates: 'refuse',
      });
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
