import { Duration } from 'aws-cdk-lib/core';
import { ScalableTarget, ServiceNamespace } from 'aws-cdk-lib/aws-applicationautoscaling';
import { PredefinedMetric } from 'aws-cdk-lib/aws-applicationautoscaling';
import { CfnEndpoint, CfnEndpointConfig, CfnModel } from 'aws-cdk-lib/aws-sagemaker';
import { Construct } from 'constructs';
import type { Profile } from '../../config/schema.ts';
import { ENV } from '../../lambda/env.ts';
import type { ArtefactStore } from '../data/artefact-store.ts';
import { acknowledgePatterns } from '../shared/acknowledge.ts';
import { folderHash } from '../shared/folder-hash.ts';
import { PublishedFiles } from '../shared/published-files.ts';
import type { StrataFunction } from '../shared/strata-function.ts';
import { strataStackOf, tagSide } from '../shared/strata-stack.ts';
import type { MlopsExecutionRole } from './mlops-execution-role.ts';
import type { MlopsPackageGroup } from './mlops-package-group.ts';
import { xgboostImage } from './xgboost-image.ts';

const VARIANT = 'main';
/** Invocations a minute and instance; one ml.m5.large answers a row in some milliseconds. */
const INVOCATIONS_PER_INSTANCE = 600;

export interface MlopsServingProps {
  readonly artefacts: ArtefactStore;
  readonly executionRole: MlopsExecutionRole;
  /** Run-time models and configurations are named after it. */
  readonly packages: MlopsPackageGroup;
}

/**
 * How the classifier answers: inside the function, from a serverless or from a real-time endpoint.
 * A seed model makes the first deployment work; CloudFormation owns the endpoint, so that
 * deleting the stack deletes it.
 */
export class MlopsServing extends Construct {
  readonly endpoint?: CfnEndpoint;
  readonly #kind: Profile['serving']['kind'];
  readonly #seedHash: string;
  readonly #executionRole: MlopsExecutionRole;
  readonly #packages: MlopsPackageGroup;

  constructor(scope: Construct, id: string, props: MlopsServingProps) {
    super(scope, id);
    tagSide(this, 'mlops');
    const { profile, assets } = strataStackOf(this);
    const { serving } = profile;
    this.#kind = serving.kind;
    this.#executionRole = props.executionRole;
    this.#packages = props.packages;
    const folder = assets.seedModel();
    this.#seedHash = folderHash(folder);
    const prefix = `models/seed-${this.#seedHash}/`;
    const seed = new PublishedFiles(this, 'SeedModel', {
      folder,
      bucket: props.artefacts.bucket,
      prefix,
      mode: 'immutable',
      texts: { '../seed.json': JSON.stringify({ version: `seed-${this.#seedHash}` }) },
    });
    const { grants } = strataStackOf(this).foundation;
    grants.offer('classifier', (fn) => this.grantScore(fn));
    grants.offer('packages', (fn) => this.grantPackages(fn));
    grants.offer('endpoint', (fn) => this.grantEndpoint(fn));
    if (serving.kind === 'lambda') return;
    const model = new CfnModel(this, 'Model', {
      executionRoleArn: props.executionRole.roleArn,
      enableNetworkIsolation: serving.kind === 'realtime',
      primaryContainer: {
        image: xgboostImage(this.region),
        modelDataUrl: `s3://${props.artefacts.bucket.bucketName}/${prefix}xgboost-model.tar.gz`,
        environment: { SAGEMAKER_INFERENCE_OUTPUT: 'probabilities' },
      },
    });
    model.node.addDependency(seed.resource, props.executionRole);
    this.endpoint = this.makeEndpoint(model, serving);
    if (serving.kind === 'realtime') this.scale(this.endpoint, serving);
  }

  private grantScore(fn: StrataFunction): void {
    if (this.endpoint) {
      fn.allow(['sagemaker:InvokeEndpoint'], [this.endpoint.ref]);
      fn.configure({ [ENV.servingEndpoint]: this.endpoint.attrEndpointName });
    }
    fn.configure({ [ENV.servingKind]: this.#kind });
    fn.follow('model', this.#seedHash);
  }

  /** Reads the packages that people approve, and who started the trainings that made them. */
  private grantPackages(fn: StrataFunction): void {
    const stack = strataStackOf(this);
    const { group } = this.#packages;
    const name = group.modelPackageGroupName;
    const named = (resource: string, resourceName: string) =>
      stack.formatArn({ service: 'sagemaker', resource, resourceName });
    const versions = named('model-package', `${name}/*`);
    fn.allow(['sagemaker:DescribeModelPackage'], [versions]);
    fn.allow(['cloudtrail:LookupEvents'], ['*']);
    acknowledgePatterns(
      fn.role,
      [versions, '*'],
      'The registry numbers the versions of a package group: the one that is approved cannot be named beforehand. The pattern stays inside one group. cloudtrail:LookupEvents has no resource type (Service Authorization Reference). Both actions only read.',
    );
  }

  /** Turns the endpoint to approved packages, where there is one. */
  private grantEndpoint(fn: StrataFunction): void {
    const stack = strataStackOf(this);
    const { group } = this.#packages;
    fn.configure({
      [ENV.environment]: stack.profile.env,
      [ENV.packageGroupArn]: group.attrModelPackageGroupArn,
      [ENV.serving]: JSON.stringify(stack.profile.serving),
    });
    const named = (resource: string, resourceName: string) =>
      stack.formatArn({ service: 'sagemaker', resource, resourceName });
    if (this.endpoint) this.grantTurn(fn, this.endpoint, named);
  }

  private grantTurn(
    fn: StrataFunction,
    endpoint: CfnEndpoint,
    named: (resource: string, resourceName: string) => string,
  ): void {
    const { key } = strataStackOf(this).foundation;
    const name = this.#packages.group.modelPackageGroupName;
    const models = named('model', `${name}-*`);
    const configurations = named('endpoint-config', `${name}-*`);
    fn.allow(['sagemaker:CreateModel', 'sagemaker:AddTags'], [models]);
    fn.allow(['sagemaker:CreateEndpointConfig', 'sagemaker:AddTags'], [configurations]);
    fn.allow(['sagemaker:UpdateEndpoint'], [endpoint.ref, configurations]);
    fn.allow(['sagemaker:DescribeEndpoint'], [endpoint.ref]);
    this.#executionRole.grantPass(fn);
    // SageMaker attaches encrypted volumes on behalf of whoever turns the endpoint.
    if (key) fn.allow(['kms:CreateGrant', 'kms:DescribeKey'], [key.keyArn]);
    acknowledgePatterns(
      fn.role,
      [models, configurations],
      'Models and endpoint configurations of the run time are named after the package group and the number of the approved package, which the registry gives: the pattern is held to that prefix, which nothing of CloudFormation bears. They are created only, never deleted or changed.',
    );
    fn.configure({
      [ENV.servingEndpoint]: endpoint.attrEndpointName,
      [ENV.servingRoleArn]: this.#executionRole.roleArn,
      ...(key && this.#kind === 'realtime' ? { [ENV.servingKeyArn]: key.keyArn } : {}),
    });
  }

  private get region(): string {
    return strataStackOf(this).region;
  }

  private makeEndpoint(
    model: CfnModel,
    serving: Exclude<Profile['serving'], { kind: 'lambda' }>,
  ): CfnEndpoint {
    const { key } = strataStackOf(this).foundation;
    const capacity =
      serving.kind === 'serverless'
        ? {
            serverlessConfig: {
              memorySizeInMb: serving.memoryMb,
              maxConcurrency: serving.maxConcurrency,
            },
          }
        : { instanceType: serving.instanceType, initialInstanceCount: serving.minInstances };
    const configuration = new CfnEndpointConfig(this, 'Configuration', {
      productionVariants: [
        {
          variantName: VARIANT,
          modelName: model.attrModelName,
          initialVariantWeight: 1,
          ...capacity,
        },
      ],
      ...(key && serving.kind === 'realtime' ? { kmsKeyId: key.keyArn } : {}),
    });
    return new CfnEndpoint(this, 'Endpoint', {
      endpointConfigName: configuration.attrEndpointConfigName,
    });
  }

  private scale(
    endpoint: CfnEndpoint,
    serving: Extract<Profile['serving'], { kind: 'realtime' }>,
  ): void {
    const target = new ScalableTarget(this, 'Instances', {
      serviceNamespace: ServiceNamespace.SAGEMAKER,
      resourceId: `endpoint/${endpoint.attrEndpointName}/variant/${VARIANT}`,
      scalableDimension: 'sagemaker:variant:DesiredInstanceCount',
      minCapacity: serving.minInstances,
      maxCapacity: serving.maxInstances,
    });
    target.scaleToTrackMetric('Invocations', {
      predefinedMetric: PredefinedMetric.SAGEMAKER_VARIANT_INVOCATIONS_PER_INSTANCE,
      targetValue: INVOCATIONS_PER_INSTANCE,
      scaleInCooldown: Duration.minutes(5),
      scaleOutCooldown: Duration.minutes(1),
    });
  }
}
