import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type Reply, type SentRequest, type StandIn, startStandIn } from './stand-in.ts';

const rowSchema = z.object({
  tenant: z.string(),
  documentId: z.string(),
  chunkId: z.string(),
  generation: z.string(),
  start: z.number(),
  end: z.number(),
  text: z.string(),
  vector: z.array(z.number()),
});
type Row = z.infer<typeof rowSchema>;

const filterSchema = z.array(
  z.object({
    term: z.object({ tenant: z.string().optional(), documentId: z.string().optional() }),
  }),
);
const searchSchema = z.object({
  size: z.number(),
  query: z.union([
    z.object({
      knn: z.object({
        vector: z.object({
          vector: z.array(z.number()),
          k: z.number(),
          filter: z.object({ bool: z.object({ filter: filterSchema }) }),
        }),
      }),
    }),
    z.object({
      bool: z.object({
        must: z.array(z.object({ match: z.object({ text: z.string() }) })).optional(),
        filter: filterSchema,
      }),
    }),
  ]),
});

/**
 * Answers `_bulk` and `_search` in OpenSearch's words over rows in memory: exact inner product
 * with faiss' scores, words in common instead of BM25. Like a vector collection it makes its own ids.
 */
export async function startOpenSearch(): Promise<StandIn> {
  const rows = new Map<string, Row>();
  return startStandIn((request) =>
    request.path.endsWith('/_bulk') ? bulk(rows, request) : search(rows, request),
  );
}

function bulk(rows: Map<string, Row>, { body }: SentRequest): Reply {
  const lines = body.trimEnd().split('\n');
  const items: object[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const action = z
      .object({ delete: z.object({ _id: z.string() }).optional() })
      .parse(JSON.parse(lines[at] ?? ''));
    if (action.delete) {
      const found = rows.delete(action.delete._id);
      items.push({ delete: { _id: action.delete._id, status: found ? 200 : 404 } });
      continue;
    }
    at += 1;
    const _id = createHash('sha256').update(`${rows.size}/${lines[at]}`).digest('hex').slice(0, 20);
    rows.set(_id, rowSchema.parse(JSON.parse(lines[at] ?? '')));
    items.push({ index: { _id, status: 201 } });
  }
  return { body: { errors: false, items } };
}

function search(rows: Map<string, Row>, { body }: SentRequest): Reply {
  const { size, query } = searchSchema.parse(JSON.parse(body));
  const filter = 'knn' in query ? query.knn.vector.filter.bool.filter : query.bool.filter;
  const score = scorer(query);
  const hits = [...rows]
    .filter(([, row]) => filter.every(({ term }) => matches(row, term)))
    .map(([_id, _source]) => ({ _id, _source, _score: score(_source) }))
    .filter(({ _score }) => _score > 0)
    .sort((a, b) => b._score - a._score)
    .slice(0, size);
  return { body: { hits: { hits } } };
}

function matches(row: Row, term: { tenant?: string | undefined; documentId?: string | undefined }) {
  return (
    (term.tenant === undefined || row.tenant === term.tenant) &&
    (term.documentId === undefined || row.documentId === term.documentId)
  );
}

function scorer(query: z.infer<typeof searchSchema>['query']): (row: Row) => number {
  if ('knn' in query) {
    const wanted = query.knn.vector.vector;
    return (row) => {
      const product = row.vector.reduce((sum, value, at) => sum + value * (wanted[at] ?? 0), 0);
      return product >= 0 ? 1 + product : 1 / (1 - product);
    };
  }
  const [must] = query.bool.must ?? [];
  if (!must) return () => 1;
  const words = wordsOf(must.match.text);
  return (row) => wordsOf(row.text).filter((word) => words.includes(word)).length;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
