import { Duration, Stack } from 'aws-cdk-lib/core';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnPipeline } from 'aws-cdk-lib/aws-sagemaker';
import { Construct } from 'constructs';
import { training } from '../../config/gates.ts';
import type { DataStack } from '../data/data-stack.ts';
import { acknowledge } from '../shared/acknowledge.ts';
import { physicalName } from '../shared/physical-name.ts';
import { StrataFunction } from '../shared/strata-function.ts';
import { strataStackOf, tagSide } from '../shared/strata-stack.ts';
import type { MlopsExecutionRole } from './mlops-execution-role.ts';
import type { MlopsPackageGroup } from './mlops-package-group.ts';
import definition from './mlops-training-pipeline.json' with { type: 'json' };
import { xgboostImage } from './xgboost-image.ts';

const NAME_LIMIT = 128;
/** SageMaker waits at most 10 minutes for a Lambda step. */
const STEP_TIMEOUT = Duration.minutes(10);

export interface MlopsTrainingPipelineProps {
  readonly data: DataStack;
  readonly executionRole: MlopsExecutionRole;
  readonly packages: MlopsPackageGroup;
}

/** Data set → features → XGBoost → evaluation → gate → registry; people approve afterwards. */
export class MlopsTrainingPipeline extends Construct {
  readonly pipeline: CfnPipeline;
  readonly steps: Readonly<Record<'build' | 'featurise' | 'evaluate', StrataFunction>>;

  constructor(scope: Construct, id: string, props: MlopsTrainingPipelineProps) {
    super(scope, id);
    tagSide(this, 'mlops');
    const { data } = props;
    const build = this.step(
      'BuildDataSet',
      'mlops-build-data-set',
      'Labels and texts to a data set',
    );
    const featurise = this.step(
      'FeaturiseDataSet',
      'mlops-featurise-data-set',
      'A data set to sparse rows',
    );
    const evaluate = this.step(
      'EvaluateModel',
      'mlops-evaluate-model',
      'Scores the held-out part, calibrates, decides the gate',
    );
    this.steps = { build, featurise, evaluate };
    data.documents.grantRead(build);
    for (const fn of [build, featurise, evaluate]) {
      data.artefacts.grantReadWrite(fn);
      data.records.grantReadWrite(fn);
    }
    const role = this.pipelineRole(props);
    this.pipeline = new CfnPipeline(this, 'Pipeline', {
      pipelineName: physicalName(this, 'training', NAME_LIMIT),
      pipelineDescription: 'Trains, evaluates and registers the document classifier',
      roleArn: role.roleArn,
      pipelineDefinition: { PipelineDefinitionBody: this.definition(props) },
    });
    // A pipeline is checked against its role's rights when it is made.
    this.pipeline.node.addDependency(role);
    this.tellFailures();
  }

  private step(id: string, stem: string, description: string): StrataFunction {
    return new StrataFunction(this, id, {
      stem,
      description,
      memoryMb: 3_008,
      timeout: STEP_TIMEOUT,
    });
  }

  private definition({ data, executionRole, packages }: MlopsTrainingPipelineProps): string {
    const stack = Stack.of(this);
    const { profile } = strataStackOf(this);
    const values: Readonly<Record<string, string>> = {
      instanceType: profile.training.instanceType,
      buildDataSet: this.steps.build.function.functionArn,
      featuriseDataSet: this.steps.featurise.function.functionArn,
      evaluateModel: this.steps.evaluate.function.functionArn,
      image: xgboostImage(stack.region),
      executionRole: executionRole.roleArn,
      modelsUri: `s3://${data.artefacts.bucket.bucketName}/models/`,
      packageGroup: packages.group.modelPackageGroupName,
      num_round: String(training.rounds),
      max_depth: String(training.maxDepth),
      eta: String(training.eta),
      min_child_weight: String(training.minChildWeight),
      lambda: String(training.lambda),
      subsample: String(training.subsample),
      colsample_bytree: String(training.colsampleByTree),
      max_bin: String(training.maxBin),
    };
    return stack.toJsonString(substitute(definition, values));
  }

  private pipelineRole({ executionRole, packages }: MlopsTrainingPipelineProps): Role {
    const stack = Stack.of(this);
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('sagemaker.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
      }),
      description: 'Runs the training pipeline',
    });
    const arn = (resource: string, resourceName: string) =>
      stack.formatArn({ service: 'sagemaker', resource, resourceName });
    const allow = (actions: string[], resources: string[]) =>
      role.addToPrincipalPolicy(new PolicyStatement({ actions, resources }));
    allow(
      ['lambda:InvokeFunction'],
      Object.values(this.steps).map((fn) => fn.function.functionArn),
    );
    const jobs = arn('training-job', 'pipelines-*');
    allow(
      ['sagemaker:CreateTrainingJob', 'sagemaker:DescribeTrainingJob', 'sagemaker:StopTrainingJob'],
      [jobs],
    );
    const group = packages.group.attrModelPackageGroupArn;
    const versions = arn('model-package', `${packages.group.modelPackageGroupName}/*`);
    allow(['sagemaker:CreateModelPackage', 'sagemaker:DescribeModelPackage'], [group, versions]);
    allow(['sagemaker:DescribeModelPackageGroup'], [group]);
    allow(['sagemaker:AddTags'], [jobs, versions]);
    role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['iam:PassRole'],
        resources: [executionRole.roleArn],
        conditions: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
      }),
    );
    acknowledge(
      role,
      'AwsSolutions-IAM5',
      'SageMaker Pipelines names its training jobs pipelines-<execution>-<step>, and package versions are numbered by the registry: neither is known beforehand, and both patterns are held to these prefixes.',
    );
    return role;
  }

  /** A failed training must not pass unseen; an event costs nothing, an alarm would. */
  private tellFailures(): void {
    new Rule(this, 'Failed', {
      description: 'Tells people that the training pipeline failed',
      eventPattern: {
        source: ['aws.sagemaker'],
        detailType: ['SageMaker Model Building Pipeline Execution Status Change'],
        detail: {
          currentPipelineExecutionStatus: ['Failed'],
          pipelineArn: [
            Stack.of(this).formatArn({
              service: 'sagemaker',
              resource: 'pipeline',
              resourceName: this.pipeline.pipelineName,
            }),
          ],
        },
      },
      targets: [new SnsTopic(strataStackOf(this).foundation.alarmTopic)],
    });
  }
}

/** Replaces `${name}` in every string of a JSON value. */
function substitute(value: unknown, values: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') {
    return value.replaceAll(/\$\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  }
  if (Array.isArray(value)) return value.map((item) => substitute(item, values));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, substitute(inner, values)]),
  );
}
