import * as z from 'zod';
import { indexChunks } from '../domain/llmops/index-chunks.ts';
import type { Ports } from '../ports.ts';

const eventSchema = z.strictObject({ tenant: z.string().min(1), documentId: z.string().min(1) });

export const llmopsIndexChunks = (
  ports: Pick<Ports, 'documents' | 'embedder' | 'vectors' | 'now'>,
) => {
  const index = indexChunks(ports);
  return async (event: unknown) => index(eventSchema.parse(event));
};
