import * as z from 'zod';
import { step } from '../../step.ts';
import { documentReferenceSchema, extractionSchema } from '../document/document.ts';
import { loadDocumentText } from '../document/load-document-text.ts';
import { extractWith } from '../fields/extract-with.ts';
import { openBundle } from './open-bundle.ts';
import { withCarried } from './carried-fields.ts';

/**
 * Reads the text and picks each field's value that the serving model is sure enough of. What a file
 * carries as data is certain, and takes the place of what was read.
 */
export const extractFields = step({
  name: 'mlops-extract-fields',
  does: 'Picks the values of a document’s fields with the serving model',
  input: () => documentReferenceSchema().extend({ category: z.string() }),
  output: extractionSchema,
  touches: ['documents.read:text', 'models.serving'],
  memoryMb: 1_769,
  timeoutSeconds: 120,
  run:
    (ports) =>
    async ({ category, ...document }) => {
      const startedAt = ports.now();
      const { text, carried } = await loadDocumentText(ports)(document);
      const { fields, version } = openBundle(await ports.models.serving());
      const read = extractWith(fields, text, category);
      const extracted = carried === undefined ? read : withCarried(read, carried, fields);
      return { fields: { ...extracted }, model: version, durationMs: ports.now() - startedAt };
    },
});
