import { RemovalPolicies, Stage, Tags } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Configuration } from '../config/load-profile.ts';
import { ApplicationStack } from './application/application-stack.ts';
import { DataStack } from './data/data-stack.ts';
import { GovernanceStack } from './governance/governance-stack.ts';
import { InfrastructureStack } from './infrastructure/infrastructure-stack.ts';
import { ModelStack } from './model/model-stack.ts';
import { OrchestrationStack } from './orchestration/orchestration-stack.ts';
import { STATEFUL_TYPES } from './shared/checks/stateful.ts';
import type { Assets } from './shared/assets.ts';
import type { StrataStack } from './shared/strata-stack.ts';

export interface PlatformProps {
  readonly configuration: Configuration;
  readonly assets: Assets;
  /** Twelve digits. @default templates that fit any account */
  readonly account?: string;
}

/** One environment: the six layers, bottom up. */
export class Platform extends Stage {
  readonly layers: readonly StrataStack[];

  constructor(scope: Construct, props: PlatformProps) {
    const { configuration, assets } = props;
    const { profile } = configuration;
    super(scope, profile.env, { env: { account: props.account, region: profile.region } });
    const common = { configuration, assets };
    const infrastructure = new InfrastructureStack(this, common);
    const data = new DataStack(this, { ...common, infrastructure });
    const model = new ModelStack(this, { ...common, data });
    const governance = new GovernanceStack(this, { ...common, data, model });
    const orchestration = new OrchestrationStack(this, { ...common, data });
    const application = new ApplicationStack(this, { ...common, data, orchestration });
    this.layers = [infrastructure, data, model, governance, orchestration, application];
    for (const [position, stack] of this.layers.entries()) {
      const below = this.layers[position - 1];
      if (below) stack.addStackDependency(below);
    }
    // What is set on the app does not reach into a stage.
    Tags.of(this).add('strata:env', profile.env);
    Tags.of(this).add('team', profile.tags.team);
    Tags.of(this).add('project', profile.tags.project);
    if (profile.onDelete === 'destroy') RemovalPolicies.of(this).destroy();
    else {
      // A create that fails leaves nothing behind whose name the next attempt would meet.
      const applyToResourceTypes = [...STATEFUL_TYPES, 'AWS::Logs::LogGroup'];
      RemovalPolicies.of(this).retainOnUpdateOrDelete({ applyToResourceTypes });
    }
  }
}
