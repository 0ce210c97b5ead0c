import * as z from 'zod';
import { InvalidInputError } from '../../../errors.ts';
import { step } from '../../../step.ts';
import { documentReferenceSchema } from '../../document/document.ts';
import { loadChunks } from './stored-chunks.ts';

/**
 * Replaces the document's chunks in the index by the blobs `chunks` and `embeddings`.
 * @throws InvalidInputError where the blobs do not belong together
 */
export const indexChunks = step({
  name: 'llmops-index-chunks',
  does: 'Replaces a document’s chunks in the index',
  input: documentReferenceSchema,
  output: () => z.strictObject({ chunks: z.number(), durationMs: z.number() }),
  touches: [
    'documents.read:chunks',
    'documents.read:embeddings',
    'vectors.write',
    'settings.catalogue',
  ],
  memoryMb: 1_024,
  timeoutSeconds: 300,
  run:
    (ports) =>
    async ({ tenant, documentId }) => {
      const started = ports.now();
      const { dimensions } = ports.catalogue.embedding;
      const chunks = await loadChunks(ports.documents, { tenant, documentId });
      const bytes = await ports.documents.get({ tenant, documentId, name: 'embeddings' });
      const expected = chunks.length * dimensions * 4;
      if (bytes.byteLength !== expected) {
        throw new InvalidInputError(
          `blob embeddings of document ${documentId} must have ${expected} bytes for ${chunks.length} ` +
            `chunks, got ${bytes.byteLength}; embed the chunks again`,
        );
      }
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const rows = chunks.map((chunk, row) => ({
        ...chunk,
        vector: Float32Array.from({ length: dimensions }, (_, at) =>
          view.getFloat32((row * dimensions + at) * 4, true),
        ),
      }));
      await ports.vectors.replace({ tenant, documentId }, rows);
      return { chunks: chunks.length, durationMs: ports.now() - started };
    },
});
