import {
  paginateGetResources,
  ResourceGroupsTaggingAPIClient,
} from '@aws-sdk/client-resource-groups-tagging-api';
import { NotFoundError } from '../../errors.ts';
import { callAws } from '../aws-errors.ts';
import { type ClientSettings, clientSettings } from '../client-settings.ts';

/** What people's own commands work on; `strata:role` tags it. */
export type DeployedRole = 'records' | 'artefacts' | 'document-queue' | 'training' | 'audit';

/**
 * Finds the resources of an environment by their tags, with the credentials of who runs the command.
 * Needs tag:GetResources.
 */
export function deployedResources(client: ClientSettings) {
  const tagging = new ResourceGroupsTaggingAPIClient(
    clientSettings(client, { requestTimeoutMs: 10_000, attempts: 4 }),
  );
  return {
    /** Of who runs the command, as the SDK finds them. */
    credentials: () => tagging.config.credentials(),
    /** @returns its ARN. @throws NotFoundError where there is not exactly one */
    async find(env: string, role: DeployedRole): Promise<string> {
      const arns = await callAws(
        {
          service: 'Resource Groups Tagging',
          resource: `strata:env=${env}, strata:role=${role}`,
          remedy: 'use credentials that may read tags (tag:GetResources)',
        },
        () => allArns(tagging, { 'strata:env': env, 'strata:role': role }),
      );
      const [arn] = arns;
      if (arn !== undefined && arns.length === 1) return arn;
      throw new NotFoundError(
        `there must be one resource tagged strata:env=${env} and strata:role=${role} in the region, ` +
          `found ${arns.length}; deploy it: npx cdk deploy '${env}/*' -c env=${env}`,
      );
    },
  };
}

async function allArns(
  client: ResourceGroupsTaggingAPIClient,
  tags: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const TagFilters = Object.entries(tags).map(([Key, value]) => ({ Key, Values: [value] }));
  const arns: string[] = [];
  for await (const page of paginateGetResources({ client }, { TagFilters })) {
    for (const { ResourceARN } of page.ResourceTagMappingList ?? []) {
      if (ResourceARN !== undefined) arns.push(ResourceARN);
    }
  }
  return arns;
}
