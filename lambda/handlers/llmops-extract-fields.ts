import * as z from 'zod';
import { extractFields } from '../domain/llmops/extract-fields.ts';
import type { Ports } from '../ports.ts';

const eventSchema = z.strictObject({
  tenant: z.string().min(1),
  documentId: z.string().min(1),
  category: z.string(),
});

export const llmopsExtractFields = (
  ports: Pick<Ports, 'documents' | 'vectors' | 'languageModel' | 'prompts' | 'taxonomy' | 'now'>,
) => {
  const extract = extractFields(ports);
  return async (event: unknown) => extract(eventSchema.parse(event));
};
