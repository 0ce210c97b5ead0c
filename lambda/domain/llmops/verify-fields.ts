import * as z from 'zod';
import { step } from '../../step.ts';
import {
  documentReferenceSchema,
  type ExtractedField,
  extractionSchema,
} from '../document/document.ts';
import { loadDocumentText } from '../document/load-document-text.ts';
import { supportsValue } from './field-support.ts';

/**
 * Keeps the fields whose value stands in the document at its spans (dates, amounts and currencies in
 * whatever form the document writes them) and lists the others in `unsupported`: a value that a
 * model made up does not go on.
 */
export const verifyFields = step({
  name: 'llmops-verify-fields',
  does: 'Drops values that the document does not support',
  input: () => documentReferenceSchema().extend({ extraction: extractionSchema() }),
  output: () =>
    z.strictObject({
      extraction: extractionSchema(),
      unsupported: z.array(z.string()),
      durationMs: z.number(),
    }),
  touches: ['documents.read:text', 'settings.taxonomy'],
  run: (ports) => async (input) => {
    const started = ports.now();
    const { text } = await loadDocumentText(ports)(input);
    const fields: Record<string, ExtractedField> = {};
    const unsupported: string[] = [];
    for (const [name, field] of Object.entries(input.extraction.fields)) {
      const type = ports.taxonomy.fields.find((one) => one.name === name)?.type ?? 'text';
      const quotes = field.spans.map(([start, end]) => text.slice(start, end));
      if (supportsValue({ value: field.value, quotes, type })) fields[name] = field;
      else unsupported.push(name);
    }
    const extraction = { ...input.extraction, fields };
    return { extraction, unsupported, durationMs: ports.now() - started };
  },
});
