import { Metrics as EmbeddedMetrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Metrics } from '../ports.ts';

/** The library's own dimension, on every metric beside `environment`. */
const SERVICE = 'strata';

/**
 * One line of CloudWatch's embedded metric format a count: no call, no client; the log group makes the
 * metric. Each is counted with its dimensions and without, so that a total can be alarmed. Dimensions
 * stay few: each combination is a metric of its own, and priced.
 */
export function embeddedMetrics(options: {
  readonly metricsNamespace: string;
  readonly environment: string;
}): Metrics {
  const { metricsNamespace: namespace, environment } = options;
  const metrics = new EmbeddedMetrics({
    namespace,
    serviceName: SERVICE,
    defaultDimensions: { environment },
  });
  return {
    count(name, value, dimensions) {
      metrics.singleMetric().addMetric(name, unitOf(name), value);
      if (Object.keys(dimensions).length === 0) return;
      metrics.singleMetric().addDimensions(dimensions).addMetric(name, unitOf(name), value);
    },
  };
}

function unitOf(name: string) {
  return name.endsWith('Ms') ? MetricUnit.Milliseconds : MetricUnit.Count;
}
