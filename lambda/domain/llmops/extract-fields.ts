import * as z from 'zod';
import { lazily } from '../../lazily.ts';
import { step } from '../../step.ts';
import {
  documentReferenceSchema,
  type ExtractedField,
  extractionSchema,
} from '../document/document.ts';
import { loadDocumentText } from '../document/load-document-text.ts';
import { documentExcerpts } from './document-excerpts.ts';
import { generateParsed, outputSchemaOf } from './model-reply.ts';
import { fillTemplate } from './prompt-text.ts';
import { findQuote } from './quotes.ts';
import { releasedPrompt } from './released-prompt.ts';

/** 15 fields with value and quote are about 900 tokens of JSON; the rest is room for lists. */
const MOST_OUTPUT_TOKENS = 2_000;

const valueSchema = lazily(() => z.union([z.string(), z.array(z.string())]));
const fieldSchema = lazily(() =>
  z.strictObject({
    value: valueSchema(),
    confidence: z.number().min(0).max(1),
    quote: z.union([z.string(), z.array(z.string())]),
  }),
);
const replySchema = lazily(() => z.strictObject({ fields: z.record(z.string(), fieldSchema()) }));

/** What a model is held to: the taxonomy's fields by name, each of which it may leave out. */
function shapeOf(fields: readonly { readonly name: string }[]): z.ZodType {
  const named = fields.map(({ name }) => [name, fieldSchema().optional()] as const);
  return z.strictObject({ fields: z.strictObject(Object.fromEntries(named)) });
}

/**
 * Asks the language model for the taxonomy's fields. A long document is shown as its beginning, its
 * end and the chunks nearest to each field. A field's spans are where its quotes stand in the text;
 * a quote that does not stand there gives no span, and `verify-fields` drops the field.
 */
export const extractFields = step({
  name: 'llmops-extract-fields',
  does: 'Asks the language model for a document’s fields',
  input: () => documentReferenceSchema().extend({ category: z.string() }),
  output: extractionSchema,
  touches: [
    'documents.read:text',
    'vectors.search',
    'languageModel:document',
    'configuration',
    'settings.taxonomy',
  ],
  timeoutSeconds: 300,
  run: (ports) => async (input) => {
    const started = ports.now();
    const { text } = await loadDocumentText(ports)(input);
    const configuration = await ports.configuration.current();
    const { template, ...prompt } = releasedPrompt(configuration, 'extract-fields');
    const { fields } = ports.taxonomy;
    const shown = await documentExcerpts(ports.vectors)({ ...input, text, fields });
    const prompted = fillTemplate(template, {
      category: input.category,
      fields: fields.map((one) => `- ${one.name} (${one.type}): ${one.description}`).join('\n'),
      document: shown,
    });
    const request = {
      tenant: input.tenant,
      task: 'extract-fields' as const,
      messages: [{ role: 'user' as const, text: prompted }],
      outputSchema: outputSchemaOf(shapeOf(fields)),
      variables: { category: input.category, fields, document: shown },
      maxOutputTokens: MOST_OUTPUT_TOKENS,
    };
    const { value, served, usage } = await generateParsed(
      ports.languageModel,
      request,
      replySchema(),
    );
    const known = Object.entries(value.fields).filter(([name]) =>
      fields.some((field) => field.name === name),
    );
    return {
      fields: Object.fromEntries(known.map(([name, field]) => [name, located(text, field)])),
      model: served.model,
      prompt,
      release: configuration.release,
      usage,
      durationMs: ports.now() - started,
    };
  },
});

function located(
  text: string,
  field: z.infer<ReturnType<typeof replySchema>>['fields'][string],
): ExtractedField {
  const quotes = typeof field.quote === 'string' ? [field.quote] : field.quote;
  const spans = quotes.map((quote) => findQuote(text, quote)).filter((span) => span !== null);
  return { value: field.value, confidence: field.confidence, spans };
}
