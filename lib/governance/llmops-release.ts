import { CustomResource } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { GuardrailPolicy } from '../../config/guardrail.ts';
import { StrataFunction } from '../shared/strata-function.ts';
import { strataStackOf, tagSide } from '../shared/strata-stack.ts';
import type { LlmopsGuardrail } from './llmops-guardrail.ts';
import type { LlmopsPromptRegistry } from './llmops-prompt-registry.ts';

export interface LlmopsReleaseProps {
  readonly prompts: LlmopsPromptRegistry;
  readonly guardrail: LlmopsGuardrail;
  /** What the guardrail's version was made from. */
  readonly policy: GuardrailPolicy;
}

/**
 * Publishes prompts, models, retrieval and guardrail as one release while deploying. What serves is a
 * pointer in the records table: it is the first release until people promote another one.
 */
export class LlmopsRelease extends Construct {
  constructor(scope: Construct, id: string, props: LlmopsReleaseProps) {
    super(scope, id);
    tagSide(this, 'llmops');
    const { prompts, guardrail, policy } = props;
    const { configuration, profile, foundation } = strataStackOf(this);
    const publisher = new StrataFunction(this, 'Publisher', { name: 'llmops-publish-release' });
    const release = new CustomResource(this, 'Release', {
      serviceToken: publisher.function.functionArn,
      resourceType: 'Custom::PublishedRelease',
      properties: {
        Models: Object.fromEntries(
          Object.entries(configuration.models).map(([role, model]) => [role, model.id]),
        ),
        Rag: JSON.stringify(profile.rag),
        Policy: JSON.stringify(policy),
        GuardrailId: guardrail.guardrail.attrGuardrailId,
        GuardrailVersion: guardrail.version.attrVersion,
        // Read from the bucket: the resource is asked again when a prompt changes.
        Prompts: prompts.hash,
      },
    });
    release.node.addDependency(publisher, prompts);
    if (foundation.network) release.node.addDependency(foundation.network.vpc);
  }
}
