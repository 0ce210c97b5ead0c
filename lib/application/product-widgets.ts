import { GraphWidget, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { productMetric, productMetricBy } from '../shared/product-metric.ts';

/** What sides could not do, by cause. */
export function sideWidgets(scope: Construct): readonly GraphWidget[] {
  return [
    graph('Documents that a side failed on', [productMetricBy(scope, 'SideFailures', ['side'])]),
    graph('The same by cause', [productMetricBy(scope, 'SideFailureCauses', ['side', 'cause'])]),
  ];
}

/** How questions were answered, and what was held back. */
export function answerWidgets(scope: Construct): readonly GraphWidget[] {
  const slow = (name: string) => productMetric(scope, name, { statistic: 'p95' });
  return [
    graph('Answers by status', [productMetricBy(scope, 'Answers', ['status', 'reader'])]),
    graph('Answers that another reader gave, by cause', [
      productMetricBy(scope, 'AnswerFallbacks', ['cause', 'fallback']),
    ]),
    graph('Answers: first words and whole, p95', [
      slow('AnswerFirstReleaseMs'),
      slow('AnswerDurationMs'),
    ]),
    graph(
      'Tokens and dollars of answers',
      [productMetric(scope, 'AnswerTokens')],
      [productMetric(scope, 'AnswerCostUsd')],
    ),
    graph('Guardrail triggers by policy', [
      productMetricBy(scope, 'GuardrailTriggers', ['policy', 'direction']),
    ]),
    graph('Sentences withheld, instructions found in passages', [
      productMetricBy(scope, 'WithheldSentences', ['reason']),
      productMetricBy(scope, 'InstructionsInPassages', ['task']),
    ]),
  ];
}

function graph(title: string, left: IMetric[], right: IMetric[] = []): GraphWidget {
  return new GraphWidget({ title, width: 12, left, right });
}
