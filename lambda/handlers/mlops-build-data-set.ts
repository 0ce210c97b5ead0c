import * as z from 'zod';
import { buildDataSet } from '../domain/mlops/build-data-set.ts';
import { documentLabelsSchema } from '../domain/mlops/data-set.ts';
import type { Ports } from '../ports.ts';

const eventSchema = z.strictObject({
  tenant: z.string().min(1),
  /** Artefact with one label a line: `{documentId, category, fields}`. */
  labelsPath: z.string().min(1),
  seed: z.coerce.number().int(),
});

/** Step `mlops-build-data-set` of the training pipeline. */
export const mlopsBuildDataSet = (ports: Pick<Ports, 'documents' | 'artefacts' | 'now'>) => {
  const build = buildDataSet(ports);
  return async (event: unknown) => {
    const { tenant, labelsPath, seed } = eventSchema.parse(event);
    const lines = new TextDecoder().decode(await ports.artefacts.get(labelsPath)).split('\n');
    const labels = lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line));
    return build({ tenant, labels: documentLabelsSchema.parse(labels), seed });
  };
};
