import * as z from 'zod';
import { fieldTypes } from '../../config/schema.ts';
import { estimateTokens } from '../../lambda/domain/llmops/chunking.ts';
import { answerFromPassages } from '../../lambda/domain/extractive/answer.ts';
import { classifyExtractively } from '../../lambda/domain/extractive/classify.ts';
import { extractExtractively } from '../../lambda/domain/extractive/extract.ts';
import { isNoMatter } from '../../lambda/domain/rails/neutralised.ts';
import { InvalidInputError } from '../../lambda/errors.ts';
import type { LanguageModelRequest } from '../../lambda/domain/gateway/language-model-exchange.ts';
import type { LanguageModel } from '../../lambda/ports.ts';

const questionSchema = z.strictObject({
  question: z.string(),
  passages: z.array(z.strictObject({ id: z.string(), text: z.string() })),
  weights: z.record(z.string(), z.number()),
});
const classificationSchema = z.strictObject({
  categories: z.array(z.strictObject({ name: z.string(), description: z.string() })),
  examples: z.array(z.strictObject({ category: z.string(), excerpt: z.string() })).max(20),
  document: z.string(),
});
const extractionSchema = z.strictObject({
  category: z.string(),
  fields: z.array(
    z.strictObject({ name: z.string(), type: z.enum(fieldTypes), description: z.string() }),
  ),
  document: z.string(),
});

/**
 * The extractive reader behind the port of a language model. It is **not** a language model and says
 * so: `reader` and `model` are `extractive`. It reads the variables that a prompt shows, nothing else;
 * usage is estimated from the prompt and the reply, so that a model's cost can be projected.
 */
export function extractiveLanguageModel(): LanguageModel {
  return {
    reader: 'extractive',
    async *generate(request) {
      const text = JSON.stringify(reply(request));
      const shown = request.messages.map((message) => message.text).join('\n');
      yield { type: 'served', model: 'extractive', fallback: false, cached: false };
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

function reply(request: LanguageModelRequest): unknown {
  switch (request.task) {
    case 'answer-question':
      return answerFromPassages({
        ...variablesOf(request, questionSchema),
        isInstruction: isNoMatter,
      });
    case 'classify-document':
      return { categories: classifyExtractively(variablesOf(request, classificationSchema)) };
    case 'extract-fields':
      return { fields: extractExtractively(variablesOf(request, extractionSchema)) };
  }
}

function variablesOf<T>(request: LanguageModelRequest, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(request.variables);
  if (parsed.success) return parsed.data;
  throw new InvalidInputError(
    `variables of ${request.task} must be those of its template: ${z.prettifyError(parsed.error)}; ` +
      'render the prompt with them',
  );
}
