import * as z from 'zod';
import { step } from '../../../step.ts';
import { type FoundOrder, neutralise } from '../../rails/judge-attack.ts';
import type { GuardrailTrigger, OpenInteraction } from './answer.ts';
import { answerConfiguration } from './answer-configuration.ts';
import { interactionKey, openedSchema, planSchema, retrievedChunkSchema } from './answer-steps.ts';
import { EXTRACTIVE } from './extractive-answers.ts';
import { openInteractionKey } from './open-interactions.ts';
import { loadPassages } from '../retrieval/passages.ts';
import { fillTemplate, numberedPassages } from '../prompt-text.ts';
import { storePrompt } from './stored-prompt.ts';
import { releasedPrompt } from '../released-prompt.ts';

/**
 * Writes down, before anything is released, who asked what, which passages were found and which
 * configuration is to answer: the record of kind `interaction`, open, and as the interaction's blob
 * `prompt` all that a model is shown: orders that a passage gives are left out, and named with their
 * chunk; sentences that may be one are marked. Running it twice opens once.
 */
export const openRecord = step({
  name: 'llmops-open-record',
  does: 'Records a question, its passages and its configuration before it is answered',
  input: () =>
    z.strictObject({
      ...interactionKey(),
      askedBy: z.string().nullable(),
      askedAt: z.string(),
      question: z.string().min(1),
      documentId: z.string().min(1).nullable(),
      plan: planSchema(),
      chunks: z.array(retrievedChunkSchema()),
    }),
  output: openedSchema,
  touches: [
    'documents.read:chunks',
    'documents.write:prompt',
    'configuration',
    'records.write:interaction',
    'records.write:open-interaction',
    'audit',
    'settings.reader',
    'settings.catalogue',
    'settings.answerTime',
    'metrics',
  ],
  run: (ports) => async (input) => {
    const { tenant, interactionId, question, plan, chunks } = input;
    const serving = await ports.configuration.current();
    const { template, ...prompt } = releasedPrompt(serving, 'answer-question');
    const judged = (await loadPassages(ports.documents)(tenant, chunks)).map((chunk) => {
      const { text: shown, orders, suspect } = neutralise(chunk.text);
      return { passage: { ...chunk, shown, suspect }, orders };
    });
    const passages = judged.map(({ passage }) => passage);
    const values = { passages: numberedPassages(passages), question };
    const shown = {
      prompt: fillTemplate(template, values),
      question,
      passages,
      weights: plan.weights,
    };
    await storePrompt(ports.documents, input, shown);
    const { reader } = ports;
    const { release, guardrail, rag } = serving;
    const models = [reader, ports.catalogue.fallback.id].slice(0, reader === EXTRACTIVE ? 1 : 2);
    const configuration = answerConfiguration({ release, prompt, models, guardrail, rag });
    const { askedBy, askedAt, documentId } = input;
    const opened: OpenInteraction = {
      tenant,
      interactionId,
      askedBy,
      askedAt,
      question,
      documentId,
      clause: plan.clause,
      kind: plan.kind,
      plannedBy: plan.planned.by,
      about: plan.documentId,
      // What was found and has gone since is not shown to anybody.
      retrieved: chunks.filter(({ chunkId }) => passages.some((one) => one.chunkId === chunkId)),
      configuration,
      status: 'open',
    };
    const key = { tenant, kind: 'interaction', id: interactionId } as const;
    await ports.records.put(openInteractionKey(opened, ports.answerTime), {});
    await ports.records.put(key, opened, { ifAbsent: true });
    const { question: _question, ...detail } = opened;
    await ports.audit.append({ tenant, id: interactionId, kind: 'question', detail });
    const triggers = judged.flatMap(({ passage, orders }) =>
      neutralisedIn(passage.chunkId, orders),
    );
    const found = judged.reduce((sum, { orders }) => sum + orders.length, 0);
    if (found > 0) ports.metrics.count('InstructionsInPassages', found, { task: prompt.name });
    return { configuration, triggers, planned: plan.planned };
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
