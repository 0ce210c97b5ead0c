import { Duration } from 'aws-cdk-lib/core';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { MlopsModels } from '../model/model-stack.ts';
import { StrataFunction } from '../shared/strata-function.ts';
import { strataStackOf, tagSide } from '../shared/strata-stack.ts';

export interface MlopsDeploymentProps {
  readonly models: MlopsModels;
}

/**
 * An approved model package starts to serve; nothing else changes what serves. Where there is an
 * endpoint it turns first, and the switch of features and calibration follows its new state.
 */
export class MlopsDeployment extends Construct {
  constructor(scope: Construct, id: string, props: MlopsDeploymentProps) {
    super(scope, id);
    tagSide(this, 'mlops');
    const stack = strataStackOf(this);
    const { packages, serving } = props.models;
    const name = packages.group.modelPackageGroupName;
    const deploy = new StrataFunction(this, 'DeployModel', {
      name: 'deploy-model',
    });
    const target = new LambdaFunction(deploy.function, {
      deadLetterQueue: stack.deadLetters,
      retryAttempts: 10,
      maxEventAge: Duration.hours(2),
    });
    new Rule(this, 'Approved', {
      description: 'A person approved a model package',
      eventPattern: {
        source: ['aws.sagemaker'],
        detailType: ['SageMaker Model Package State Change'],
        detail: { ModelPackageGroupName: [name], ModelApprovalStatus: ['Approved'] },
      },
      targets: [target],
    });
    if (!serving.endpoint) return;
    new Rule(this, 'Turned', {
      description: 'The endpoint changed its state: when it serves, the switch follows',
      eventPattern: {
        source: ['aws.sagemaker'],
        detailType: ['SageMaker Endpoint State Change'],
        detail: { EndpointName: [serving.endpoint.attrEndpointName] },
      },
      targets: [target],
    });
  }
}
