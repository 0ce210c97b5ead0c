import type { Classifier } from '../../lambda/ports.ts';

/**
 * What every adapter of `Classifier` must do. The model behind it knows two classes; column 1
 * speaks for the second.
 */
export function describeClassifierContract(
  name: string,
  makeAdapter: () => Promise<Classifier>,
): void {
  describe(`${name} keeps the contract of classifier`, () => {
    test('gives one probability a class, summing to one', async () => {
      const { probabilities } = await (await makeAdapter()).score({ indices: [0], values: [1] });
      expect(probabilities).toHaveLength(2);
      expect((probabilities[0] ?? 0) + (probabilities[1] ?? 0)).toBeCloseTo(1, 5);
    });

    test('prefers the class that the row speaks for', async () => {
      const { probabilities } = await (await makeAdapter()).score({ indices: [1], values: [1] });
      expect(probabilities[1]).toBeGreaterThan(0.8);
    });

    test('scores a row without values', async () => {
      const reply = await (await makeAdapter()).score({ indices: [], values: [] });
      expect(reply.probabilities).toHaveLength(2);
    });

    test('names the model', async () => {
      const { model } = await (await makeAdapter()).score({ indices: [0], values: [1] });
      expect(model).not.toBe('');
    });
  });
}
