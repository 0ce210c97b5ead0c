import { Duration } from 'aws-cdk-lib/core';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { ENV } from '../../lambda/env.ts';
import { acknowledgePatterns } from '../shared/acknowledge.ts';
import { pascal } from '../shared/pascal.ts';
import { productMetric } from '../shared/product-metric.ts';
import { StrataFunction } from '../shared/strata-function.ts';
import { strataStackOf } from '../shared/strata-stack.ts';
import { Flow } from './flow.ts';
import type { ObservedFlows } from './observed-flows.ts';

export interface DocumentFlowProps {
  readonly observed: ObservedFlows;
}

/** Where both sides meet: every document goes through it once. */
export class DocumentFlow extends Construct {
  readonly flow: Flow;

  constructor(scope: Construct, id: string, props: DocumentFlowProps) {
    super(scope, id);
    this.flow = new Flow(this, 'Flow', {
      name: 'document-flow',
      type: 'STANDARD',
      observed: props.observed,
    });
    this.tellFailedSides();
    this.markFailedDocuments();
    const { profile, foundation } = strataStackOf(this);
    foundation.grants.offer('flows.follow', (fn) => {
      fn.allow(['states:StartExecution'], [this.flow.arn]);
      fn.allow(['states:DescribeExecution'], [this.flow.executions]);
      acknowledgePatterns(
        fn.role,
        [this.flow.executions],
        'Executions are named by documents that come while the product runs. The pattern stays inside one state machine, and the action reads its status.',
      );
      fn.configure({
        [ENV.documentFlowArn]: this.flow.arn,
        [ENV.sides]: JSON.stringify(profile.sides),
      });
    });
  }

  /** A flow that ends without a record leaves its document to this function. */
  private markFailedDocuments(): void {
    const fail = new StrataFunction(this, 'FailDocument', { name: 'fail-document' });
    new Rule(this, 'Failed', {
      description: 'A document flow ended without recording its document',
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: {
          status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
          stateMachineArn: [this.flow.arn],
        },
      },
      targets: [
        new LambdaFunction(fail.function, {
          deadLetterQueue: strataStackOf(this).deadLetters,
          retryAttempts: 10,
          maxEventAge: Duration.hours(6),
        }),
      ],
    });
  }

  /** A flow goes on without a side that fails: only its metric tells. */
  private tellFailedSides(): void {
    const stack = strataStackOf(this);
    if (stack.profile.env === 'student') {
      // An alarm costs 0.10 USD a month: one for both sides, and the dashboard tells them apart.
      const failures = productMetric(this, 'SideFailures');
      const meaning = 'A side failed on a document; its record names side and cause';
      stack.alarmAbove(this, 'SideFailedAlarm', failures, 0, meaning);
      return;
    }
    for (const side of ['mlops', 'llmops'] as const) {
      if (!stack.profile.sides[side]) continue;
      const failures = productMetric(this, 'SideFailures', { dimensions: { side } });
      const meaning = `The ${side} side failed on a document; its record names the cause`;
      stack.alarmAbove(this, `${pascal(side)}FailedAlarm`, failures, 0, meaning);
    }
  }
}
