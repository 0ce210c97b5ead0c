import { ArnFormat, Stack } from 'aws-cdk-lib/core';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from '../shared/acknowledge.ts';
import { strataStackOf } from '../shared/strata-stack.ts';
import { xgboostRepository } from './xgboost-image.ts';

export interface MlopsExecutionRoleProps {
  /** Data sets are read from it and models written to it. */
  readonly artefacts: Bucket;
}

/** What SageMaker's own containers may do: pull the image, read data, write models and logs. */
export class MlopsExecutionRole extends Role {
  constructor(scope: Construct, id: string, props: MlopsExecutionRoleProps) {
    const { foundation } = strataStackOf(scope);
    const stack = Stack.of(scope);
    super(scope, id, {
      assumedBy: new ServicePrincipal('sagemaker.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
      }),
      description: 'Training jobs and endpoints of Strata',
    });
    const { artefacts } = props;
    this.allow(['s3:ListBucket', 's3:GetBucketLocation'], [artefacts.bucketArn]);
    this.allow(
      ['s3:GetObject', 's3:PutObject'],
      [artefacts.arnForObjects('data-sets/*'), artefacts.arnForObjects('models/*')],
    );
    const logs = stack.formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: '/aws/sagemaker/*',
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    this.allow(
      [
        'logs:CreateLogGroup',
        'logs:CreateLogStream',
        'logs:DescribeLogStreams',
        'logs:PutLogEvents',
      ],
      [logs],
    );
    this.allow(
      ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      [xgboostRepository(stack.partition, stack.region)],
    );
    this.allow(['ecr:GetAuthorizationToken'], ['*']);
    this.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['cloudwatch:PutMetricData'],
        resources: ['*'],
        conditions: {
          StringEquals: {
            'cloudwatch:namespace': ['/aws/sagemaker/TrainingJobs', '/aws/sagemaker/Endpoints'],
          },
        },
      }),
    );
    acknowledge(
      this,
      'AwsSolutions-IAM5[Resource::*]',
      'ecr:GetAuthorizationToken and cloudwatch:PutMetricData have no resource type (Service Authorization Reference); metrics are held to the namespaces of SageMaker by a condition.',
    );
    if (foundation.key) this.allow(KEY_USE, [foundation.key.keyArn]);
  }

  private allow(actions: readonly string[], resources: readonly string[]): void {
    this.addToPrincipalPolicy(
      new PolicyStatement({ actions: [...actions], resources: [...resources] }),
    );
  }
}

const KEY_USE = ['kms:GenerateDataKey', 'kms:Decrypt', 'kms:DescribeKey', 'kms:CreateGrant'];
