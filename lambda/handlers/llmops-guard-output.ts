import * as z from 'zod';
import { guardOutput } from '../domain/llmops/guard-output.ts';
import { generationSchema, retrievedChunkSchema } from '../domain/llmops/answer-steps.ts';
import type { Ports } from '../ports.ts';

const eventSchema = z.strictObject({
  tenant: z.string().min(1),
  interactionId: z.string().min(1),
  question: z.string().min(1),
  chunks: z.array(retrievedChunkSchema),
  generation: generationSchema,
});

export const llmopsGuardOutput = (
  ports: Pick<Ports, 'documents' | 'guardrail' | 'gates' | 'metrics' | 'now'>,
) => {
  const guard = guardOutput(ports);
  return async (event: unknown) => guard(eventSchema.parse(event));
};
