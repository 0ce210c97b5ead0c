import type { Metrics } from '../../lambda/ports.ts';

interface OpenMetrics {
  readonly metrics: Metrics;
  /** The sum of what was counted under a name with these dimensions. */
  readonly sumOf: (name: string, dimensions: Readonly<Record<string, string>>) => number;
}

/** What every adapter of `Metrics` must do. */
export function describeMetricsContract(name: string, makeAdapter: () => OpenMetrics): void {
  describe(`${name} keeps the contract of metrics`, () => {
    test('counts under a name add up', () => {
      const { metrics, sumOf } = makeAdapter();
      for (const value of [2, 3]) metrics.count('Answers', value, { status: 'answered' });
      expect(sumOf('Answers', { status: 'answered' })).toBe(5);
    });

    test('each combination of dimensions is counted by itself', () => {
      const { metrics, sumOf } = makeAdapter();
      metrics.count('Answers', 1, { status: 'answered' });
      metrics.count('Answers', 4, { status: 'refused' });
      expect(sumOf('Answers', { status: 'answered' })).toBe(1);
    });

    test('the order of dimensions does not matter', () => {
      const { metrics, sumOf } = makeAdapter();
      metrics.count('Answers', 1, { status: 'answered', reader: 'extractive' });
      metrics.count('Answers', 1, { reader: 'extractive', status: 'answered' });
      expect(sumOf('Answers', { reader: 'extractive', status: 'answered' })).toBe(2);
    });

    test('fractions are kept', () => {
      const { metrics, sumOf } = makeAdapter();
      metrics.count('AnswerCostUsd', 0.000_25, { reader: 'extractive' });
      expect(sumOf('AnswerCostUsd', { reader: 'extractive' })).toBe(0.000_25);
    });
  });
}
