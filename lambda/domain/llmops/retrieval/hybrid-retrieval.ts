import type { PortsOf } from '../../../capabilities.ts';
import type { ChunkHit, Ports } from '../../../ports.ts';
import type { RetrievedChunk } from '../answer/answer.ts';
import { planOf } from '../answer/plan-question.ts';
import { expandQuery, learnedClause, type QueryExpansion } from './query-expansion.ts';

export interface RetrievalQuery {
  readonly tenant: string;
  readonly question: string;
  /** Only this document's chunks; null searches all documents of the tenant. */
  readonly documentId: string | null;
  /** The learned clause that the question asks for, as the plan says. */
  readonly clause: string | null;
}

export type RetrievalPorts = Pick<
  PortsOf<'embedder' | 'vectors.search' | 'settings.rag'>,
  'embedder' | 'vectors' | 'rag'
>;

/** Two chunks of one document that share more than this part of the shorter are near-duplicates. */
const DUPLICATE_SHARE = 0.5;

/** English text has about 4.5 characters a token by the estimate of `rag.chunkTokens` (6 a word). */
const CHARACTERS_PER_TOKEN = 4.5;

/**
 * Hybrid retrieval, best first:
 * 1. embeds the question; where it asks for a learned clause, moves it towards the clause;
 * 2. searches by vector and by text, `rag.candidates` each;
 * 3. fuses by reciprocal rank (Cormack et al., SIGIR 2009);
 * 4. drops what is under the threshold, near-duplicates, and what the context cannot hold.
 * At most `rag.topK` chunks. An expansion of another embedder is an error of the composition and
 * is not used.
 */
export function hybridRetrieval(ports: RetrievalPorts, expansion: QueryExpansion | null = null) {
  return async (query: RetrievalQuery): Promise<readonly RetrievedChunk[]> => {
    const { embedder, vectors, rag } = ports;
    const { vectors: embedded } = await embedder.embed([query.question]);
    const asked = {
      text: query.question,
      vector: embedded[0] ?? new Float32Array(embedder.dimensions),
    };
    const known = expansion?.embedder === embedder.model ? expansion : null;
    const clause = learnedClause(known, query.clause);
    const { text, vector } = clause === null ? asked : expandQuery(asked, clause);
    const where = {
      tenant: query.tenant,
      limit: rag.candidates,
      ...(query.documentId === null ? {} : { documentId: query.documentId }),
    };
    const [byVector, byText] = await Promise.all([
      vectors.searchByVector({ ...where, vector }),
      vectors.searchByText({ ...where, text }),
    ]);
    const fused = fuse(byVector, byText, rag);
    return pack(fused, rag);
  };
}

/** Plans and retrieves in one go, without the ports of steps: for measuring. */
export function plannedRetrieval(ports: RetrievalPorts, expansion: QueryExpansion | null = null) {
  const retrieve = hybridRetrieval(ports, expansion);
  return async (query: Omit<RetrievalQuery, 'clause'>) => {
    const plan = await planOf(ports.embedder, expansion, query.question);
    return { ...plan, chunks: await retrieve({ ...query, clause: plan.clause }) };
  };
}

function fuse(
  byVector: readonly ChunkHit[],
  byText: readonly ChunkHit[],
  rag: Ports['rag'],
): readonly RetrievedChunk[] {
  const near = byVector.filter((hit) => hit.score >= rag.similarityThreshold);
  const vectorRanks = new Map(near.map((hit, at) => [hit.chunkId, at + 1]));
  const textRanks = new Map(byText.map((hit, at) => [hit.chunkId, at + 1]));
  const hits = new Map([...near, ...byText].map((hit) => [hit.chunkId, hit]));
  const share = (rank: number | undefined) =>
    rank === undefined ? 0 : 1 / (rag.fusionConstant + rank);
  return [...hits.values()]
    .map((hit) => ({
      chunkId: hit.chunkId,
      documentId: hit.documentId,
      range: hit.range,
      score: share(vectorRanks.get(hit.chunkId)) + share(textRanks.get(hit.chunkId)),
      vectorRank: vectorRanks.get(hit.chunkId) ?? null,
      textRank: textRanks.get(hit.chunkId) ?? null,
    }))
    .sort((a, b) => b.score - a.score || (a.chunkId < b.chunkId ? -1 : 1));
}

function pack(ranked: readonly RetrievedChunk[], rag: Ports['rag']): readonly RetrievedChunk[] {
  const kept: RetrievedChunk[] = [];
  let room = rag.contextTokens * CHARACTERS_PER_TOKEN;
  for (const chunk of ranked) {
    if (kept.length === rag.topK) break;
    const length = chunk.range[1] - chunk.range[0];
    if (length > room || kept.some((other) => isDuplicate(chunk, other))) continue;
    kept.push(chunk);
    room -= length;
  }
  return kept;
}

function isDuplicate(a: RetrievedChunk, b: RetrievedChunk): boolean {
  if (a.documentId !== b.documentId) return false;
  const shared = Math.min(a.range[1], b.range[1]) - Math.max(a.range[0], b.range[0]);
  const shorter = Math.min(a.range[1] - a.range[0], b.range[1] - b.range[0]);
  return shared > shorter * DUPLICATE_SHARE;
}
