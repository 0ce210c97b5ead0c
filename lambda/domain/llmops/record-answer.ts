import * as z from 'zod';
import type { PortsOf } from '../../capabilities.ts';
import { lazily } from '../../lazily.ts';
import { step } from '../../step.ts';
import { costUsd } from '../gateway/cost.ts';
import type { Answer } from './answer.ts';
import { answerSchema } from './answer-record.ts';
import {
  generationSchema,
  guardedInputSchema,
  guardedOutputSchema,
  renderedPromptSchema,
  retrievalSchema,
} from './answer-steps.ts';

const stepsSchema = lazily(() =>
  z.strictObject({
    tenant: z.string().min(1),
    interactionId: z.string().min(1),
    documentId: z.string().min(1).nullable(),
    input: guardedInputSchema,
    /** Null, as the four after it, where the question was blocked. */
    retrieval: retrievalSchema.nullable(),
    prompt: renderedPromptSchema.nullable(),
    generation: generationSchema.nullable(),
    output: guardedOutputSchema.nullable(),
  }),
);
type AnswerSteps = z.infer<ReturnType<typeof stepsSchema>>;

/** A blocked question is not kept: what made it blocked may be the personal data in it. */
const WITHHELD = '(withheld: blocked by the guardrail)';

/** Shown where no reader could answer; the question waits as a record of kind `review`. */
const FOR_PERSON =
  'No reader could answer this question just now. It was handed to a person for review.';

/**
 * Puts the steps together into the record of the interaction (prompt, passages, guardrails, cost),
 * stores it once, hands a question that nobody
 * could answer to a person, appends it to the audit log and counts metrics. Running it twice records once.
 */
export const recordAnswer = step({
  name: 'llmops-record-answer',
  does: 'Records an answer with its passages, guardrails and cost',
  input: stepsSchema,
  output: () => answerSchema,
  touches: [
    'records.write:interaction',
    'records.write:review',
    'audit',
    'metrics',
    'guardrail.name',
    'settings.reader',
    'settings.prices',
    'settings.catalogue',
  ],
  run: (ports) => async (steps) => {
    const answer = answerOf(ports, steps);
    const key = { tenant: answer.tenant, kind: 'interaction', id: answer.interactionId } as const;
    const isNew = await ports.records.put(key, answer, { ifAbsent: true });
    if (answer.fallback === 'person') {
      const { interactionId: id, tenant, askedAt, question, documentId } = answer;
      const cause = steps.generation?.cause ?? null;
      const review = {
        subject: 'answer',
        id,
        status: 'open',
        askedAt,
        question,
        documentId,
        cause,
      };
      await ports.records.put({ tenant, kind: 'review', id }, review, { ifAbsent: true });
    }
    const { text: _text, question: _question, citations, ...detail } = answer;
    await ports.audit.append({
      tenant: answer.tenant,
      id: answer.interactionId,
      kind: 'answer',
      detail: { ...detail, citations: citations.map(({ chunkId, range }) => ({ chunkId, range })) },
    });
    if (isNew) {
      const { reader, usage, durationMs } = answer;
      ports.metrics.count('Answers', 1, { status: answer.status, reader });
      ports.metrics.count('AnswerDurationMs', durationMs, { reader });
      ports.metrics.count('AnswerTokens', usage.inputTokens + usage.outputTokens, { reader });
      if (answer.costUsd !== null) ports.metrics.count('AnswerCostUsd', answer.costUsd, { reader });
    }
    return answer;
  },
});

function answerOf(
  ports: PortsOf<'guardrail.name' | 'settings.reader' | 'settings.prices' | 'settings.catalogue'>,
  steps: AnswerSteps,
): Answer {
  const { input, retrieval, prompt, generation, output } = steps;
  const usage = generation?.usage ?? { inputTokens: 0, outputTokens: 0 };
  const isForPerson = generation?.fallback === 'person';
  const reader = generation?.model ?? ports.reader;
  const durations = [input, retrieval, prompt, generation, output].map(
    (done) => done?.durationMs ?? 0,
  );
  return {
    tenant: steps.tenant,
    interactionId: steps.interactionId,
    askedAt: input.askedAt,
    question: input.action === 'blocked' ? WITHHELD : input.text,
    documentId: steps.documentId,
    status: isForPerson ? 'failed' : (output?.status ?? 'blocked'),
    text: isForPerson ? FOR_PERSON : (output?.text ?? input.text),
    citations: isForPerson ? [] : (output?.citations ?? []),
    retrieved: retrieval?.chunks ?? [],
    guardrail: {
      id: ports.guardrail.id,
      version: ports.guardrail.version,
      triggers: [...input.triggers, ...(prompt?.triggers ?? []), ...(output?.triggers ?? [])],
    },
    prompt: prompt?.version ?? null,
    reader,
    fallback: generation?.fallback ?? 'none',
    usage,
    costUsd: costUsd({ model: reader, usage, prices: ports.prices, catalogue: ports.catalogue }),
    durationMs: durations.reduce((sum, value) => sum + value, 0),
  };
}
