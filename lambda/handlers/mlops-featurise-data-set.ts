import * as z from 'zod';
import { featuriseDataSet } from '../domain/mlops/featurise-data-set.ts';
import type { Ports } from '../ports.ts';

const eventSchema = z.strictObject({ dataSet: z.string().min(1) });

/** Step `mlops-featurise-data-set`: pipelines pass numbers on as text. */
export const mlopsFeaturiseDataSet = (
  ports: Pick<Ports, 'documents' | 'artefacts' | 'taxonomy' | 'featureSettings' | 'now'>,
) => {
  const featurise = featuriseDataSet(ports);
  return async (event: unknown) => {
    const { dataSet, train, validation, all, classes, durationMs } = await featurise(
      eventSchema.parse(event),
    );
    return {
      featureSet: dataSet,
      trainUri: ports.artefacts.uri(train),
      validationUri: ports.artefacts.uri(validation),
      allUri: ports.artefacts.uri(all),
      classes: String(classes),
      durationMs,
    };
  };
};
