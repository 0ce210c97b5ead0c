import type { Metrics } from '../ports.ts';

/**
 * One line of CloudWatch's embedded metric format a count: no call, no client; the log group makes
 * the metric. Dimensions stay few: each combination is a metric of its own, and priced.
 */
export function embeddedMetrics(options: {
  readonly metricsNamespace: string;
  readonly environment: string;
  readonly now: () => number;
  readonly write?: (line: string) => void;
}): Metrics {
  const { metricsNamespace, environment, now, write = console.log } = options;
  return {
    count(name, value, dimensions) {
      const all = { ...dimensions, environment };
      write(
        JSON.stringify({
          _aws: {
            Timestamp: now(),
            CloudWatchMetrics: [
              {
                Namespace: metricsNamespace,
                Dimensions: [Object.keys(all)],
                Metrics: [{ Name: name, Unit: name.endsWith('Ms') ? 'Milliseconds' : 'Count' }],
              },
            ],
          },
          ...all,
          [name]: value,
        }),
      );
    },
  };
}
