import * as z from 'zod';
import { step } from '../../step.ts';
import { findInstructions } from '../rails/injection.ts';
import { renderedPromptSchema, retrievalSchema, retrievedChunkSchema } from './answer-steps.ts';
import { loadPassages } from './passages.ts';
import { fillTemplate, passageText } from './prompt-text.ts';
import { storePrompt } from './stored-prompt.ts';

/**
 * Renders the prompt in production from the question and the passages, as data, and stores it with
 * its variables as the blob `prompt` of the interaction: the record of what a model was shown.
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
    const passages = chunks.map(({ chunkId, text }) => ({ id: chunkId, text }));
    const prompt = fillTemplate(template, {
      passages: passageText(passages),
      question: input.question,
    });
    const blob = await storePrompt(ports.documents, input, {
      prompt,
      variables: { question: input.question, passages, weights: input.weights },
    });
    const found = passages.flatMap(({ text }) => findInstructions(text));
    if (found.length > 0) {
      ports.metrics.count('InstructionsInPassages', found.length, { task: 'answer-question' });
    }
    const triggers = [...new Set(found)].map((name) => ({
      policy: 'prompt-attack' as const,
      name,
      action: 'noted' as const,
      count: found.filter((one) => one === name).length,
    }));
    return {
      version,
      blob,
      passages: passages.length,
      triggers,
      durationMs: ports.now() - started,
    };
  },
});
