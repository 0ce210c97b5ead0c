import { CfnGuardrail, CfnGuardrailVersion } from 'aws-cdk-lib/aws-bedrock';
import { Construct } from 'constructs';
import type { GuardrailPolicy } from '../../config/guardrail.ts';
import { shortHash } from '../../lambda/content-hash.ts';
import { physicalName } from '../shared/physical-name.ts';
import { strataStackOf, tagSide } from '../shared/strata-stack.ts';

export interface LlmopsGuardrailProps {
  /** `config/guardrail.json`: the same file that the laptop's guardrail obeys. */
  readonly policy: GuardrailPolicy;
}

/** The guardrail and one immutable version of it for each policy. */
export class LlmopsGuardrail extends Construct {
  readonly guardrail: CfnGuardrail;
  readonly version: CfnGuardrailVersion;

  constructor(scope: Construct, id: string, props: LlmopsGuardrailProps) {
    super(scope, id);
    tagSide(this, 'llmops');
    const { policy } = props;
    const { key } = strataStackOf(this).foundation;
    const hash = shortHash(policy);
    this.guardrail = new CfnGuardrail(this, 'Guardrail', {
      name: physicalName(this, 'guardrail', 50),
      description: `Policy ${hash}`,
      blockedInputMessaging: policy.blockedInput,
      blockedOutputsMessaging: policy.blockedOutput,
      ...(key ? { kmsKeyArn: key.keyArn } : {}),
      contentPolicyConfig: {
        filtersConfig: policy.contentFilters.map(({ type, input, output }) => ({
          type,
          inputStrength: input,
          outputStrength: output,
        })),
      },
      topicPolicyConfig: {
        topicsConfig: policy.deniedTopics.map(({ name, definition, examples }) => ({
          name,
          definition,
          examples: [...examples],
          type: 'DENY',
        })),
      },
      sensitiveInformationPolicyConfig: { piiEntitiesConfig: [...policy.pii] },
      contextualGroundingPolicyConfig: {
        filtersConfig: [
          { type: 'GROUNDING', ...policy.grounding },
          { type: 'RELEVANCE', ...policy.relevance },
        ],
      },
    });
    // CloudFormation makes a new version only when a property of the version changes.
    this.version = new CfnGuardrailVersion(this, 'Version', {
      guardrailIdentifier: this.guardrail.attrGuardrailId,
      description: `Policy ${hash}`,
    });
    // Releases name versions: a roll-back must find the one of then. Deleting the guardrail deletes them all.
    // An override: the stage sets the policies of every resource.
    this.version.addOverride('UpdateReplacePolicy', 'Retain');
    // Which version of it is asked, the release that serves says.
    strataStackOf(this).foundation.grants.offer('guardrail', (fn) =>
      fn.allow(['bedrock:ApplyGuardrail'], [this.guardrail.attrGuardrailArn]),
    );
  }
}
