import * as z from 'zod';
import { InvalidInputError } from '../../../errors.ts';
import { lazily } from '../../../lazily.ts';
import type { LanguageModel } from '../../../ports.ts';
import { answerFromPassages } from '../../extractive/answer.ts';
import { citing, NOT_IN_DOCUMENTS } from '../../gateway/answer-text.ts';
import type { LanguageModelRequest } from '../../gateway/language-model-exchange.ts';
import { isNoMatter } from '../../rails/neutralised.ts';
import { estimateTokens } from '../retrieval/chunking.ts';

export const EXTRACTIVE = 'extractive';

const questionSchema = lazily(() =>
  z.strictObject({
    question: z.string(),
    passages: z.array(z.strictObject({ id: z.string(), text: z.string() })),
    /** What tells the clause that is asked for from others; empty where none is. */
    weights: z.record(z.string(), z.number()),
  }),
);

/** The extractive reader for answers alone: what answers, marked, where no model does. */
export function extractiveAnswers(): LanguageModel {
  return extractiveReader(extractiveAnswer);
}

/**
 * A reader behind the port of a language model. It is **not** a language model and says so: `reader` and
 * `model` are `extractive`. It reads the variables that a prompt shows, nothing else; usage is
 * estimated from the prompt and the reply, so that a model's cost can be projected.
 */
export function extractiveReader(reply: (request: LanguageModelRequest) => string): LanguageModel {
  return {
    reader: EXTRACTIVE,
    async *generate(request) {
      const text = reply(request);
      const shown = request.messages.map((message) => message.text).join('\n');
      yield { type: 'served', model: EXTRACTIVE, fallback: false, cached: false };
      yield { type: 'text', text };
      yield {
        type: 'usage',
        inputTokens: estimateTokens(shown),
        outputTokens: estimateTokens(text.replace(/[",:{}[\]]+/g, ' ')),
        costUsd: null,
      };
      yield { type: 'stop', reason: 'end' };
    },
  };
}

/** In the form of every answer. @throws InvalidInputError for other variables */
export function extractiveAnswer(request: LanguageModelRequest): string {
  const { question, passages, weights } = readVariables(request, questionSchema());
  const { answerable, answer, citations } = answerFromPassages({
    question,
    passages,
    weights,
    isInstruction: isNoMatter,
  });
  const cited = passages.findIndex(({ id }) => id === citations[0]?.chunk);
  return answerable && cited >= 0 ? citing(answer, cited + 1) : NOT_IN_DOCUMENTS;
}

/** @throws InvalidInputError where they are not those of the task's template */
export function readVariables<T>(request: LanguageModelRequest, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(request.variables);
  if (parsed.success) return parsed.data;
  throw new InvalidInputError(
    `variables of ${request.task} must be those of its template: ${z.prettifyError(parsed.error)}; ` +
      'render the prompt with them',
  );
}
