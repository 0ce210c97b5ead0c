import type { Construct } from 'constructs';
import type { DataStack } from '../data/data-stack.ts';
import type { ModelStack } from '../model/model-stack.ts';
import type { Foundation } from '../shared/foundation.ts';
import { StrataStack } from '../shared/strata-stack.ts';
import type { StrataStackProps } from '../shared/strata-stack.ts';
import { AuditLog } from './audit-log.ts';
import { DataTrail } from './data-trail.ts';
import { LlmopsGuardrail } from './llmops-guardrail.ts';
import { LlmopsPromptRegistry } from './llmops-prompt-registry.ts';
import { LlmopsRelease } from './llmops-release.ts';
import { MlopsDeployment } from './mlops-deployment.ts';
import { SealedRecords } from './sealed-records.ts';
import { SpendingBudget } from './spending-budget.ts';

export interface GovernanceStackProps extends StrataStackProps {
  readonly data: DataStack;
  readonly model: ModelStack;
}

export interface LlmopsGovernance {
  readonly guardrail: LlmopsGuardrail;
  readonly prompts: LlmopsPromptRegistry;
}

/** What may be answered, which prompts and models serve, what it may cost, and the record of it. */
export class GovernanceStack extends StrataStack {
  readonly foundation: Foundation;
  readonly audit: AuditLog;
  readonly llmops?: LlmopsGovernance;

  constructor(scope: Construct, props: GovernanceStackProps) {
    super(scope, 'governance', props);
    const { data, model } = props;
    this.foundation = data.foundation;
    this.audit = new AuditLog(this, 'AuditLog');
    new SealedRecords(this, 'SealedRecords', { records: data.records });
    new DataTrail(this, 'DataTrail', {
      audit: this.audit.bucket,
      watched: [data.documents.bucket, data.artefacts.bucket],
    });
    new SpendingBudget(this, 'SpendingBudget');
    if (props.configuration.profile.sides.llmops) {
      const policy = props.configuration.guardrail;
      const guardrail = new LlmopsGuardrail(this, 'LlmopsGuardrail', { policy });
      const prompts = new LlmopsPromptRegistry(this, 'LlmopsPromptRegistry');
      new LlmopsRelease(this, 'LlmopsRelease', { prompts, guardrail, policy });
      this.llmops = { guardrail, prompts };
    }
    if (model.mlops) new MlopsDeployment(this, 'MlopsDeployment', { models: model.mlops });
  }
}
