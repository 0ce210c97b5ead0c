import { Duration } from 'aws-cdk-lib/core';
import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import { Dashboard, GraphWidget, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { answerWidgets, sideWidgets } from './product-widgets.ts';

export interface ProductDashboardProps {
  readonly api: RestApi;
  /** Title of a row and the ARN of its state machine. */
  readonly flows: Readonly<Record<string, string>>;
  /** Whether questions are answered. */
  readonly answers: boolean;
}

/** The one dashboard: what came in, what failed, how long it took. */
export class ProductDashboard extends Construct {
  constructor(scope: Construct, id: string, props: ProductDashboardProps) {
    super(scope, id);
    const dashboard = new Dashboard(this, 'Dashboard', { defaultInterval: Duration.days(1) });
    dashboard.addWidgets(
      new GraphWidget({
        title: 'API requests and errors',
        width: 12,
        left: [props.api.metricCount()],
        right: [props.api.metricClientError(), props.api.metricServerError()],
      }),
      new GraphWidget({
        title: 'API latency, p50 and p95',
        width: 12,
        left: [
          props.api.metricLatency({ statistic: 'p50' }),
          props.api.metricLatency({ statistic: 'p95' }),
        ],
      }),
    );
    for (const [title, arn] of Object.entries(props.flows)) {
      dashboard.addWidgets(
        new GraphWidget({
          title: `${title}: executions`,
          width: 12,
          left: ['ExecutionsSucceeded', 'ExecutionsFailed'].map((name) => executions(arn, name)),
        }),
        new GraphWidget({
          title: `${title}: duration`,
          width: 12,
          left: [executions(arn, 'ExecutionTime', 'p95')],
        }),
      );
    }
    dashboard.addWidgets(...sideWidgets(this), ...(props.answers ? answerWidgets(this) : []));
  }
}

function executions(arn: string, metricName: string, statistic = 'Sum'): Metric {
  return new Metric({
    namespace: 'AWS/States',
    metricName,
    statistic,
    period: Duration.minutes(5),
    dimensionsMap: { StateMachineArn: arn },
  });
}
