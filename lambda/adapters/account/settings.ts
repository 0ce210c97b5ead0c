import { APIGatewayClient, GetAccountCommand } from '@aws-sdk/client-api-gateway';
import { CostExplorerClient, paginateListCostAllocationTags } from '@aws-sdk/client-cost-explorer';
import {
  GetAccountSettingsCommand,
  OpenSearchServerlessClient,
} from '@aws-sdk/client-opensearchserverless';
import {
  paginateGetResources,
  ResourceGroupsTaggingAPIClient,
} from '@aws-sdk/client-resource-groups-tagging-api';
import { type ClientSettings, clientSettings } from '../client-settings.ts';
import { ask, PATIENCE } from './ask.ts';

/** CloudFormation writes it on what it makes, and leaves it on what it retains. */
const STACK_TAG = 'aws:cloudformation:stack-id';

/** What belongs to the account rather than to a stack. */
export function accountSettings(client: ClientSettings) {
  const settings = clientSettings(client, PATIENCE);
  const gateway = new APIGatewayClient(settings);
  const vectors = new OpenSearchServerlessClient(settings);
  const costs = new CostExplorerClient(settings);
  const tags = new ResourceGroupsTaggingAPIClient(settings);
  return {
    async apiGatewayLogRole(): Promise<string | null> {
      const question = {
        service: 'API Gateway',
        resource: 'the account’s settings',
        needs: 'apigateway:GET on /account',
      };
      const { cloudwatchRoleArn } = await ask(question, () =>
        gateway.send(new GetAccountCommand({})),
      );
      return cloudwatchRoleArn ?? null;
    },
    async vectorCapacity() {
      const question = {
        service: 'OpenSearch Serverless',
        resource: 'the account’s settings',
        needs: 'aoss:GetAccountSettings',
      };
      const { accountSettingsDetail } = await ask(question, () =>
        vectors.send(new GetAccountSettingsCommand({})),
      );
      const { maxIndexingCapacityInOCU: indexing, maxSearchCapacityInOCU: search } =
        accountSettingsDetail?.capacityLimits ?? {};
      return indexing === undefined || search === undefined ? null : { indexing, search };
    },
    async activeCostTags(keys: readonly string[]): Promise<readonly string[]> {
      const question = {
        service: 'Cost Explorer',
        resource: 'cost-allocation tags',
        needs: 'ce:ListCostAllocationTags, in the account that pays',
      };
      return ask(question, async () => {
        const request = { Status: 'Active' as const, TagKeys: [...keys] };
        const active: string[] = [];
        for await (const page of paginateListCostAllocationTags({ client: costs }, request)) {
          for (const { TagKey } of page.CostAllocationTags ?? []) if (TagKey) active.push(TagKey);
        }
        return active;
      });
    },
    async tagged(key: string, value: string) {
      const question = {
        service: 'Resource Groups Tagging',
        resource: `${key}=${value}`,
        needs: 'tag:GetResources',
      };
      return ask(question, async () => {
        const found: { arn: string; stackId: string | null }[] = [];
        const filter = { TagFilters: [{ Key: key, Values: [value] }] };
        for await (const page of paginateGetResources({ client: tags }, filter)) {
          for (const { ResourceARN, Tags = [] } of page.ResourceTagMappingList ?? []) {
            const stackId = Tags.find((tag) => tag.Key === STACK_TAG)?.Value ?? null;
            if (ResourceARN !== undefined) found.push({ arn: ResourceARN, stackId });
          }
        }
        return found;
      });
    },
  };
}
