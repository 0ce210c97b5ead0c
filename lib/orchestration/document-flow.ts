import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { ENV } from '../../lambda/env.ts';
import type { StrataFunction } from '../shared/strata-function.ts';
import { strataStackOf } from '../shared/strata-stack.ts';
import { Flow } from './flow.ts';
import type { ObservedFlows } from './observed-flows.ts';
import { grantTask } from './task-grants.ts';
import type { Lower } from './task-grants.ts';

export interface DocumentFlowProps {
  readonly lower: Lower;
  readonly observed: ObservedFlows;
}

/** Reading a large scan and embedding a long contract take the most. */
const SIZES = {
  'read-document': { memoryMb: 3_008, timeout: Duration.minutes(15) },
  'mlops-featurise-document': { memoryMb: 1_769, timeout: Duration.minutes(2) },
  'mlops-classify-document': { memoryMb: 1_769, timeout: Duration.minutes(2) },
  'mlops-extract-fields': { memoryMb: 1_769, timeout: Duration.minutes(2) },
  'llmops-embed-chunks': { memoryMb: 1_024, timeout: Duration.minutes(5) },
  'llmops-index-chunks': { memoryMb: 1_024, timeout: Duration.minutes(5) },
  'llmops-classify-document': { memoryMb: 512, timeout: Duration.minutes(5) },
  'llmops-extract-fields': { memoryMb: 512, timeout: Duration.minutes(5) },
};

/** Where both sides meet: every document goes through it once. */
export class DocumentFlow extends Construct {
  readonly flow: Flow;

  constructor(scope: Construct, id: string, props: DocumentFlowProps) {
    super(scope, id);
    this.flow = new Flow(this, 'Flow', {
      name: 'document-flow',
      type: 'STANDARD',
      observed: props.observed,
      grant: (fn) => grantTask(fn, props.lower),
      sizes: SIZES,
    });
  }

  grantStart(fn: StrataFunction): void {
    fn.allow(['states:StartExecution'], [this.flow.arn]);
    fn.configure({
      [ENV.documentFlowArn]: this.flow.arn,
      [ENV.sides]: JSON.stringify(strataStackOf(this).profile.sides),
    });
  }
}
