import type { Construct } from 'constructs';
import type { DataStack } from '../data/data-stack.ts';
import type { Foundation } from '../shared/foundation.ts';
import { StrataStack } from '../shared/strata-stack.ts';
import type { StrataStackProps } from '../shared/strata-stack.ts';
import { DocumentFlow } from './document-flow.ts';
import { DocumentIntake } from './document-intake.ts';
import { DocumentQueue } from './document-queue.ts';
import { LlmopsAnswerFlow } from './llmops-answer-flow.ts';
import { ObservedFlows } from './observed-flows.ts';
import { ScheduledWork } from './scheduled-work.ts';
import { TextRecognition } from './text-recognition.ts';
import { WaitingDocuments } from './waiting-documents.ts';

export interface OrchestrationStackProps extends StrataStackProps {
  readonly data: DataStack;
}

/** The flows and their tasks. */
export class OrchestrationStack extends StrataStack {
  readonly foundation: Foundation;
  readonly documentFlow: DocumentFlow;
  readonly answerFlow?: LlmopsAnswerFlow;

  constructor(scope: Construct, props: OrchestrationStackProps) {
    super(scope, 'orchestration', props);
    const { data } = props;
    this.foundation = data.foundation;
    const observed = new ObservedFlows(this, 'ObservedFlows');
    new TextRecognition(this, 'TextRecognition');
    this.documentFlow = new DocumentFlow(this, 'DocumentFlow', { observed });
    new DocumentQueue(this, 'DocumentQueue');
    new DocumentIntake(this, 'DocumentIntake', { data });
    new WaitingDocuments(this, 'WaitingDocuments', { data });
    new ScheduledWork(this, 'ScheduledWork');
    if (props.configuration.profile.sides.llmops) {
      this.answerFlow = new LlmopsAnswerFlow(this, 'LlmopsAnswerFlow', {
        observed,
      });
    }
  }
}
