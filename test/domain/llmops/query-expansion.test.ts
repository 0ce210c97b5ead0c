import {
  expandQuery,
  learnExpansion,
  nearestClause,
} from '../../../lambda/domain/llmops/retrieval/query-expansion.ts';
import { hashedEmbedder } from '../../../local/adapters/embedder.ts';

const SPANS = {
  Law: ['This agreement is governed by Texas law.', 'It is governed and construed by Utah law.'],
  Term: ['This agreement expires after three years.', 'It ends on the third anniversary.'],
};

test('the terms of a clause tell its spans from those of others', async () => {
  const { clauses } = await learnExpansion({ embedder: hashedEmbedder() })({ spans: SPANS });
  expect(Object.keys(clauses['Law']?.weights ?? {}).slice(0, 2)).toEqual(['governed', 'law']);
});

test('names the embedder whose vectors it holds', async () => {
  const embedder = hashedEmbedder();
  expect((await learnExpansion({ embedder })({ spans: SPANS })).embedder).toBe(embedder.model);
});

test('a clause without spans teaches nothing', async () => {
  const { clauses } = await learnExpansion({ embedder: hashedEmbedder() })({
    spans: { Empty: [] },
  });
  expect(clauses).toEqual({});
});

test('the expanded query is nearer to a span that the question does not resemble', async () => {
  const embedder = hashedEmbedder();
  const { clauses } = await learnExpansion({ embedder })({ spans: SPANS });
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

describe('the clause that a question asks for', () => {
  const nearest = async (question: string) => {
    const embedder = hashedEmbedder();
    const unmarked = [
      'The parties met in Paris in May.',
      'The supplier delivers pumps and valves.',
    ];
    const questions = { Law: 'Which law governs it?', Term: 'When does the agreement expire?' };
    const expansion = await learnExpansion({ embedder })({ spans: SPANS, questions, unmarked });
    const [vector] = (await embedder.embed([question])).vectors;
    return nearestClause(expansion, vector ?? new Float32Array(1))?.name ?? null;
  };

  test('is the nearest that was learned, without its name', async () => {
    expect(await nearest('Is it governed by the law of Utah?')).toBe('Law');
  });

  test('is none where the question is about something else', async () => {
    expect(await nearest('How many pumps were delivered?')).toBeNull();
  });

  test.each(['constructor', '__proto__', 'toString'])('is not %s', async (question) => {
    expect(await nearest(question)).toBeNull();
  });
});
