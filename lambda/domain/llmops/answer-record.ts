import * as z from 'zod';
import type { Answer } from './answer.ts';
import { retrievedChunkSchema, triggerSchema } from './answer-steps.ts';

/** Shape of a stored record of kind `interaction`. */
export const answerSchema: z.ZodType<Answer> = z.object({
  tenant: z.string(),
  interactionId: z.string(),
  askedAt: z.string(),
  question: z.string(),
  documentId: z.string().nullable(),
  status: z.enum(['answered', 'no-answer', 'blocked', 'failed']),
  text: z.string(),
  citations: z.array(
    z.object({
      chunkId: z.string(),
      documentId: z.string(),
      range: z.tuple([z.number(), z.number()]),
      quote: z.string(),
    }),
  ),
  retrieved: z.array(retrievedChunkSchema),
  guardrail: z.object({ id: z.string(), version: z.string(), triggers: z.array(triggerSchema) }),
  prompt: z.object({ name: z.string(), version: z.number(), hash: z.string() }).nullable(),
  reader: z.string(),
  fallback: z.enum(['none', 'other-model', 'cached', 'extractive', 'person']),
  usage: z.object({ inputTokens: z.number(), outputTokens: z.number() }),
  costUsd: z.number().nullable(),
  durationMs: z.number(),
});
