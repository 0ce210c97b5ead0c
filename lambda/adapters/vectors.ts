import { createHash } from 'node:crypto';
import type { DocumentReference } from '../domain/document/document.ts';
import type { Chunk } from '../domain/llmops/answer/answer.ts';
import { UnavailableError } from '../errors.ts';
import type { ChunkHit, VectorQuery, Vectors } from '../ports.ts';
import {
  type OpenSearchConnection,
  openSearchRequest,
  type SearchHit,
  searchHits,
} from './open-search-request.ts';

/** 100 chunks of 1,024 dimensions and their text are about 2 MB of the bulk limit of 10 MB. */
const CHUNKS_PER_BULK = 100;
/** OpenSearch returns at most 10,000 hits a search; a document of 1,000 pages has fewer chunks. */
const MOST_STALE = 10_000;

type Embedded = Chunk & { readonly vector: Float32Array };

/**
 * One index of an OpenSearch Serverless vector collection. It makes its own `_id`s, knows no
 * refresh and shows a write after some seconds: a replacement indexes the new generation first,
 * then deletes what other generations left, so that a failure in between loses nothing; hits that
 * name a chunk twice are folded. Every search filters by tenant. Needs aoss:APIAccessAll and a data
 * access policy with ReadDocument, WriteDocument on the index.
 */
export function openSearchVectors(connection: OpenSearchConnection): Vectors {
  return {
    async replace(document, chunks) {
      const generation = generationOf(chunks);
      const stale = await idsOf(connection, document, generation);
      const missing = chunks.filter(({ chunkId }) => !stale.current.has(chunkId));
      await index(connection, document, generation, missing);
      await erase(connection, stale.others);
    },
    async searchByVector({ vector, ...query }) {
      const knn = {
        vector: { vector: [...vector], k: query.limit, filter: { bool: { filter: scope(query) } } },
      };
      const hits = await search(connection, query, { knn });
      return hits.map((hit) => ({ ...hit, score: cosineOf(hit.score) }));
    },
    async searchByText({ text, ...query }) {
      return search(connection, query, {
        bool: { must: [{ match: { text } }], filter: scope(query) },
      });
    },
    async remove(document) {
      const { others } = await idsOf(connection, document, null);
      await erase(connection, others);
    },
  };
}

/** Nothing is searched without it. */
function scope({ tenant, documentId }: Omit<VectorQuery, 'limit'>): readonly object[] {
  return [{ term: { tenant } }, ...(documentId === undefined ? [] : [{ term: { documentId } }])];
}

async function search(
  connection: OpenSearchConnection,
  query: VectorQuery,
  by: object,
): Promise<readonly ChunkHit[]> {
  const hits = await searchHits(connection, {
    size: query.limit,
    _source: ['chunkId', 'documentId', 'start', 'end'],
    query: by,
  });
  const seen = new Map<string, ChunkHit>();
  for (const { _score, _source } of hits) {
    if (!_source || seen.has(_source.chunkId)) continue;
    const { chunkId, documentId, start, end } = _source;
    seen.set(chunkId, { chunkId, documentId, range: [start, end], score: _score ?? 0 });
  }
  return [...seen.values()];
}

/** Score of faiss' inner product: 1 + cosine from 0 up, 1 / (1 - cosine) below (k-NN docs). */
function cosineOf(score: number): number {
  return score >= 1 ? score - 1 : 1 - 1 / score;
}

/** `_id`s of the document's chunks of other generations, and which chunks of this one are there. */
async function idsOf(
  connection: OpenSearchConnection,
  document: DocumentReference,
  generation: string | null,
) {
  const hits = await searchHits(connection, {
    size: MOST_STALE,
    _source: ['chunkId', 'documentId', 'start', 'end', 'generation'],
    query: { bool: { filter: scope(document) } },
  });
  const isCurrent = (hit: SearchHit) => hit._source?.generation === generation;
  return {
    current: new Set(hits.filter(isCurrent).map((hit) => hit._source?.chunkId)),
    others: hits.filter((hit) => !isCurrent(hit)).map((hit) => hit._id),
  };
}

async function index(
  connection: OpenSearchConnection,
  { tenant, documentId }: DocumentReference,
  generation: string,
  chunks: readonly Embedded[],
): Promise<void> {
  const lines = chunks.map(({ chunkId, range: [start, end], text, vector }) => [
    { index: {} },
    { tenant, documentId, chunkId, generation, start, end, text, vector: [...vector] },
  ]);
  for (let first = 0; first < lines.length; first += CHUNKS_PER_BULK) {
    await bulk(connection, lines.slice(first, first + CHUNKS_PER_BULK).flat());
  }
}

async function erase(connection: OpenSearchConnection, ids: readonly string[]): Promise<void> {
  for (let first = 0; first < ids.length; first += MOST_STALE) {
    const lines = ids.slice(first, first + MOST_STALE).map((_id) => ({ delete: { _id } }));
    await bulk(connection, lines);
  }
}

async function bulk(connection: OpenSearchConnection, lines: readonly object[]): Promise<void> {
  const body = `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
  const reply = await openSearchRequest(connection, {
    method: 'POST',
    path: `/${connection.vectorIndex}/_bulk`,
    body,
    contentType: 'application/x-ndjson',
  });
  const failed = (reply.items ?? []).flatMap((item) => Object.values(item)).find(isFailure);
  if (!failed) return;
  throw new UnavailableError(
    `OpenSearch must take every chunk of the bulk, one was refused with ${failed.status}: ` +
      `${JSON.stringify(failed.error)}; the step is safe to run again`,
    2,
  );
}

/** A chunk that is gone already is what a deletion wants. */
function isFailure(item: { readonly status: number }): boolean {
  return item.status >= 300 && item.status !== 404;
}

function generationOf(chunks: readonly Embedded[]): string {
  const hash = createHash('sha256');
  for (const { chunkId, range, text, vector } of chunks) {
    hash.update(JSON.stringify([chunkId, range, text])).update(new Uint8Array(vector.buffer));
  }
  return hash.digest('hex').slice(0, 32);
}
