import * as z from 'zod';
import { step } from '../../step.ts';
import { documentReferenceSchema } from '../document/document.ts';
import { loadDocumentText } from '../document/load-document-text.ts';
import { openBundle } from './open-bundle.ts';
import { vectorise } from '../features/vectoriser.ts';

/** 1. reads the text, 2. vectorises it as in training, 3. stores the row. */
export const featuriseDocument = step({
  name: 'mlops-featurise-document',
  does: 'Turns a document’s text into the row that the serving model scores',
  input: documentReferenceSchema,
  output: () =>
    z.strictObject({
      /** Version of the vectoriser that the row belongs to. */
      vectoriser: z.string(),
      /** Columns with a value. */
      entries: z.number(),
      durationMs: z.number(),
    }),
  touches: ['documents.read:text', 'models.serving', 'features.write'],
  memoryMb: 1_769,
  timeoutSeconds: 120,
  run: (ports) => async (document) => {
    const startedAt = ports.now();
    const { text } = await loadDocumentText(ports)(document);
    const { vectoriser } = openBundle(await ports.models.serving());
    const vector = vectorise(vectoriser, text);
    const eventTime = new Date(startedAt).toISOString();
    const record = { vector, vectoriser: vectoriser.version, eventTime };
    await ports.features.put(document, record);
    return {
      vectoriser: vectoriser.version,
      entries: vector.indices.length,
      durationMs: ports.now() - startedAt,
    };
  },
});
