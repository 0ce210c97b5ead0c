import {
  CloudFormationClient,
  DescribeStacksCommand,
  paginateListStackResources,
} from '@aws-sdk/client-cloudformation';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { type ClientSettings, clientSettings } from '../client-settings.ts';
import { ask, askFor, PATIENCE } from './ask.ts';

interface Found {
  readonly id: string;
  readonly status: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** The stacks of an account and region, and the bootstrap that they deploy through. */
export function deployedStacks(client: ClientSettings) {
  const settings = clientSettings(client, PATIENCE);
  const formation = new CloudFormationClient(settings);
  const parameters = new SSMClient(settings);
  const find = (name: string) =>
    ask({ service: 'CloudFormation', resource: name, needs: 'cloudformation:DescribeStacks' }, () =>
      findStack(formation, name),
    );
  return {
    /** @returns the version that `cdk bootstrap` wrote down; null where it did not run */
    async bootstrapVersion(parameter: string): Promise<number | null> {
      const reply = await askFor(
        { service: 'Systems Manager', resource: parameter, needs: 'ssm:GetParameter' },
        () => parameters.send(new GetParameterCommand({ Name: parameter })),
      );
      return reply === null ? null : Number(reply.Parameter?.Value);
    },
    async stack(name: string) {
      const found = await find(name);
      if (found === null) return null;
      const resources = await ask(
        { service: 'CloudFormation', resource: name, needs: 'cloudformation:ListStackResources' },
        () => logicalIds(formation, name),
      );
      return { id: found.id, status: found.status, resources };
    },
    /** Outputs by name; null where there is no such stack. */
    async outputs(name: string): Promise<Readonly<Record<string, string>> | null> {
      return (await find(name))?.outputs ?? null;
    },
  };
}

async function findStack(client: CloudFormationClient, name: string): Promise<Found | null> {
  try {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
    const [stack] = Stacks;
    if (stack === undefined) return null;
    const outputs = (stack.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [
      OutputKey,
      OutputValue,
    ]);
    return {
      id: stack.StackId ?? name,
      status: stack.StackStatus ?? 'unknown',
      outputs: Object.fromEntries(outputs),
    };
  } catch (error) {
    // CloudFormation has no error of its own for this.
    if (error instanceof Error && /does not exist/.test(error.message)) return null;
    throw error;
  }
}

async function logicalIds(client: CloudFormationClient, name: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const page of paginateListStackResources({ client }, { StackName: name })) {
    for (const { LogicalResourceId: id, ResourceStatus: status } of page.StackResourceSummaries ??
      []) {
      if (id !== undefined && status !== 'DELETE_COMPLETE') ids.push(id);
    }
  }
  return ids;
}
