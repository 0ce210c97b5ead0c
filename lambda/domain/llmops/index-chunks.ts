import { InvalidInputError } from '../../errors.ts';
import type { Ports } from '../../ports.ts';
import type { DocumentReference } from '../document/document.ts';
import { loadChunks } from './stored-chunks.ts';

/**
 * Replaces the document's chunks in the index by the blobs `chunks` and `embeddings`.
 * @throws InvalidInputError where the blobs do not belong together
 */
export function indexChunks(ports: Pick<Ports, 'documents' | 'embedder' | 'vectors' | 'now'>) {
  return async ({ tenant, documentId }: DocumentReference) => {
    const started = ports.now();
    const { dimensions } = ports.embedder;
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
  };
}
