import * as z from 'zod';
import { featuriseDocument } from '../domain/mlops/featurise-document.ts';
import type { Ports } from '../ports.ts';

const eventSchema = z.strictObject({ tenant: z.string().min(1), documentId: z.string().min(1) });

/** State `mlops-featurise-document` of the document flow. */
export const mlopsFeaturiseDocument = (
  ports: Pick<Ports, 'documents' | 'features' | 'models' | 'now'>,
) => {
  const featurise = featuriseDocument(ports);
  return async (event: unknown) => featurise(eventSchema.parse(event));
};
