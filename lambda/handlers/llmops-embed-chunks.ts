import * as z from 'zod';
import { embedChunks } from '../domain/llmops/embed-chunks.ts';
import type { Ports } from '../ports.ts';

const eventSchema = z.strictObject({ tenant: z.string().min(1), documentId: z.string().min(1) });

export const llmopsEmbedChunks = (ports: Pick<Ports, 'documents' | 'embedder' | 'now'>) => {
  const embed = embedChunks(ports);
  return async (event: unknown) => embed(eventSchema.parse(event));
};
