import { NotFoundError } from '../../../errors.ts';
import type { DocumentsRead } from '../../../store-ports.ts';
import type { Chunk, RetrievedChunk } from '../answer/answer.ts';
import { loadChunks } from './stored-chunks.ts';

/**
 * The stored chunks behind retrieved ones, in their order. A chunk whose document was removed or
 * chunked anew since is left out.
 */
export function loadPassages(documents: Pick<DocumentsRead<'chunks'>, 'get'>) {
  return async (
    tenant: string,
    retrieved: readonly Pick<RetrievedChunk, 'chunkId' | 'documentId'>[],
  ) => {
    const ids = [...new Set(retrieved.map((chunk) => chunk.documentId))];
    const lists = await Promise.all(
      ids.map(async (documentId): Promise<readonly Chunk[]> => {
        try {
          return await loadChunks(documents, { tenant, documentId });
        } catch (error) {
          if (error instanceof NotFoundError) return [];
          throw error;
        }
      }),
    );
    const chunks = new Map(lists.flat().map((chunk) => [chunk.chunkId, chunk]));
    return retrieved
      .map(({ chunkId }) => chunks.get(chunkId))
      .filter((chunk) => chunk !== undefined);
  };
}
