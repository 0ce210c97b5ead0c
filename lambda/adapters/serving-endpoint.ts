import {
  CreateEndpointConfigCommand,
  CreateModelCommand,
  DescribeEndpointCommand,
  DescribeModelPackageCommand,
  type ProductionVariant,
  type ProductionVariantInstanceType,
  SageMakerClient,
  UpdateEndpointCommand,
} from '@aws-sdk/client-sagemaker';
import type { Profile } from '../../config/schema.ts';
import type { ServingEndpoint } from '../deployment-ports.ts';
import { ConfigurationError, InvalidInputError, UnavailableError } from '../errors.ts';
import { callAws } from './aws-errors.ts';
import { type ClientSettings, clientSettings } from './client-settings.ts';

type EndpointServing = Exclude<Profile['serving'], { kind: 'lambda' }>;

/** The variant that the model layer made and that scales: its name never changes. */
const VARIANT = 'main';
/** Turning takes minutes; the event of the endpoint's new state goes on with it. */
const RETRY_SECONDS = 300;

/**
 * Turns the endpoint to a package: model and configuration are named `<group>-<number>` after the
 * package's number in its group, so that the configuration in service names the package.
 * Needs sagemaker:CreateModel, CreateEndpointConfig and AddTags on those names, UpdateEndpoint and
 * DescribeEndpoint on the endpoint, DescribeModelPackage, and iam:PassRole on the execution role.
 */
export function sageMakerEndpoint(options: {
  readonly servingEndpoint: string;
  readonly serving: EndpointServing;
  readonly executionRoleArn: string;
  /** Encrypts the volumes of instances. */
  readonly keyArn?: string | undefined;
  /** ARN of the package group. */
  readonly packageGroupArn: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly client?: ClientSettings;
}): ServingEndpoint {
  const { servingEndpoint: endpoint } = options;
  const client = new SageMakerClient(
    clientSettings(options.client ?? {}, { requestTimeoutMs: 30_000, attempts: 4 }),
  );
  const call = {
    service: 'SageMaker',
    resource: endpoint,
    remedy: 'let the construct that owns the endpoint grant this function its deployment',
  };
  const describe = async () => {
    const command = new DescribeEndpointCommand({ EndpointName: endpoint });
    return callAws(call, () => client.send(command));
  };
  const tags = Object.entries(options.tags).map(([Key, Value]) => ({ Key, Value }));
  return {
    async turnTo(packageArn) {
      const name = nameOf(options.packageGroupArn, packageArn);
      const { EndpointConfigName, EndpointStatus } = await describe();
      if (EndpointStatus === 'InService' && EndpointConfigName === name) return true;
      if (EndpointStatus !== 'InService') {
        throw new UnavailableError(
          `endpoint ${endpoint} must be InService before it turns to ${name}, it is ` +
            `${EndpointStatus}; approve the package again when it is`,
          RETRY_SECONDS,
        );
      }
      await callAws(call, async () => {
        await once(async () =>
          client.send(await modelOf(client, options, { name, packageArn, tags })),
        );
        await once(() =>
          client.send(
            new CreateEndpointConfigCommand({
              EndpointConfigName: name,
              ProductionVariants: [variantOf(options.serving, name)],
              KmsKeyId: options.serving.kind === 'realtime' ? options.keyArn : undefined,
              Tags: tags,
            }),
          ),
        );
        await client.send(
          new UpdateEndpointCommand({
            EndpointName: endpoint,
            EndpointConfigName: name,
            // What scaling made of the number of instances stays.
            RetainAllVariantProperties: options.serving.kind === 'realtime' ? true : undefined,
          }),
        );
      });
      return false;
    },
    async state() {
      const { EndpointConfigName = '', EndpointStatus } = await describe();
      const group = groupOf(options.packageGroupArn);
      const number = EndpointConfigName.startsWith(`${group}-`)
        ? EndpointConfigName.slice(group.length + 1)
        : '';
      return {
        settled: EndpointStatus === 'InService',
        packageArn: /^\d+$/.test(number)
          ? `${options.packageGroupArn.replace(':model-package-group/', ':model-package/')}/${number}`
          : null,
      };
    },
  };
}

/** The endpoint of the profile; null where functions score. @throws ConfigurationError */
export function profileEndpoint(env: {
  readonly environment: string;
  readonly serving: Profile['serving'];
  readonly servingEndpoint?: string | undefined;
  readonly servingRoleArn?: string | undefined;
  readonly servingKeyArn?: string | undefined;
  readonly packageGroupArn: string;
}): ServingEndpoint | null {
  const { serving, servingEndpoint, servingRoleArn, packageGroupArn } = env;
  if (serving.kind === 'lambda') return null;
  if (!servingEndpoint || !servingRoleArn) {
    throw new ConfigurationError(
      `SERVING_ENDPOINT and SERVING_ROLE_ARN must be set when serving.kind is ${serving.kind}; ` +
        'let the construct that owns the endpoint grant this function its deployment',
    );
  }
  return sageMakerEndpoint({
    servingEndpoint,
    serving,
    executionRoleArn: servingRoleArn,
    keyArn: env.servingKeyArn,
    packageGroupArn,
    tags: { 'strata:env': env.environment, 'strata:layer': 'model', 'strata:side': 'mlops' },
  });
}

async function modelOf(
  client: SageMakerClient,
  options: { readonly serving: EndpointServing; readonly executionRoleArn: string },
  one: {
    readonly name: string;
    readonly packageArn: string;
    readonly tags: { Key: string; Value: string }[];
  },
): Promise<CreateModelCommand> {
  const command = new DescribeModelPackageCommand({ ModelPackageName: one.packageArn });
  const container = (await client.send(command)).InferenceSpecification?.Containers?.[0];
  if (!container?.Image || !container.ModelDataUrl) {
    throw new InvalidInputError(
      `package ${one.packageArn} must name an image and its model data; register it by the ` +
        'training pipeline',
    );
  }
  return new CreateModelCommand({
    ModelName: one.name,
    ExecutionRoleArn: options.executionRoleArn,
    // Serverless endpoints do not offer it.
    EnableNetworkIsolation: options.serving.kind === 'realtime',
    PrimaryContainer: {
      Image: container.Image,
      ModelDataUrl: container.ModelDataUrl,
      Environment: { SAGEMAKER_INFERENCE_OUTPUT: 'probabilities' },
    },
    Tags: one.tags,
  });
}

function variantOf(serving: EndpointServing, ModelName: string): ProductionVariant {
  const variant = { VariantName: VARIANT, ModelName, InitialVariantWeight: 1 };
  if (serving.kind === 'serverless') {
    const { memoryMb: MemorySizeInMB, maxConcurrency: MaxConcurrency } = serving;
    return { ...variant, ServerlessConfig: { MemorySizeInMB, MaxConcurrency } };
  }
  const { instanceType: InstanceType, minInstances: InitialInstanceCount } = serving;
  if (!isInstanceType(InstanceType)) {
    throw new InvalidInputError(`serving.instanceType must start with ml., got ${InstanceType}`);
  }
  return { ...variant, InstanceType, InitialInstanceCount };
}

/** SageMaker itself refuses types that the region has not. */
function isInstanceType(name: string): name is ProductionVariantInstanceType {
  return name.startsWith('ml.');
}

/** SageMaker says an existing name with a ValidationException; what it holds is immutable. */
async function once(create: () => Promise<unknown>): Promise<void> {
  try {
    await create();
  } catch (error) {
    if (!(error instanceof Error) || !/already exist/i.test(error.message)) throw error;
  }
}

function groupOf(packageGroupArn: string): string {
  return packageGroupArn.split('/').at(-1) ?? '';
}

function nameOf(packageGroupArn: string, packageArn: string): string {
  const [, group, number] = packageArn.split('/');
  if (group === groupOf(packageGroupArn) && /^\d+$/.test(number ?? '')) return `${group}-${number}`;
  throw new InvalidInputError(
    `a package must be a version of the group ${packageGroupArn}, got ${packageArn}`,
  );
}
