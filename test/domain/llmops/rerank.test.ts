import { NotFoundError } from '../../../lambda/errors.ts';
import type { Chunk } from '../../../lambda/domain/llmops/answer/answer.ts';
import {
  clauseScore,
  countSentenceTerms,
  learnClauseTerms,
} from '../../../lambda/domain/llmops/retrieval/clause-terms.ts';
import { rerank } from '../../../lambda/domain/llmops/retrieval/rerank.ts';

const LAW = [
  'This agreement is governed by the laws of Ireland.',
  'It is governed by the laws of Texas, without its conflict rules.',
  'The laws of Spain shall govern, and its courts have jurisdiction.',
];
const OTHERS = [
  'The seller delivers the goods within thirty days.',
  'The laws of nature are not in question here.',
  'Payment is due on receipt of the invoice.',
  'Each party keeps the records of its payments.',
];
const all = countSentenceTerms([...LAW, ...OTHERS]);
const terms = learnClauseTerms(countSentenceTerms(LAW), all);

function chunkOf(id: string, text: string): Chunk {
  const [documentId = ''] = id.split('/');
  return { chunkId: id, documentId, range: [0, text.length], text, headings: [] };
}

const chunks = [
  chunkOf('a/0', 'Goods are delivered. The seller pays for carriage. Records are kept.'),
  chunkOf('a/1', 'Payment is due. The contract is governed by the laws of Norway. Goods are kept.'),
  chunkOf('b/0', 'The seller delivers the goods within ten days.'),
];

function reading(stored: readonly Chunk[]) {
  const read: string[] = [];
  const documents = {
    get: async ({ documentId }: { readonly documentId: string }) => {
      read.push(documentId);
      const those = stored.filter((chunk) => chunk.documentId === documentId);
      if (those.length === 0) throw new NotFoundError(`no chunks of ${documentId}`);
      return new TextEncoder().encode(JSON.stringify(those));
    },
  };
  return { read, reranking: rerank(documents) };
}

const hits = chunks.map(({ chunkId, documentId, range }) => ({
  chunkId,
  documentId,
  range,
  score: 1,
}));
const asked = {
  tenant: 't',
  question: 'Within how many days does the seller deliver?',
  terms: null,
};

test('words that stand in a clause’s sentences and nowhere else speak for it, others against it', () => {
  expect(terms['governed']).toBeGreaterThan(0);
  expect(terms['laws of']).toBeGreaterThan(0);
  expect(Object.keys(terms).filter((term) => /\d/.test(term))).toEqual([]);
  expect(clauseScore(terms, 'Governed by the laws of Japan')).toBeGreaterThan(
    clauseScore(terms, 'The seller delivers the goods'),
  );
  expect(clauseScore(terms, '')).toBe(0);
});

test('a chunk ranks by its best sentence, not by all of them', async () => {
  const { byClause } = await reading(chunks).reranking({ ...asked, terms }, hits);
  expect(byClause[0]).toBe('a/1');
  expect(byClause).toHaveLength(3);
});

test('where no clause is asked for, the question’s words alone rank', async () => {
  const found = await reading(chunks).reranking(asked, hits);
  expect(found.byClause).toEqual([]);
  expect(found.byWording[0]).toBe('b/0');
});

test('a document that was removed since is in no ranking', async () => {
  const gone = chunks.filter(({ documentId }) => documentId !== 'b');
  const { byWording } = await reading(gone).reranking(asked, hits);
  expect([...byWording].sort()).toEqual(['a/0', 'a/1']);
});

test('of many documents, those of the best hits are read, twenty at most, each once', async () => {
  const many = Array.from({ length: 30 }, (_, at) => chunkOf(`d${at}/0`, 'The seller delivers.'));
  const { read, reranking } = reading(many);
  await reranking(
    asked,
    many.map(({ chunkId, documentId, range }) => ({ chunkId, documentId, range, score: 1 })),
  );
  expect(read).toEqual(many.slice(0, 20).map(({ documentId }) => documentId));
});
