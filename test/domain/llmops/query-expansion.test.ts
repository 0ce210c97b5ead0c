import { expandQuery, learnExpansion } from '../../../lambda/domain/llmops/query-expansion.ts';
import { hashedEmbedder } from '../../../local/adapters/embedder.ts';

const SPANS = {
  Law: ['This agreement is governed by Texas law.', 'It is governed and construed by Utah law.'],
  Term: ['This agreement expires after three years.', 'It ends on the third anniversary.'],
};

test('the terms of a clause tell its spans from those of others', async () => {
  const { clauses } = await learnExpansion({ embedder: hashedEmbedder() })(SPANS);
  expect(clauses['Law']?.terms.slice(0, 2)).toEqual(['governed', 'law']);
});

test('names the embedder whose vectors it holds', async () => {
  const embedder = hashedEmbedder();
  expect((await learnExpansion({ embedder })(SPANS)).embedder).toBe(embedder.model);
});

test('a clause without spans teaches nothing', async () => {
  const { clauses } = await learnExpansion({ embedder: hashedEmbedder() })({ Empty: [] });
  expect(clauses).toEqual({});
});

test('the expanded query is nearer to a span that the question does not resemble', async () => {
  const embedder = hashedEmbedder();
  const { clauses } = await learnExpansion({ embedder })(SPANS);
  const text = 'Whose statutes apply?';
  const { vectors } = await embedder.embed([text, 'governed by Ohio law']);
  const [question = new Float32Array(), span = new Float32Array()] = vectors;
  const dot = (vector: Float32Array) =>
    vector.reduce((sum, value, at) => sum + value * (span[at] ?? 0), 0);
  const law = clauses['Law'];
  const expanded =
    law === undefined ? question : expandQuery({ text, vector: question }, law).vector;
  expect(dot(expanded)).toBeGreaterThan(dot(question) + 0.1);
});
