import * as z from 'zod';
import { renderPrompt } from '../domain/llmops/render-prompt.ts';
import { retrievalSchema, retrievedChunkSchema } from '../domain/llmops/answer-steps.ts';
import type { Ports } from '../ports.ts';

const eventSchema = z.strictObject({
  tenant: z.string().min(1),
  interactionId: z.string().min(1),
  question: z.string().min(1),
  chunks: z.array(retrievedChunkSchema),
  weights: retrievalSchema.shape.weights,
});

export const llmopsRenderPrompt = (
  ports: Pick<Ports, 'documents' | 'prompts' | 'metrics' | 'now'>,
) => {
  const render = renderPrompt(ports);
  return async (event: unknown) => render(eventSchema.parse(event));
};
