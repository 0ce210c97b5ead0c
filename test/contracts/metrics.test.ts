import * as z from 'zod';
import { embeddedMetrics } from '../../lambda/adapters/metrics.ts';
import { memoryMetrics } from '../../local/adapters/metrics.ts';
import { describeMetricsContract } from './metrics.ts';

describeMetricsContract('memoryMetrics', () => {
  const metrics = memoryMetrics();
  const key = (dimensions: Readonly<Record<string, string>>) =>
    Object.entries(dimensions)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => `${name}=${value}`)
      .join(',');
  return {
    metrics,
    sumOf: (name, dimensions) => metrics.sums()[`${name}{${key(dimensions)}}`] ?? 0,
  };
});

/** CloudWatch, Embedded metric format specification: what a line must have to become a metric. */
const lineSchema = z.looseObject({
  _aws: z.strictObject({
    Timestamp: z.int(),
    CloudWatchMetrics: z.tuple([
      z.strictObject({
        Namespace: z.string().min(1).max(1_024),
        Dimensions: z.tuple([z.array(z.string()).max(30)]),
        Metrics: z.tuple([z.strictObject({ Name: z.string(), Unit: z.string() })]),
      }),
    ]),
  }),
});

describeMetricsContract('embeddedMetrics', () => {
  const lines: string[] = [];
  const metrics = embeddedMetrics({
    metricsNamespace: 'Strata',
    environment: 'student',
    now: () => Date.UTC(2026, 0, 1),
    write: (line) => lines.push(line),
  });
  return { metrics, sumOf: (name, dimensions) => sumOfLines(lines, name, dimensions) };
});

/** As CloudWatch does: values of the lines that declare the metric under exactly these dimensions. */
function sumOfLines(
  lines: readonly string[],
  name: string,
  dimensions: Readonly<Record<string, string>>,
): number {
  const wanted = Object.entries({ ...dimensions, environment: 'student' });
  return lines
    .map((line) => lineSchema.parse(JSON.parse(line)))
    .filter((line) => {
      const [{ Dimensions, Metrics }] = line._aws.CloudWatchMetrics;
      return (
        Metrics[0].Name === name &&
        Dimensions[0].length === wanted.length &&
        wanted.every(([key, value]) => Dimensions[0].includes(key) && line[key] === value)
      );
    })
    .reduce((sum, line) => sum + z.number().parse(line[name]), 0);
}
