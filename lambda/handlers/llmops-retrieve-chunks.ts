import * as z from 'zod';
import { retrieveForQuestion } from '../domain/llmops/retrieve-for-question.ts';
import type { Ports } from '../ports.ts';

const eventSchema = z.strictObject({
  tenant: z.string().min(1),
  interactionId: z.string().min(1),
  question: z.string().min(1),
  documentId: z.string().min(1).nullable(),
  clause: z.string().min(1).nullable(),
});

export const llmopsRetrieveChunks = (
  ports: Pick<Ports, 'embedder' | 'vectors' | 'rag' | 'queryExpansion' | 'now'>,
) => {
  const retrieve = retrieveForQuestion(ports);
  return async (event: unknown) => retrieve(eventSchema.parse(event));
};
