import type { Embedder } from '../../lambda/ports.ts';

/** What every adapter of `Embedder` must do. */
export function describeEmbedderContract(
  name: string,
  makeAdapter: () => Promise<Embedder> | Embedder,
): void {
  describe(`${name} keeps the contract of embedders`, () => {
    let embedder: Embedder;
    beforeEach(async () => {
      embedder = await makeAdapter();
    });

    test('gives one vector a text, in order', async () => {
      const { vectors } = await embedder.embed(['payment terms', 'governing law']);
      const again = await embedder.embed(['governing law']);
      expect([vectors.length, vectors[1]]).toEqual([2, again.vectors[0]]);
    });

    test('gives vectors of its dimensions', async () => {
      const { vectors } = await embedder.embed(['payment terms']);
      expect(vectors[0]).toHaveLength(embedder.dimensions);
    });

    test('gives vectors of unit length', async () => {
      const { vectors } = await embedder.embed(['payment terms of thirty days']);
      const squares = (vectors[0] ?? new Float32Array()).reduce(
        (sum, value) => sum + value * value,
        0,
      );
      expect(squares).toBeCloseTo(1, 4);
    });

    test('gives nothing for no texts', async () => {
      expect(await embedder.embed([])).toEqual({ vectors: [], tokens: 0 });
    });

    test('counts tokens', async () => {
      expect((await embedder.embed(['payment terms'])).tokens).toBeGreaterThan(0);
    });
  });
}
