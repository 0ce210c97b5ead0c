import * as z from 'zod';
import { chunkDocument } from '../domain/llmops/chunk-document.ts';
import type { Ports } from '../ports.ts';

const eventSchema = z.strictObject({ tenant: z.string().min(1), documentId: z.string().min(1) });

export const llmopsChunkDocument = (ports: Pick<Ports, 'documents' | 'rag' | 'now'>) => {
  const chunk = chunkDocument(ports);
  return async (event: unknown) => chunk(eventSchema.parse(event));
};
