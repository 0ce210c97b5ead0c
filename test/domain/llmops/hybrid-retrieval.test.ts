import { student } from '../../../config/student.ts';
import { documentChunks } from '../../../lambda/domain/llmops/retrieval/document-chunks.ts';
import { learnExpansion } from '../../../lambda/domain/llmops/retrieval/query-expansion.ts';
import { storeChunks } from '../../../lambda/domain/llmops/retrieval/stored-chunks.ts';
import { plannedRetrieval } from '../../../lambda/domain/llmops/retrieval/hybrid-retrieval.ts';
import { openLlmopsPorts, type LlmopsPorts, TENANT } from '../../steps/llmops-ports.ts';

const filler = (word: string) => `${`${word} `.repeat(280)}.\n\n`;
const TEXT = `${filler('alpha')}The agreement is governed by the statutes of Texas.\n\n${filler('beta')}${filler('gamma')}`;

let ports: LlmopsPorts;
let close: () => void;
beforeEach(async () => {
  ({ ports, close } = openLlmopsPorts());
  for (const documentId of ['d1', 'd2']) await index(documentId, TEXT);
});
afterEach(() => close());

async function index(documentId: string, text: string) {
  const chunks = documentChunks(documentId, text, student.rag);
  const { vectors } = await ports.embedder.embed(chunks.map((chunk) => chunk.text));
  const rows = chunks.map((chunk, at) => ({
    ...chunk,
    vector: vectors[at] ?? new Float32Array(1),
  }));
  await ports.vectors.replace({ tenant: TENANT, documentId }, rows);
  await storeChunks(ports.documents, { tenant: TENANT, documentId }, chunks);
}

const ask = async (documentId: string | null, rag = student.rag) => {
  const query = { tenant: TENANT, question: 'Which statutes govern?', documentId };
  return (await plannedRetrieval({ ...ports, rag })(query)).chunks;
};

test('the best chunk holds the words that were asked for', async () => {
  const [best] = await ask('d1');
  expect(TEXT.slice(...(best?.range ?? [0, 0]))).toContain('statutes of Texas');
});

test('a question about one document gets chunks of that document only', async () => {
  expect(new Set((await ask('d2')).map(({ documentId }) => documentId))).toEqual(new Set(['d2']));
});

test('a question about all documents may get chunks of several', async () => {
  const found = await ask(null);
  expect(new Set(found.map(({ documentId }) => documentId)).size).toBe(2);
});

test('a hit says where it stood in both searches, and by its best sentence', async () => {
  const [best] = await ask('d1');
  expect([best?.textRank, typeof best?.vectorRank]).toEqual([1, 'number']);
  expect([best?.wordingRank, best?.clauseRank]).toEqual([1, null]);
});

test('no more chunks than the context holds', async () => {
  const found = await ask('d1', { ...student.rag, contextTokens: 500 });
  expect(found).toHaveLength(1);
});

test('a chunk below the threshold stays only when the text search found it', async () => {
  const found = await ask('d1', { ...student.rag, similarityThreshold: 1 });
  expect(found.every(({ vectorRank, textRank }) => vectorRank === null && textRank !== null)).toBe(
    true,
  );
});

const overlapping = async (rows: readonly (readonly [number, number])[]) => {
  const text = 'the statutes of Texas govern';
  const { vectors } = await ports.embedder.embed([text]);
  const vector = vectors[0] ?? new Float32Array(1);
  const chunks = rows.map((range, at) => ({
    chunkId: `d3/${at}`,
    documentId: 'd3',
    range,
    text,
    headings: [],
    vector,
  }));
  await ports.vectors.replace({ tenant: TENANT, documentId: 'd3' }, chunks);
  return (await ask('d3')).map(({ range }) => range).sort(([a], [b]) => a - b);
};

test('of two chunks that share most of their text one is kept', async () => {
  expect(
    await overlapping([
      [0, 100],
      [20, 120],
    ]),
  ).toHaveLength(1);
});

test('neighbours that share an overlap only are both kept', async () => {
  const neighbours = [
    [0, 100],
    [85, 185],
  ] as const;
  expect(await overlapping(neighbours)).toEqual(neighbours);
});

test('an expansion of another embedder changes nothing', async () => {
  const learned = await learnExpansion(ports)({ spans: { Law: ['gamma gamma gamma'] } });
  const query = { tenant: TENANT, question: 'statutes', documentId: 'd1' };
  const foreign = await plannedRetrieval(
    { ...ports, rag: student.rag },
    { ...learned, embedder: 'titan' },
  )(query);
  expect(foreign).toEqual(await plannedRetrieval({ ...ports, rag: student.rag })(query));
});

test('what was learned of a clause reaches a question that asks for it in other words', async () => {
  const learned = await learnExpansion(ports)({
    spans: { Law: ['gamma gamma gamma'], Other: ['beta'] },
    questions: { Law: 'Which statutes govern?' },
  });
  const query = { tenant: TENANT, question: 'What law?', documentId: 'd1' };
  const { chunks, clause } = await plannedRetrieval(
    { ...ports, rag: student.rag },
    { ...learned, threshold: 0.1 },
  )(query);
  expect([clause, TEXT.slice(...(chunks[0]?.range ?? [0, 0]))]).toEqual([
    'Law',
    expect.stringContaining('gamma'),
  ]);
});
