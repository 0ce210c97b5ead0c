import {
  CloudWatchLogsClient,
  DeleteLogGroupCommand,
  paginateDescribeLogGroups,
} from '@aws-sdk/client-cloudwatch-logs';
import {
  paginateGetResources,
  ResourceGroupsTaggingAPIClient,
} from '@aws-sdk/client-resource-groups-tagging-api';
import {
  DeleteEndpointConfigCommand,
  DeleteModelCommand,
  DeleteModelPackageCommand,
  paginateListEndpointConfigs,
  paginateListModelPackages,
  paginateListModels,
  SageMakerClient,
} from '@aws-sdk/client-sagemaker';
import { NotFoundError } from '../../errors.ts';
import { callAws, translateAwsError } from '../aws-errors.ts';
import { type ClientSettings, clientSettings } from '../client-settings.ts';

const LIMITS = { requestTimeoutMs: 30_000, attempts: 8 };
const REMEDY = 'use credentials that may delete the stacks of this environment';

/** What services and functions made at run time, which no stack owns. */
export interface LeftOvers {
  /** Packages keep their group from being deleted. @returns ARNs that are gone */
  removeModelPackages(group: string): Promise<readonly string[]>;
  /**
   * Approved packages served from an endpoint leave models and configurations whose names start so.
   * The endpoint goes on with its copy until its stack is deleted. @returns names that are gone
   */
  removeServing(prefix: string): Promise<readonly string[]>;
  /** SageMaker and custom resources write log groups of their own. @returns names that are gone */
  removeLogGroups(prefix: string): Promise<readonly string[]>;
  /** Everything that still bears the tag, by ARN. */
  list(tag: { readonly key: string; readonly value: string }): Promise<readonly string[]>;
}

/** Every call may be repeated: what is gone already is no error. */
export function awsLeftOvers(client: ClientSettings): LeftOvers {
  const settings = clientSettings(client, LIMITS);
  const sageMaker = new SageMakerClient(settings);
  const logs = new CloudWatchLogsClient(settings);
  const tags = new ResourceGroupsTaggingAPIClient(settings);
  return {
    async removeModelPackages(group) {
      const arns = await present('SageMaker', group, () => modelPackages(sageMaker, group));
      for (const arn of arns) {
        const command = new DeleteModelPackageCommand({ ModelPackageName: arn });
        await present('SageMaker', arn, async () => [await sageMaker.send(command)]);
      }
      return arns;
    },
    async removeServing(prefix) {
      const found = await present('SageMaker', prefix, () => serving(sageMaker, prefix));
      for (const { name, remove } of found) {
        await present('SageMaker', name, async () => [await remove()]);
      }
      return found.map(({ name }) => name);
    },
    async removeLogGroups(prefix) {
      const names = await present('CloudWatch Logs', prefix, () => logGroups(logs, prefix));
      for (const logGroupName of names) {
        const command = new DeleteLogGroupCommand({ logGroupName });
        await present('CloudWatch Logs', logGroupName, async () => [await logs.send(command)]);
      }
      return names;
    },
    async list({ key, value }) {
      const call = { service: 'Resource Groups', resource: `${key}=${value}`, remedy: REMEDY };
      return callAws(call, () => taggedArns(tags, key, value));
    },
  };
}

async function modelPackages(client: SageMakerClient, group: string): Promise<string[]> {
  const arns: string[] = [];
  const pages = paginateListModelPackages({ client }, { ModelPackageGroupName: group });
  for await (const page of pages) {
    for (const { ModelPackageArn } of page.ModelPackageSummaryList ?? []) {
      if (ModelPackageArn !== undefined) arns.push(ModelPackageArn);
    }
  }
  return arns;
}

/** `NameContains` finds more than the prefix: what another environment owns stays. */
async function serving(client: SageMakerClient, prefix: string) {
  const found: { readonly name: string; readonly remove: () => Promise<unknown> }[] = [];
  const search = { NameContains: prefix };
  for await (const page of paginateListEndpointConfigs({ client }, search)) {
    for (const { EndpointConfigName: name = '' } of page.EndpointConfigs ?? []) {
      const command = new DeleteEndpointConfigCommand({ EndpointConfigName: name });
      if (name.startsWith(prefix)) found.push({ name, remove: () => client.send(command) });
    }
  }
  for await (const page of paginateListModels({ client }, search)) {
    for (const { ModelName: name = '' } of page.Models ?? []) {
      const command = new DeleteModelCommand({ ModelName: name });
      if (name.startsWith(prefix)) found.push({ name, remove: () => client.send(command) });
    }
  }
  return found;
}

async function logGroups(client: CloudWatchLogsClient, prefix: string): Promise<string[]> {
  const names: string[] = [];
  const pages = paginateDescribeLogGroups({ client }, { logGroupNamePrefix: prefix });
  for await (const page of pages) {
    for (const { logGroupName } of page.logGroups ?? []) {
      if (logGroupName !== undefined) names.push(logGroupName);
    }
  }
  return names;
}

async function taggedArns(
  client: ResourceGroupsTaggingAPIClient,
  key: string,
  value: string,
): Promise<string[]> {
  const arns: string[] = [];
  const pages = paginateGetResources({ client }, { TagFilters: [{ Key: key, Values: [value] }] });
  for await (const page of pages) {
    for (const { ResourceARN } of page.ResourceTagMappingList ?? []) {
      if (ResourceARN !== undefined) arns.push(ResourceARN);
    }
  }
  return arns.sort();
}

/** SageMaker says a missing group or package with a ValidationException. */
async function present<T>(
  service: string,
  resource: string,
  run: () => Promise<T[]>,
): Promise<T[]> {
  try {
    return await run();
  } catch (cause) {
    if (cause instanceof Error && /does not exist|not found|could not find/i.test(cause.message))
      return [];
    const error = translateAwsError({ service, resource, remedy: REMEDY }, cause);
    if (error instanceof NotFoundError) return [];
    throw error;
  }
}
