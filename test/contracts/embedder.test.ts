import { learnDocumentFrequencies } from '../../lambda/domain/llmops/retrieval/hashed-embedding.ts';
import { titanEmbedder } from '../../lambda/adapters/embedder.ts';
import { hashedEmbedder } from '../../local/adapters/embedder.ts';
import { startTitan } from '../adapters/bedrock.ts';
import type { StandIn } from '../adapters/stand-in.ts';
import { describeEmbedderContract } from './embedder.ts';

describeEmbedderContract('hashedEmbedder', () => hashedEmbedder());

const similarity = async (a: string, b: string) => {
  const { vectors } = await hashedEmbedder().embed([a, b]);
  return (vectors[0] ?? new Float32Array()).reduce(
    (sum, value, at) => sum + value * (vectors[1]?.[at] ?? 0),
    0,
  );
};

test('a text without words has a vector of unit length too', async () => {
  const { vectors } = await hashedEmbedder({ dimensions: 8 }).embed(['—']);
  expect([...(vectors[0] ?? [])]).toEqual([1, 0, 0, 0, 0, 0, 0, 0]);
});

test('a typo stays nearer than another word', async () => {
  const typo = await similarity('termination of the agreement', 'terminatoin of the agreement');
  const other = await similarity('termination of the agreement', 'invoice of the agreement');
  expect(typo).toBeGreaterThan(other);
});

test('other statistics are another model', () => {
  const statistics = learnDocumentFrequencies(['one text', 'one more text']);
  expect(hashedEmbedder({ statistics }).model).not.toBe(hashedEmbedder().model);
});

const titans: StandIn[] = [];
afterEach(async () => {
  for (const titan of titans.splice(0)) await titan.close();
});

describeEmbedderContract('titanEmbedder', async () => {
  const titan = await startTitan();
  titans.push(titan);
  return titanEmbedder({
    embeddingModelId: 'amazon.titan-embed-text-v2:0',
    embeddingDimensions: 256,
    client: titan.client,
  });
});
