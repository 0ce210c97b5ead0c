import { Construct } from 'constructs';
import { ENV } from '../../lambda/env.ts';
import { strataStackOf, tagSide } from '../shared/strata-stack.ts';
import { Flow } from './flow.ts';
import type { ObservedFlows } from './observed-flows.ts';

export interface LlmopsAnswerFlowProps {
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
    });
    const { grants } = strataStackOf(this).foundation;
    grants.offer('flows.await', (fn) => {
      fn.allow(['states:StartSyncExecution'], [this.flow.arn]);
      fn.configure({ [ENV.answerFlowArn]: this.flow.arn });
    });
    // In the function's own process: what the steps touch is granted to it instead.
    grants.offer('flows.run', () => undefined);
  }
}
