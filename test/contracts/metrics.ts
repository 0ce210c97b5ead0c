import type { Metrics } from '../../lambda/ports.ts';

type SumOf = (name: string, dimensions: Readonly<Record<string, string>>) => number;

/** What every adapter of `Metrics` must do. `makeAdapter` lets it count, and says what became of it. */
export function describeMetricsContract(
  name: string,
  makeAdapter: (count: (metrics: Metrics) => void) => Promise<SumOf>,
): void {
  describe(`${name} keeps the contract of metrics`, () => {
    test('counts under a name add up', async () => {
      const sumOf = await makeAdapter((metrics) => {
        for (const value of [2, 3]) metrics.count('Answers', value, { status: 'answered' });
      });
      expect(sumOf('Answers', { status: 'answered' })).toBe(5);
    });

    test('each combination of dimensions is counted by itself', async () => {
      const sumOf = await makeAdapter((metrics) => {
        metrics.count('Answers', 1, { status: 'answered' });
        metrics.count('Answers', 4, { status: 'refused' });
      });
      expect(sumOf('Answers', { status: 'answered' })).toBe(1);
    });

    test('the order of dimensions does not matter', async () => {
      const sumOf = await makeAdapter((metrics) => {
        metrics.count('Answers', 1, { status: 'answered', reader: 'extractive' });
        metrics.count('Answers', 1, { reader: 'extractive', status: 'answered' });
      });
      expect(sumOf('Answers', { reader: 'extractive', status: 'answered' })).toBe(2);
    });

    test('fractions are kept', async () => {
      const sumOf = await makeAdapter((metrics) =>
        metrics.count('AnswerCostUsd', 0.000_25, { reader: 'extractive' }),
      );
      expect(sumOf('AnswerCostUsd', { reader: 'extractive' })).toBe(0.000_25);
    });
  });
}
