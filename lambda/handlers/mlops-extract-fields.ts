import * as z from 'zod';
import { extractFields } from '../domain/mlops/extract-fields.ts';
import type { Ports } from '../ports.ts';

const eventSchema = z.strictObject({
  tenant: z.string().min(1),
  documentId: z.string().min(1),
  category: z.string(),
});

/** State `mlops-extract-fields` of the document flow. */
export const mlopsExtractFields = (ports: Pick<Ports, 'documents' | 'models' | 'now'>) => {
  const extract = extractFields(ports);
  return async (event: unknown) => extract(eventSchema.parse(event));
};
