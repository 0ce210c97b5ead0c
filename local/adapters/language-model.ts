import * as z from 'zod';
import { fieldTypes } from '../../config/schema.ts';
import { classifyExtractively } from '../../lambda/domain/extractive/classify.ts';
import { extractExtractively } from '../../lambda/domain/extractive/extract.ts';
import { InvalidInputError } from '../../lambda/errors.ts';
import type { LanguageModelRequest } from '../../lambda/domain/gateway/language-model-exchange.ts';
import {
  extractiveAnswer,
  extractiveReader,
  readVariables,
} from '../../lambda/domain/llmops/answer/extractive-answers.ts';
import type { LanguageModel } from '../../lambda/ports.ts';

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

/** The extractive reader, for every task: who reads on the laptop unless a model is named. */
export function extractiveLanguageModel(): LanguageModel {
  return extractiveReader(reply);
}

function reply(request: LanguageModelRequest): string {
  switch (request.task) {
    case 'plan-question':
      throw new InvalidInputError(
        'the extractive reader must not be asked to plan a question: rules do; ask a language model',
      );
    case 'answer-question':
      return extractiveAnswer(request);
    case 'classify-document': {
      const task = readVariables(request, classificationSchema);
      return JSON.stringify({ categories: classifyExtractively(task) });
    }
    case 'extract-fields': {
      const task = readVariables(request, extractionSchema);
      return JSON.stringify({ fields: extractExtractively(task) });
    }
  }
}
