import { Duration } from 'aws-cdk-lib/core';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { DataStack } from '../data/data-stack.ts';
import type { MlopsModels } from '../model/model-stack.ts';
import { ENV } from '../../lambda/env.ts';
import { acknowledgePatterns } from '../shared/acknowledge.ts';
import { StrataFunction } from '../shared/strata-function.ts';
import { strataStackOf, tagSide } from '../shared/strata-stack.ts';

export interface MlopsDeploymentProps {
  readonly data: DataStack;
  readonly models: MlopsModels;
}

/** An approved model package starts to serve; nothing else changes what serves. */
export class MlopsDeployment extends Construct {
  constructor(scope: Construct, id: string, props: MlopsDeploymentProps) {
    super(scope, id);
    tagSide(this, 'mlops');
    const stack = strataStackOf(this);
    const { packages, serving } = props.models;
    const name = packages.group.modelPackageGroupName;
    const deploy = new StrataFunction(this, 'DeployModel', {
      stem: 'deploy-model',
      description: 'Makes an approved model package serve',
      timeout: Duration.minutes(5),
    });
    props.data.artefacts.grantReadWrite(deploy);
    props.data.records.grantReadWrite(deploy);
    serving.grantScore(deploy);
    const versions = stack.formatArn({
      service: 'sagemaker',
      resource: 'model-package',
      resourceName: `${name}/*`,
    });
    deploy.allow(['sagemaker:DescribeModelPackage'], [versions]);
    acknowledgePatterns(
      deploy.role,
      [versions],
      'The registry numbers the versions of a package group: the one that is approved cannot be named beforehand. The pattern stays inside one group, and the action only reads.',
    );
    deploy.configure({
      [ENV.modelPackageGroup]: name,
      [ENV.approvals]: JSON.stringify(stack.profile.approvals),
    });
    new Rule(this, 'Approved', {
      description: 'A person approved a model package',
      eventPattern: {
        source: ['aws.sagemaker'],
        detailType: ['SageMaker Model Package State Change'],
        detail: { ModelPackageGroupName: [name], ModelApprovalStatus: ['Approved'] },
      },
      targets: [
        new LambdaFunction(deploy.function, {
          deadLetterQueue: stack.deadLetters,
          retryAttempts: 10,
          maxEventAge: Duration.hours(2),
        }),
      ],
    });
  }
}
