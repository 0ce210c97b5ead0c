import { ArnFormat, Stack } from 'aws-cdk-lib/core';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { ArtefactStore } from '../data/artefact-store.ts';
import { acknowledgePatterns } from '../shared/acknowledge.ts';
import type { StrataFunction } from '../shared/strata-function.ts';
import { strataStackOf } from '../shared/strata-stack.ts';
import type { MlopsPackageGroup } from './mlops-package-group.ts';
import { xgboostRepository } from './xgboost-image.ts';

export interface MlopsExecutionRoleProps {
  /** Data sets are read from it and models written to it. */
  readonly artefacts: ArtefactStore;
}

interface PipelineParts {
  readonly functions: readonly IFunction[];
  readonly packages: MlopsPackageGroup;
}

/** What SageMaker's own containers may do: pull the image, read data, write models and logs. */
export class MlopsExecutionRole extends Role {
  readonly #logs: string;

  constructor(scope: Construct, id: string, props: MlopsExecutionRoleProps) {
    const { foundation } = strataStackOf(scope);
    const stack = Stack.of(scope);
    super(scope, id, {
      assumedBy: new ServicePrincipal('sagemaker.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
      }),
      description: 'Training pipeline, its jobs, and endpoints',
    });
    for (const policy of props.artefacts.readWrite()) this.addManagedPolicy(policy);
    this.#logs = stack.formatArn({
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
      [this.#logs],
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
    if (foundation.key) this.allow(KEY_USE, [foundation.key.keyArn]);
  }

  /** Runs the pipeline: calls its functions, starts its jobs, registers packages in the group. */
  allowPipeline({ functions, packages }: PipelineParts): void {
    const stack = Stack.of(this);
    const arn = (resource: string, resourceName: string) =>
      stack.formatArn({ service: 'sagemaker', resource, resourceName });
    const jobs = arn('training-job', 'pipelines-*');
    const group = packages.group.attrModelPackageGroupArn;
    const versions = arn('model-package', `${packages.group.modelPackageGroupName}/*`);
    this.allow(
      ['lambda:InvokeFunction'],
      functions.map((fn) => fn.functionArn),
    );
    this.allow(
      ['sagemaker:CreateTrainingJob', 'sagemaker:DescribeTrainingJob', 'sagemaker:StopTrainingJob'],
      [jobs],
    );
    this.allow(
      ['sagemaker:CreateModelPackage', 'sagemaker:DescribeModelPackage'],
      [group, versions],
    );
    this.allow(['sagemaker:DescribeModelPackageGroup'], [group]);
    this.allow(['sagemaker:AddTags'], [jobs, versions]);
    this.addToPrincipalPolicy(this.passing());
    acknowledgePatterns(
      this,
      ['*', this.#logs, jobs, versions],
      'SageMaker names log groups below /aws/sagemaker/ and jobs pipelines-<execution>-<step>, and the registry numbers package versions: none is known beforehand, each pattern is held to its prefix. ecr:GetAuthorizationToken and cloudwatch:PutMetricData have no resource type (Service Authorization Reference); metrics are held to SageMaker namespaces by a condition.',
    );
  }

  /** Lets the function hand this role to SageMaker, and to no other service. */
  grantPass(fn: StrataFunction): void {
    fn.role.addToPrincipalPolicy(this.passing());
  }

  private passing(): PolicyStatement {
    return new PolicyStatement({
      actions: ['iam:PassRole'],
      resources: [this.roleArn],
      conditions: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
    });
  }

  private allow(actions: readonly string[], resources: readonly string[]): void {
    this.addToPrincipalPolicy(
      new PolicyStatement({ actions: [...actions], resources: [...resources] }),
    );
  }
}

const KEY_USE = ['kms:GenerateDataKey', 'kms:Decrypt', 'kms:DescribeKey', 'kms:CreateGrant'];
