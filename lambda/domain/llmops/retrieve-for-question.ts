import type { Ports } from '../../ports.ts';
import type { Retrieval } from './answer-steps.ts';
import { knownClause } from './query-expansion.ts';
import { type RetrievalQuery, retrieveChunks } from './retrieve-chunks.ts';

/** `retrieveChunks` with the expansion in use; `tuned` says whether it knew the clause. */
export function retrieveForQuestion(
  ports: Pick<Ports, 'embedder' | 'vectors' | 'rag' | 'queryExpansion' | 'now'>,
) {
  const retrieve = retrieveChunks(ports, ports.queryExpansion);
  return async (query: RetrievalQuery): Promise<Retrieval> => {
    const started = ports.now();
    const chunks = await retrieve(query);
    const expansion = ports.queryExpansion;
    const isKnown = knownClause(expansion, query.clause) !== undefined;
    return {
      chunks: chunks.map((chunk) => ({ ...chunk, range: [chunk.range[0], chunk.range[1]] })),
      tuned: isKnown && expansion?.embedder === ports.embedder.model,
      durationMs: ports.now() - started,
    };
  };
}
