import * as z from 'zod';
import { lazily } from '../../lazily.ts';
import { ModelReplyError } from '../../errors.ts';
import { step } from '../../step.ts';
import { classificationSchema, documentReferenceSchema } from '../document/document.ts';
import { loadDocumentText } from '../document/load-document-text.ts';
import { generateParsed, outputSchemaOf } from './model-reply.ts';
import { fillTemplate } from './prompt-text.ts';
import { releasedPrompt } from './released-prompt.ts';

/** Titles and openings name a document's kind; 6,000 characters are about 1,300 tokens. */
const HEAD_CHARACTERS = 6_000;
const MOST_OUTPUT_TOKENS = 300;

const replySchema = lazily(() =>
  z.strictObject({
    categories: z
      .array(z.strictObject({ category: z.string(), confidence: z.number().min(0).max(1) }))
      .min(1),
  }),
);

/**
 * Asks the language model for the document's category among the taxonomy's, from its beginning.
 * @throws ModelReplyError when the reply has no category of the taxonomy
 */
export const classifyDocument = step({
  name: 'llmops-classify-document',
  does: 'Asks the language model for a document’s category',
  input: documentReferenceSchema,
  output: classificationSchema,
  touches: ['documents.read:text', 'languageModel:document', 'configuration', 'settings.taxonomy'],
  timeoutSeconds: 300,
  run: (ports) => async (document) => {
    const started = ports.now();
    const { text } = await loadDocumentText(ports)(document);
    const configuration = await ports.configuration.current();
    const { template, ...prompt } = releasedPrompt(configuration, 'classify-document');
    const { categories, examples } = ports.taxonomy;
    const variables = { categories, examples, document: text.slice(0, HEAD_CHARACTERS) };
    const prompted = fillTemplate(template, {
      categories: categories.map((one) => `- ${one.name}: ${one.description}`).join('\n'),
      examples: examples.map((one) => `${one.category}:\n${one.excerpt}`).join('\n\n') || '(none)',
      document: variables.document,
    });
    const request = {
      tenant: document.tenant,
      task: 'classify-document' as const,
      messages: [{ role: 'user' as const, text: prompted }],
      outputSchema: outputSchemaOf(replySchema()),
      variables,
      maxOutputTokens: MOST_OUTPUT_TOKENS,
    };
    const { value, served, usage } = await generateParsed(
      ports.languageModel,
      request,
      replySchema(),
    );
    const known = value.categories.filter((one) =>
      categories.some((category) => category.name === one.category),
    );
    const best = known.toSorted((a, b) => b.confidence - a.confidence).slice(0, 3);
    const [first] = best;
    if (first === undefined) throw unknownCategory(served.model, value.categories[0]?.category);
    return {
      ...first,
      alternatives: best,
      model: served.model,
      prompt,
      release: configuration.release,
      usage,
      durationMs: ports.now() - started,
    };
  },
});

function unknownCategory(model: string, category: string | undefined): ModelReplyError {
  return new ModelReplyError(
    `${model} must choose one of the taxonomy's categories, got ${JSON.stringify(category)}; ` +
      'describe the categories more clearly in config/taxonomy.ts or choose another model',
  );
}
