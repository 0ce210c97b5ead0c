import * as z from 'zod';
import { step } from '../../step.ts';
import { type FoundOrder, neutralise } from '../rails/judge-attack.ts';
import type { GuardrailTrigger } from './answer.ts';
import { renderedPromptSchema, retrievalSchema, retrievedChunkSchema } from './answer-steps.ts';
import { loadPassages } from './passages.ts';
import { fillTemplate, passageText } from './prompt-text.ts';
import { storePrompt } from './stored-prompt.ts';

/**
 * Renders the prompt in production from the question and the passages, as data, and stores it with
 * its variables as the blob `prompt` of the interaction: the record of what a model was shown.
 * Orders that a passage gives are left out of what is shown, and named with their chunk.
 */
export const renderPrompt = step({
  name: 'llmops-render-prompt',
  does: 'Renders the prompt of an answer from question and passages',
  input: () =>
    z.strictObject({
      tenant: z.string().min(1),
      interactionId: z.string().min(1),
      question: z.string().min(1),
      chunks: z.array(retrievedChunkSchema),
      weights: retrievalSchema.shape.weights,
    }),
  output: () => renderedPromptSchema,
  touches: ['documents.read:chunks', 'documents.write:prompt', 'prompts', 'metrics'],
  run: (ports) => async (input) => {
    const started = ports.now();
    const { template, ...version } = await ports.prompts.get('answer-question');
    const chunks = await loadPassages(ports.documents)(input.tenant, input.chunks);
    const judged = chunks.map(({ chunkId, text }) => ({ id: chunkId, ...neutralise(text) }));
    const passages = judged.map(({ id, text }) => ({ id, text }));
    const prompt = fillTemplate(template, {
      passages: passageText(passages),
      question: input.question,
    });
    const blob = await storePrompt(ports.documents, input, {
      prompt,
      variables: { question: input.question, passages, weights: input.weights },
    });
    const triggers = judged.flatMap(({ id, orders }) => neutralisedIn(id, orders));
    const found = judged.reduce((sum, { orders }) => sum + orders.length, 0);
    if (found > 0) {
      ports.metrics.count('InstructionsInPassages', found, { task: 'answer-question' });
    }
    return {
      version,
      blob,
      passages: passages.length,
      triggers,
      durationMs: ports.now() - started,
    };
  },
});

/** One trigger a kind of order: what stood in which chunk; `masked`: it was left out. */
function neutralisedIn(chunkId: string, orders: readonly FoundOrder[]): GuardrailTrigger[] {
  const names = orders.map((order) => order.names[0] ?? 'learned');
  return [...new Set(names)].map((name) => ({
    policy: 'prompt-attack',
    name,
    action: 'masked',
    count: names.filter((one) => one === name).length,
    chunkId,
  }));
}
