import * as z from 'zod';
import { recordAnswer } from '../domain/llmops/record-answer.ts';
import {
  generationSchema,
  guardedInputSchema,
  guardedOutputSchema,
  renderedPromptSchema,
  retrievalSchema,
} from '../domain/llmops/answer-steps.ts';
import type { Ports } from '../ports.ts';

const eventSchema = z.strictObject({
  tenant: z.string().min(1),
  interactionId: z.string().min(1),
  documentId: z.string().min(1).nullable(),
  input: guardedInputSchema,
  retrieval: retrievalSchema.nullable(),
  prompt: renderedPromptSchema.nullable(),
  generation: generationSchema.nullable(),
  output: guardedOutputSchema.nullable(),
});

export const llmopsRecordAnswer = (
  ports: Pick<Ports, 'records' | 'audit' | 'metrics' | 'guardrail' | 'prices' | 'catalogue'> & {
    readonly languageModel: Pick<Ports['languageModel'], 'reader'>;
  },
) => {
  const record = recordAnswer(ports);
  return async (event: unknown) => record(eventSchema.parse(event));
};
