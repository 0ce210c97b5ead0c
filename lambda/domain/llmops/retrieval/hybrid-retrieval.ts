import type { PortsOf } from '../../../capabilities.ts';
import type { RagSettings } from '../../../../config/schema.ts';
import type { DocumentsRead } from '../../../store-ports.ts';
import type { ChunkHit } from '../../../ports.ts';
import type { RetrievedChunk } from '../answer/answer.ts';
import { planOf } from '../answer/plan-question.ts';
import { expandQuery, learnedClause, type QueryExpansion } from './query-expansion.ts';
import { rerank } from './rerank.ts';

export interface RetrievalQuery {
  readonly tenant: string;
  readonly question: string;
  /** Only this document's chunks; null searches all documents of the tenant. */
  readonly documentId: string | null;
  /** The learned clause that the question asks for, as the plan says. */
  readonly clause: string | null;
}

export type RetrievalPorts = Pick<
  PortsOf<'embedder' | 'vectors.search'>,
  'embedder' | 'vectors'
> & {
  readonly documents: Pick<DocumentsRead<'chunks'>, 'get'>;
  readonly rag: RagSettings;
};

/** Two chunks of one document that share more than this part of the shorter are near-duplicates. */
const DUPLICATE_SHARE = 0.5;

/** English text has about 4.5 characters a token by the estimate of `rag.chunkTokens` (6 a word). */
const CHARACTERS_PER_TOKEN = 4.5;

/**
 * Hybrid retrieval, best first:
 * 1. embeds the question; where it asks for a learned clause, moves it towards the clause;
 * 2. searches by vector and by text, `rag.candidates` each;
 * 3. reranks what was found by its sentences: the question's wording, and the learned clause's;
 * 4. fuses by reciprocal rank (Cormack et al., SIGIR 2009);
 * 5. drops what is under the threshold, near-duplicates, and what the context cannot hold.
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
    const near = byVector.filter((hit) => hit.score >= rag.similarityThreshold);
    const found = [...new Map([...near, ...byText].map((hit) => [hit.chunkId, hit])).values()];
    const first = fuse(found, { vector: near.map(idOf), text: byText.map(idOf) }, rag);
    const { byWording, byClause } = await rerank(ports.documents)(
      { tenant: query.tenant, question: query.question, terms: clause?.terms ?? null },
      first,
    );
    const rankings = {
      vector: near.map(idOf),
      text: byText.map(idOf),
      wording: byWording,
      clause: byClause,
    };
    return pack(fuse(found, rankings, rag), rag);
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

type Ranking = 'vector' | 'text' | 'wording' | 'clause';

function fuse(
  hits: readonly ChunkHit[],
  rankings: Readonly<Partial<Record<Ranking, readonly string[]>>>,
  rag: RagSettings,
): readonly RetrievedChunk[] {
  const ranks = (ranking: Ranking) =>
    new Map(rankings[ranking]?.map((chunkId, at) => [chunkId, at + 1]));
  const [vector, text, wording, clause] = [
    ranks('vector'),
    ranks('text'),
    ranks('wording'),
    ranks('clause'),
  ];
  return hits
    .map(({ chunkId, documentId, range }) => {
      const of = (ranking: ReadonlyMap<string, number>) => ranking.get(chunkId) ?? null;
      const found = [of(vector), of(text), of(wording), of(clause)];
      const score = found.reduce<number>(
        (sum, rank) => sum + (rank === null ? 0 : 1 / (rag.fusionConstant + rank)),
        0,
      );
      const [vectorRank = null, textRank = null, wordingRank = null, clauseRank = null] = found;
      const where = { chunkId, documentId, range, score };
      return { ...where, vectorRank, textRank, wordingRank, clauseRank };
    })
    .sort((a, b) => b.score - a.score || (a.chunkId < b.chunkId ? -1 : 1));
}

function idOf({ chunkId }: ChunkHit): string {
  return chunkId;
}

function pack(ranked: readonly RetrievedChunk[], rag: RagSettings): readonly RetrievedChunk[] {
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
