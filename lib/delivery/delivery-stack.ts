import { Duration, Stack } from 'aws-cdk-lib/core';
import { BuildSpec, ComputeType, LinuxBuildImage } from 'aws-cdk-lib/aws-codebuild';
import { CfnPipeline, PipelineType } from 'aws-cdk-lib/aws-codepipeline';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  CodeBuildStep,
  CodePipeline,
  CodePipelineSource,
  ManualApprovalStep,
} from 'aws-cdk-lib/pipelines';
import type { Construct } from 'constructs';
import { DELIVERED, type Delivered, type Delivery } from '../../config/delivery-schema.ts';
import type { Configuration } from '../../config/load-profile.ts';
import { Platform } from '../platform.ts';
import type { Assets } from '../shared/assets.ts';
import { PIPELINE_SMOKE_ROLE, smokeRoleName } from '../shared/delivery-roles.ts';

/** `.ci/run` takes up to 40 minutes on two cores. */
const CHECKS_TIMEOUT = Duration.hours(2);
/** `.ci/run` installs with apt, and lets its tools run on Node 22. */
const BUILD_ENVIRONMENT = {
  buildImage: LinuxBuildImage.STANDARD_7_0,
  computeType: ComputeType.MEDIUM,
};

export interface DeliveryStackProps {
  readonly pipeline: NonNullable<Delivery['pipeline']>;
  readonly assets: Assets;
  readonly configurationOf: (env: Delivered) => Configuration;
}

/**
 * Every commit of the branch: all checks, then dev, staging and, when a person approves, prod, each
 * proved by `strata smoke` and watched for alarms. An environment whose deployment, smoke or watch
 * fails is rolled back to what was last delivered there. Prompts, models and configuration are
 * files of the commit: they take the same road.
 */
export class DeliveryStack extends Stack {
  readonly #props: DeliveryStackProps;

  constructor(scope: Construct, id: string, props: DeliveryStackProps) {
    const { account, branch, connectionArn, region, repository } = props.pipeline;
    super(scope, id, {
      stackName: 'strata-delivery',
      description: 'Strata: checks every commit and delivers it to dev, staging and prod',
      env: { account, region },
    });
    this.#props = props;
    const input = CodePipelineSource.connection(repository, branch, { connectionArn });
    const pipeline = this.makePipeline(input);
    const role = this.makeSmokeRole();
    for (const env of DELIVERED) {
      if (env === 'prod') pipeline.addWave('Approval').addPre(approval());
      pipeline.addStage(this.makePlatform(env), { post: [this.smoke(env, { input, role })] });
    }
    pipeline.buildPipeline();
    rollBack(pipeline);
  }

  private makePipeline(input: CodePipelineSource): CodePipeline {
    return new CodePipeline(this, 'Pipeline', {
      pipelineType: PipelineType.V2,
      // The environments may be accounts of their own.
      crossAccountKeys: true,
      enableKeyRotation: true,
      // One build for all files: each function’s bundle is one, and a stage holds fifty actions.
      publishAssetsInParallel: false,
      synth: new CodeBuildStep('Checks', {
        input,
        commands: ['.ci/run', 'npx cdk synth --quiet -c delivery=pipeline'],
        primaryOutputDirectory: 'cdk.out',
        timeout: CHECKS_TIMEOUT,
      }),
      codeBuildDefaults: {
        buildEnvironment: BUILD_ENVIRONMENT,
        partialBuildSpec: BuildSpec.fromObject({
          phases: { install: { 'runtime-versions': { nodejs: 22 } } },
        }),
      },
    });
  }

  private makePlatform(env: Delivered): Platform {
    const { assets, configurationOf, pipeline } = this.#props;
    const configuration = configurationOf(env);
    return new Platform(this, { configuration, assets, account: pipeline.accounts[env] });
  }

  /** Runs as the environment's own role, which may do just that. */
  private smoke(
    env: Delivered,
    { input, role }: { readonly input: CodePipelineSource; readonly role: Role },
  ): CodeBuildStep {
    return new CodeBuildStep(`Smoke-${env}`, {
      input,
      role,
      env: { SMOKE_ROLE: this.smokeRoleArn(env) },
      commands: [
        'npm ci',
        'mkdir -p ~/.aws',
        'printf "[profile smoke]\\nrole_arn=%s\\ncredential_source=EcsContainer\\n" "$SMOKE_ROLE" > ~/.aws/config',
        `AWS_PROFILE=smoke npx strata smoke --env ${env} --watch ${this.#props.pipeline.watchMinutes}`,
      ],
    });
  }

  /** Every environment's smoke role admits this name. */
  private makeSmokeRole(): Role {
    const role = new Role(this, 'SmokeRole', {
      roleName: PIPELINE_SMOKE_ROLE,
      description: 'Proves deployments: may assume the smoke role of each environment',
      assumedBy: new ServicePrincipal('codebuild.amazonaws.com'),
    });
    const resources = DELIVERED.map((env) => this.smokeRoleArn(env));
    role.addToPolicy(new PolicyStatement({ actions: ['sts:AssumeRole'], resources }));
    return role;
  }

  private smokeRoleArn(env: Delivered): string {
    const account = this.#props.pipeline.accounts[env];
    return `arn:${this.partition}:iam::${account}:role/${smokeRoleName(env)}`;
  }
}

/** CDK Pipelines has no option for it: the stages of the environments are found by name. */
function rollBack({ pipeline }: CodePipeline): void {
  const resource = pipeline.node.defaultChild;
  if (!(resource instanceof CfnPipeline)) return;
  for (const [position, { stageName }] of pipeline.stages.entries()) {
    if (!DELIVERED.some((env) => env === stageName)) continue;
    resource.addPropertyOverride(`Stages.${position}.OnFailure`, { Result: 'ROLLBACK' });
  }
}

function approval(): ManualApprovalStep {
  return new ManualApprovalStep('Deliver-to-prod', {
    comment: 'staging works (strata smoke) and its alarms are quiet. Deliver this commit to prod?',
  });
}
