import * as z from 'zod';
import { classifyDocument } from '../domain/llmops/classify-document.ts';
import type { Ports } from '../ports.ts';

const eventSchema = z.strictObject({ tenant: z.string().min(1), documentId: z.string().min(1) });

export const llmopsClassifyDocument = (
  ports: Pick<Ports, 'documents' | 'languageModel' | 'prompts' | 'taxonomy' | 'now'>,
) => {
  const classify = classifyDocument(ports);
  return async (event: unknown) => classify(eventSchema.parse(event));
};
