import type { Construct } from 'constructs';
import type { DataStack } from '../data/data-stack.ts';
import type { GovernanceStack } from '../governance/governance-stack.ts';
import type { ModelStack } from '../model/model-stack.ts';
import type { Foundation } from '../shared/foundation.ts';
import { StrataStack } from '../shared/strata-stack.ts';
import type { StrataStackProps } from '../shared/strata-stack.ts';
import { DocumentFlow } from './document-flow.ts';
import { DocumentIntake } from './document-intake.ts';
import { LlmopsAnswerFlow } from './llmops-answer-flow.ts';
import { ObservedFlows } from './observed-flows.ts';
import type { Lower } from './task-grants.ts';
import { TextRecognition } from './text-recognition.ts';
import { WaitingDocuments } from './waiting-documents.ts';

export interface OrchestrationStackProps extends StrataStackProps {
  readonly data: DataStack;
  readonly model: ModelStack;
  readonly governance: GovernanceStack;
}

/** The flows and their tasks. */
export class OrchestrationStack extends StrataStack {
  readonly foundation: Foundation;
  /** What tasks may be granted; the streaming function above composes the same steps. */
  readonly lower: Lower;
  readonly documentFlow: DocumentFlow;
  readonly answerFlow?: LlmopsAnswerFlow;

  constructor(scope: Construct, props: OrchestrationStackProps) {
    super(scope, 'orchestration', props);
    const { data, model, governance } = props;
    this.foundation = data.foundation;
    const observed = new ObservedFlows(this, 'ObservedFlows');
    const recognition = new TextRecognition(this, 'TextRecognition');
    const lower = { data, model, governance, recognition };
    this.lower = lower;
    this.documentFlow = new DocumentFlow(this, 'DocumentFlow', { lower, observed });
    new DocumentIntake(this, 'DocumentIntake', { data, flow: this.documentFlow });
    new WaitingDocuments(this, 'WaitingDocuments', { data });
    if (props.configuration.profile.sides.llmops) {
      this.answerFlow = new LlmopsAnswerFlow(this, 'LlmopsAnswerFlow', {
        lower,
        observed,
      });
    }
  }
}
