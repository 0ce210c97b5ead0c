import {
  BedrockClient,
  paginateListGuardrails,
  paginateListInferenceProfiles,
} from '@aws-sdk/client-bedrock';
import { CloudWatchLogsClient, paginateDescribeLogGroups } from '@aws-sdk/client-cloudwatch-logs';
import {
  CognitoIdentityProviderClient,
  DescribeUserPoolDomainCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import {
  BatchGetCollectionCommand,
  BatchGetCollectionGroupCommand,
  GetAccessPolicyCommand,
  GetSecurityPolicyCommand,
  OpenSearchServerlessClient,
} from '@aws-sdk/client-opensearchserverless';
import {
  paginateListFeatureGroups,
  paginateListModelPackageGroups,
  paginateListPipelines,
  SageMakerClient,
} from '@aws-sdk/client-sagemaker';
import { type ClientSettings, clientSettings } from '../client-settings.ts';
import { askFor, PATIENCE } from './ask.ts';

interface Named {
  readonly name: string;
  readonly policy?: string;
}
interface Lookup {
  readonly service: string;
  readonly needs: string;
  readonly find: (named: Named) => Promise<boolean>;
}

/** Is there a resource of a type and name? By CloudFormation's type. */
export function namedResources(client: ClientSettings) {
  const lookups: Readonly<Record<string, Lookup>> = {
    ...vectorLookups(client),
    ...sageMakerLookups(client),
    ...bedrockLookups(client),
    ...otherLookups(client),
  };
  return {
    lookedUp: new Set(Object.keys(lookups)),
    async exists({ type, ...named }: Named & { readonly type: string }): Promise<boolean> {
      const lookup = lookups[type];
      if (lookup === undefined) return false;
      const { service, needs, find } = lookup;
      const question = { service, resource: named.name, needs };
      return (await askFor(question, () => find(named))) ?? false;
    },
  };
}

function vectorLookups(client: ClientSettings): Record<string, Lookup> {
  const service = 'OpenSearch Serverless';
  const vectors = new OpenSearchServerlessClient(clientSettings(client, PATIENCE));
  return {
    'AWS::OpenSearchServerless::Collection': {
      service,
      needs: 'aoss:BatchGetCollection',
      find: async ({ name }) => {
        const found = await vectors.send(new BatchGetCollectionCommand({ names: [name] }));
        return (found.collectionDetails ?? []).length > 0;
      },
    },
    'AWS::OpenSearchServerless::CollectionGroup': {
      service,
      needs: 'aoss:BatchGetCollectionGroup',
      find: async ({ name }) => {
        const found = await vectors.send(new BatchGetCollectionGroupCommand({ names: [name] }));
        return (found.collectionGroupDetails ?? []).length > 0;
      },
    },
    'AWS::OpenSearchServerless::SecurityPolicy': {
      service,
      needs: 'aoss:GetSecurityPolicy',
      find: async ({ name, policy }) => {
        const type = policy === 'network' ? 'network' : 'encryption';
        await vectors.send(new GetSecurityPolicyCommand({ name, type }));
        return true;
      },
    },
    'AWS::OpenSearchServerless::AccessPolicy': {
      service,
      needs: 'aoss:GetAccessPolicy',
      find: async ({ name }) => {
        await vectors.send(new GetAccessPolicyCommand({ name, type: 'data' }));
        return true;
      },
    },
  };
}

function sageMakerLookups(client: ClientSettings): Record<string, Lookup> {
  const service = 'SageMaker';
  const sageMaker = new SageMakerClient(clientSettings(client, PATIENCE));
  return {
    'AWS::SageMaker::FeatureGroup': {
      service,
      needs: 'sagemaker:ListFeatureGroups',
      find: ({ name }) =>
        some(paginateListFeatureGroups({ client: sageMaker }, { NameContains: name }), (page) =>
          (page.FeatureGroupSummaries ?? []).some((one) => one.FeatureGroupName === name),
        ),
    },
    'AWS::SageMaker::ModelPackageGroup': {
      service,
      needs: 'sagemaker:ListModelPackageGroups',
      find: ({ name }) =>
        some(
          paginateListModelPackageGroups({ client: sageMaker }, { NameContains: name }),
          (page) =>
            (page.ModelPackageGroupSummaryList ?? []).some(
              (one) => one.ModelPackageGroupName === name,
            ),
        ),
    },
    'AWS::SageMaker::Pipeline': {
      service,
      needs: 'sagemaker:ListPipelines',
      find: ({ name }) =>
        some(paginateListPipelines({ client: sageMaker }, { PipelineNamePrefix: name }), (page) =>
          (page.PipelineSummaries ?? []).some((one) => one.PipelineName === name),
        ),
    },
  };
}

function bedrockLookups(client: ClientSettings): Record<string, Lookup> {
  const service = 'Bedrock';
  const bedrock = new BedrockClient(clientSettings(client, PATIENCE));
  return {
    'AWS::Bedrock::Guardrail': {
      service,
      needs: 'bedrock:ListGuardrails',
      find: ({ name }) =>
        some(paginateListGuardrails({ client: bedrock }, {}), (page) =>
          (page.guardrails ?? []).some((one) => one.name === name),
        ),
    },
    'AWS::Bedrock::ApplicationInferenceProfile': {
      service,
      needs: 'bedrock:ListInferenceProfiles',
      find: ({ name }) =>
        some(
          paginateListInferenceProfiles({ client: bedrock }, { typeEquals: 'APPLICATION' }),
          (page) =>
            (page.inferenceProfileSummaries ?? []).some((one) => one.inferenceProfileName === name),
        ),
    },
  };
}

function otherLookups(client: ClientSettings): Record<string, Lookup> {
  const settings = clientSettings(client, PATIENCE);
  const logs = new CloudWatchLogsClient(settings);
  const users = new CognitoIdentityProviderClient(settings);
  return {
    'AWS::Logs::LogGroup': {
      service: 'CloudWatch Logs',
      needs: 'logs:DescribeLogGroups',
      find: ({ name }) =>
        some(paginateDescribeLogGroups({ client: logs }, { logGroupNamePrefix: name }), (page) =>
          (page.logGroups ?? []).some((one) => one.logGroupName === name),
        ),
    },
    'AWS::Cognito::UserPoolDomain': {
      service: 'Cognito',
      needs: 'cognito-idp:DescribeUserPoolDomain',
      find: async ({ name }) => {
        const found = await users.send(new DescribeUserPoolDomainCommand({ Domain: name }));
        return found.DomainDescription?.Domain !== undefined;
      },
    },
  };
}

/** Is there such a page? Reads no further than needed. */
async function some<T>(pages: AsyncIterable<T>, holds: (page: T) => boolean): Promise<boolean> {
  for await (const page of pages) if (holds(page)) return true;
  return false;
}
