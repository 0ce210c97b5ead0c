import * as z from 'zod';
import { classifyDocument } from '../domain/mlops/classify-document.ts';
import type { Ports } from '../ports.ts';

const eventSchema = z.strictObject({ tenant: z.string().min(1), documentId: z.string().min(1) });

/** State `mlops-classify-document` of the document flow. */
export const mlopsClassifyDocument = (
  ports: Pick<Ports, 'features' | 'classifier' | 'models' | 'now'>,
) => {
  const classify = classifyDocument(ports);
  return async (event: unknown) => classify(eventSchema.parse(event));
};
