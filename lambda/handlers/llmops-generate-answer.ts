import * as z from 'zod';
import { generateAnswer } from '../domain/llmops/generate-answer.ts';
import { renderedPromptSchema } from '../domain/llmops/answer-steps.ts';
import type { Ports } from '../ports.ts';

const eventSchema = z.strictObject({
  tenant: z.string().min(1),
  interactionId: z.string().min(1),
  prompt: renderedPromptSchema,
});

export const llmopsGenerateAnswer = (
  ports: Pick<Ports, 'documents' | 'languageModel' | 'rag' | 'metrics' | 'now'>,
) => {
  const generate = generateAnswer(ports);
  return async (event: unknown) => {
    const { tenant, interactionId } = eventSchema.parse(event);
    return generate({ tenant, interactionId });
  };
};
