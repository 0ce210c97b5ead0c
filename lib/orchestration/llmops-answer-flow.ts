import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { ENV } from '../../lambda/env.ts';
import type { StrataFunction } from '../shared/strata-function.ts';
import { tagSide } from '../shared/strata-stack.ts';
import { Flow } from './flow.ts';
import type { ObservedFlows } from './observed-flows.ts';
import { grantTask } from './task-grants.ts';
import type { Lower } from './task-grants.ts';

export interface LlmopsAnswerFlowProps {
  readonly lower: Lower;
  readonly observed: ObservedFlows;
}

/** Answers one question within a request. */
export class LlmopsAnswerFlow extends Construct {
  readonly flow: Flow;

  constructor(scope: Construct, id: string, props: LlmopsAnswerFlowProps) {
    super(scope, id);
    tagSide(this, 'llmops');
    this.flow = new Flow(this, 'Flow', {
      name: 'answer-flow',
      type: 'EXPRESS',
      observed: props.observed,
      grant: (fn) => grantTask(fn, props.lower),
      sizes: { 'llmops-generate-answer': { memoryMb: 512, timeout: Duration.minutes(2) } },
    });
  }

  /** Starts it and waits for the answer. */
  grantAsk(fn: StrataFunction): void {
    fn.allow(['states:StartSyncExecution'], [this.flow.arn]);
    fn.configure({ [ENV.answerFlowArn]: this.flow.arn });
  }
}
