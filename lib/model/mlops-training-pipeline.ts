import { Stack, Tags } from 'aws-cdk-lib/core';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import { CfnPipeline } from 'aws-cdk-lib/aws-sagemaker';
import { Construct } from 'constructs';
import type { DataStack } from '../data/data-stack.ts';
import { physicalName } from '../shared/physical-name.ts';
import { StrataFunction } from '../shared/strata-function.ts';
import { strataStackOf, tagSide } from '../shared/strata-stack.ts';
import type { MlopsExecutionRole } from './mlops-execution-role.ts';
import type { MlopsPackageGroup } from './mlops-package-group.ts';
import definition from './mlops-training-pipeline.json' with { type: 'json' };
import { xgboostImage } from './xgboost-image.ts';

const NAME_LIMIT = 128;

export interface MlopsTrainingPipelineProps {
  readonly data: DataStack;
  readonly executionRole: MlopsExecutionRole;
  readonly packages: MlopsPackageGroup;
}

/**
 * Data set → features → XGBoost twice (a candidate for the measurement, the model on all rows) →
 * evaluation → gate → registry; people approve afterwards.
 */
export class MlopsTrainingPipeline extends Construct {
  readonly pipeline: CfnPipeline;
  readonly steps: Readonly<Record<'build' | 'featurise' | 'evaluate', StrataFunction>>;

  constructor(scope: Construct, id: string, props: MlopsTrainingPipelineProps) {
    super(scope, id);
    tagSide(this, 'mlops');
    const build = new StrataFunction(this, 'BuildDataSet', { name: 'mlops-build-data-set' });
    const featurise = new StrataFunction(this, 'FeaturiseDataSet', {
      name: 'mlops-featurise-data-set',
    });
    const evaluate = new StrataFunction(this, 'EvaluateModel', { name: 'mlops-evaluate-model' });
    this.steps = { build, featurise, evaluate };
    props.executionRole.allowPipeline({
      functions: [build, featurise, evaluate].map((fn) => fn.function),
      packages: props.packages,
    });
    this.pipeline = new CfnPipeline(this, 'Pipeline', {
      pipelineName: physicalName(this, 'training', NAME_LIMIT),
      pipelineDescription: 'Trains, evaluates and registers the document classifier',
      roleArn: props.executionRole.roleArn,
      pipelineDefinition: { PipelineDefinitionBody: this.definition(props) },
    });
    Tags.of(this.pipeline).add('strata:role', 'training');
    // A pipeline is checked against its role's rights when it is made.
    this.pipeline.node.addDependency(props.executionRole);
    this.tellFailures();
  }

  private definition({ data, executionRole, packages }: MlopsTrainingPipelineProps): string {
    const stack = Stack.of(this);
    const { profile, training } = strataStackOf(this).configuration;
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

  /** A failed training must not pass unseen; an event costs nothing, an alarm would. */
  private tellFailures(): void {
    const stack = strataStackOf(this);
    new Rule(this, 'Failed', {
      description: 'Tells people that the training pipeline failed',
      eventPattern: {
        source: ['aws.sagemaker'],
        detailType: ['SageMaker Model Building Pipeline Execution Status Change'],
        detail: {
          currentPipelineExecutionStatus: ['Failed'],
          pipelineArn: [
            stack.formatArn({
              service: 'sagemaker',
              resource: 'pipeline',
              resourceName: this.pipeline.pipelineName,
            }),
          ],
        },
      },
      targets: [new SnsTopic(stack.alarmTopic, { deadLetterQueue: stack.deadLetters })],
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
