import * as z from 'zod';
import { step } from '../../../step.ts';
import { documentReferenceSchema } from '../../document/document.ts';
import { loadChunks } from './stored-chunks.ts';

/** Embeds the document's chunks and stores the blob `embeddings`: n × dimensions little-endian float32. */
export const embedChunks = step({
  name: 'llmops-embed-chunks',
  does: 'Embeds a document’s chunks',
  input: documentReferenceSchema,
  output: () =>
    z.strictObject({
      chunks: z.number(),
      tokens: z.number(),
      model: z.string(),
      durationMs: z.number(),
    }),
  touches: ['documents.read:chunks', 'documents.write:embeddings', 'embedder'],
  memoryMb: 1_024,
  timeoutSeconds: 300,
  run:
    (ports) =>
    async ({ tenant, documentId }) => {
      const started = ports.now();
      const { dimensions, model } = ports.embedder;
      const chunks = await loadChunks(ports.documents, { tenant, documentId });
      const { vectors, tokens } = await ports.embedder.embed(chunks.map((chunk) => chunk.text));
      const bytes = new Uint8Array(vectors.length * dimensions * 4);
      const view = new DataView(bytes.buffer);
      vectors.forEach((vector, row) => {
        vector.forEach((value, at) => view.setFloat32((row * dimensions + at) * 4, value, true));
      });
      const key = { tenant, documentId, name: 'embeddings' } as const;
      await ports.documents.put(key, bytes, 'application/octet-stream');
      return { chunks: chunks.length, tokens, model, durationMs: ports.now() - started };
    },
});
