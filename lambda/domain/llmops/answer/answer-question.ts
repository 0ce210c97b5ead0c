import * as z from 'zod';
import type { PortsOf } from '../../../capabilities.ts';
import { step } from '../../../step.ts';
import { interactionKey, madeAnswerSchema } from './answer-steps.ts';
import { extractiveAnswers } from './extractive-answers.ts';
import type { MadeAnswer } from './made-answer.ts';
import { makeAnswer } from './make-answer.ts';
import { loadPrompt } from './stored-prompt.ts';

/**
 * Answers the stored prompt: the model's reply is judged while it comes, and what passes is given to
 * `release` where somebody waits for it. No later state judges again.
 * @throws as `makeAnswer`
 */
export const answerQuestion = step({
  name: 'llmops-answer-question',
  does: 'Lets a language model answer and judges what it says before it is shown',
  input: () => z.strictObject(interactionKey()),
  output: madeAnswerSchema,
  touches: [
    'documents.read:prompt',
    'languageModel:answer',
    'guardrail',
    'configuration',
    'settings.gates',
    'metrics',
  ],
  timeoutSeconds: 120,
  run: (ports) => {
    const extractive = extractiveAnswers();
    return async (input, { signal, release, left }) => {
      const { rag } = await ports.configuration.current();
      const make = makeAnswer({ ...ports, extractive, sentencesAGroup: rag.sentencesAGroup });
      const { prompt, question, passages, weights } = await loadPrompt(ports.documents, input);
      const request = {
        tenant: input.tenant,
        task: 'answer-question' as const,
        messages: [{ role: 'user' as const, text: prompt }],
        variables: {
          question,
          passages: passages.map(({ chunkId, shown }) => ({ id: chunkId, text: shown })),
          weights,
        },
        maxOutputTokens: rag.maxOutputTokens,
      };
      const watched = {
        ...(signal === undefined ? {} : { signal }),
        ...(release === undefined ? {} : { release }),
        ...(left === undefined ? {} : { left }),
      };
      const made = await make({ request, question, passages }, watched);
      countAnswer(ports.metrics, made);
      return made;
    };
  },
});

function countAnswer(metrics: PortsOf<'metrics'>['metrics'], made: MadeAnswer): void {
  for (const { policy, count } of made.triggers) {
    metrics.count('GuardrailTriggers', count, { policy, direction: 'output' });
  }
  for (const reason of made.withheld) metrics.count('WithheldSentences', 1, { reason });
  if (made.fallback === 'none' || made.cause === null) return;
  const cause = made.cause.slice(0, made.cause.indexOf(':'));
  metrics.count('AnswerFallbacks', 1, { cause, fallback: made.fallback });
}
