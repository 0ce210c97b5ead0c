import { Duration } from 'aws-cdk-lib/core';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { strataStackOf } from './strata-stack.ts';

/** Namespace of what functions count by `ports.metrics`. */
export const PRODUCT_NAMESPACE = 'Strata';
/** The adapter's own dimensions. */
const SERVICE = 'strata';
const PERIOD = Duration.minutes(5);

/** A metric that functions count, with exactly these dimensions: without any it is the total. */
export function productMetric(
  scope: Construct,
  metricName: string,
  options: {
    readonly dimensions?: Readonly<Record<string, string>>;
    /** @default Sum */
    readonly statistic?: string;
  } = {},
): Metric {
  const { profile } = strataStackOf(scope);
  return new Metric({
    namespace: PRODUCT_NAMESPACE,
    metricName,
    dimensionsMap: { environment: profile.env, service: SERVICE, ...options.dimensions },
    statistic: options.statistic ?? 'Sum',
    period: PERIOD,
  });
}

/** The same by every value of these dimensions, for dashboards: an alarm cannot search. */
export function productMetricBy(
  scope: Construct,
  metricName: string,
  dimensions: readonly string[],
): MathExpression {
  const { profile } = strataStackOf(scope);
  const schema = [PRODUCT_NAMESPACE, ...[...dimensions, 'environment', 'service'].toSorted()];
  const wanted = `MetricName="${metricName}" environment="${profile.env}"`;
  return new MathExpression({
    expression: `SEARCH('{${schema.join(',')}} ${wanted}', 'Sum', ${PERIOD.toSeconds()})`,
    label: '',
    period: PERIOD,
    usingMetrics: {},
  });
}
