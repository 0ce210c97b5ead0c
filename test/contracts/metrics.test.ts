import * as z from 'zod';
import { embeddedMetrics } from '../../lambda/adapters/metrics.ts';
import { memoryMetrics } from '../../local/adapters/metrics.ts';
import { stdoutLines } from '../fixtures/stdout-lines.ts';
import { describeMetricsContract } from './metrics.ts';

describeMetricsContract('memoryMetrics', async (count) => {
  const metrics = memoryMetrics();
  const key = (dimensions: Readonly<Record<string, string>>) =>
    Object.entries(dimensions)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => `${name}=${value}`)
      .join(',');
  count(metrics);
  return (name, dimensions) => metrics.sums()[`${name}{${key(dimensions)}}`] ?? 0;
});

/** CloudWatch, Embedded metric format specification: what a line must have to become a metric. */
const lineSchema = z.looseObject({
  _aws: z.strictObject({
    Timestamp: z.int(),
    CloudWatchMetrics: z.tuple([
      z.strictObject({
        Namespace: z.string().min(1).max(1_024),
        Dimensions: z.array(z.array(z.string()).max(30)),
        Metrics: z.tuple([z.strictObject({ Name: z.string(), Unit: z.string() })]),
      }),
    ]),
  }),
});

describeMetricsContract('embeddedMetrics', async (count) => {
  const metrics = embeddedMetrics({ metricsNamespace: 'Strata', environment: 'student' });
  const lines = await stdoutLines(() => count(metrics));
  return (name, dimensions) => sumOfLines(lines, name, dimensions);
});

test('each count has a total without its dimensions, so that one alarm sees all', async () => {
  const metrics = embeddedMetrics({ metricsNamespace: 'Strata', environment: 'student' });
  const lines = await stdoutLines(() => {
    metrics.count('Answers', 1, { status: 'answered' });
    metrics.count('Answers', 4, { status: 'refused' });
  });
  expect(sumOfLines(lines, 'Answers', {})).toBe(5);
});

/** As CloudWatch does: values of the lines that declare the metric under exactly these dimensions. */
function sumOfLines(
  lines: readonly string[],
  name: string,
  dimensions: Readonly<Record<string, string>>,
): number {
  const wanted = Object.entries({ ...dimensions, service: 'strata', environment: 'student' });
  return lines
    .map((line) => lineSchema.parse(JSON.parse(line)))
    .filter((line) => {
      const [{ Dimensions, Metrics }] = line._aws.CloudWatchMetrics;
      const declared = Dimensions.some(
        (set) => set.length === wanted.length && wanted.every(([key]) => set.includes(key)),
      );
      const same = wanted.every(([key, value]) => line[key] === value);
      return Metrics[0].Name === name && declared && same;
    })
    .reduce((sum, line) => sum + z.number().parse(line[name]), 0);
}
