import type { Metrics } from '../../lambda/ports.ts';

export interface CountedMetrics extends Metrics {
  /** Sums by `name{dimension=value,…}`, dimensions ascending. */
  sums(): Readonly<Record<string, number>>;
}

/** Sums in memory: for the report and the tests of one process. */
export function memoryMetrics(): CountedMetrics {
  const sums = new Map<string, number>();
  return {
    count(name, value, dimensions) {
      const labels = Object.entries(dimensions)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, one]) => `${key}=${one}`);
      const key = `${name}{${labels.join(',')}}`;
      sums.set(key, (sums.get(key) ?? 0) + value);
    },
    sums: () => Object.fromEntries(sums),
  };
}
