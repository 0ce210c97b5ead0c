import type { Ports } from '../../ports.ts';
import type { Retrieval } from './answer-steps.ts';
import { type RetrievalQuery, retrieveChunks } from './retrieve-chunks.ts';

/** `retrieveChunks` with what was learned of clauses. */
export function retrieveForQuestion(
  ports: Pick<Ports, 'embedder' | 'vectors' | 'rag' | 'queryExpansion' | 'now'>,
) {
  const retrieve = retrieveChunks(ports, ports.queryExpansion);
  return async (query: RetrievalQuery): Promise<Retrieval> => {
    const started = ports.now();
    const { chunks, clause, weights } = await retrieve(query);
    return {
      chunks: chunks.map((chunk) => ({ ...chunk, range: [chunk.range[0], chunk.range[1]] })),
      clause,
      weights: { ...weights },
      durationMs: ports.now() - started,
    };
  };
}
