import { Construct } from 'constructs';
import { ENV } from '../../lambda/env.ts';
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
    const { profile, foundation } = strataStackOf(this);
    foundation.grants.offer('flows.start', (fn) => {
      fn.allow(['states:StartExecution'], [this.flow.arn]);
      fn.configure({
        [ENV.documentFlowArn]: this.flow.arn,
        [ENV.sides]: JSON.stringify(profile.sides),
      });
    });
  }
}
