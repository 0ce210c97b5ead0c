import type { Ports } from '../../ports.ts';
import type { DocumentReference } from '../document/document.ts';
import { loadChunks } from './stored-chunks.ts';

/** Embeds the document's chunks and stores the blob `embeddings`: n × dimensions little-endian float32. */
export function embedChunks(ports: Pick<Ports, 'documents' | 'embedder' | 'now'>) {
  return async ({ tenant, documentId }: DocumentReference) => {
    const started = ports.now();
    const { dimensions, model } = ports.embedder;
    const chunks = await loadChunks(ports.documents, { tenant, documentId });
    const { vectors, tokens } = await ports.embedder.embed(chunks.map((chunk) => chunk.text));
    const bytes = new Uint8Array(vectors.length * dimensions * 4);
    const view = new DataView(bytes.buffer);
    vectors.forEach((vector, row) => {
      vector.forEach((value, at) => view.setFloat32((row * dimensions + at) * 4, value, true));
    });
    const key = { tenant, documentId, name: 'embeddings' };
    await ports.documents.put(key, bytes, 'application/octet-stream');
    return { chunks: chunks.length, tokens, model, durationMs: ports.now() - started };
  };
}
