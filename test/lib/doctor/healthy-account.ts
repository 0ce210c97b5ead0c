import { type Input, type Replies, ServiceError } from './aws-wire.ts';

export const ACCOUNT = '111122223333';

/** The replies of an account in which everything can be deployed and nothing is yet. */
export function healthyAccount(): Replies {
  return {
    GetCallerIdentity: () =>
      `<Arn>arn:aws:sts::${ACCOUNT}:assumed-role/Deployer/ann</Arn><UserId>A</UserId><Account>${ACCOUNT}</Account>`,
    GetParameter: () => ({ Parameter: { Name: 'version', Value: '30' } }),
    DescribeStacks: ({ StackName }) => {
      throw new ServiceError(
        'ValidationError',
        `Stack with id ${String(StackName)} does not exist`,
      );
    },
    ListServiceQuotas: ({ ServiceCode }) => ({ Quotas: QUOTAS[String(ServiceCode)] ?? [] }),
    GetAccountSettings: () => ({
      accountSettingsDetail: {
        capacityLimits: { maxIndexingCapacityInOCU: 20, maxSearchCapacityInOCU: 20 },
      },
    }),
    BatchGetCollection: () => ({ collectionDetails: [] }),
    BatchGetCollectionGroup: () => ({ collectionGroupDetails: [] }),
    GetSecurityPolicy: missing,
    GetAccessPolicy: missing,
    ListFeatureGroups: () => ({ FeatureGroupSummaries: [] }),
    ListModelPackageGroups: () => ({ ModelPackageGroupSummaryList: [] }),
    ListPipelines: () => ({ PipelineSummaries: [] }),
    DescribeLogGroups: () => ({ logGroups: [] }),
    DescribeUserPoolDomain: () => ({ DomainDescription: {} }),
    GetResources: () => ({ ResourceTagMappingList: [] }),
    ListCostAllocationTags: () => ({
      CostAllocationTags: [{ TagKey: 'strata:env', Type: 'UserDefined', Status: 'Active' }],
    }),
    'GET /guardrails': () => ({ guardrails: [] }),
    'GET /inference-profiles': () => ({ inferenceProfileSummaries: [] }),
    'GET /inference-profiles/:id': ({ id }) => ({
      inferenceProfileId: id,
      status: 'ACTIVE',
      models: [{ modelArn: `arn:aws:bedrock:eu-west-1::foundation-model/${String(id)}` }],
    }),
    'GET /foundation-models/:id': ({ id }) => ({ modelDetails: modelDetails(String(id)) }),
    'GET /foundation-model-availability/:id': ({ id }) => availability(String(id)),
    'GET /logging': () => ({}),
    'GET /account': () => ({}),
  };
}

export function availability(modelId: string, changed: object = {}) {
  return {
    modelId,
    agreementAvailability: { status: 'AVAILABLE' },
    authorizationStatus: 'AUTHORIZED',
    entitlementAvailability: 'AVAILABLE',
    regionAvailability: 'AVAILABLE',
    ...changed,
  };
}

export function missing(): never {
  throw new ServiceError('ResourceNotFoundException', 'not found', 404);
}

/** As Bedrock names them: quotas bear the same names. */
function modelDetails(modelId: string) {
  const [providerName, modelName] = modelId.includes('haiku')
    ? ['Anthropic', 'Claude Haiku 4.5']
    : ['Amazon', modelId.includes('titan') ? 'Titan Text Embeddings V2' : 'Nova Lite'];
  const modelArn = `arn:aws:bedrock:eu-west-1::foundation-model/${modelId}`;
  return { modelArn, modelId, modelName, providerName, modelLifecycle: { status: 'ACTIVE' } };
}

export function quota(QuotaName: string, Value: number, Adjustable = true) {
  return { QuotaCode: 'L-00000000', QuotaName, Value, Adjustable };
}

type Quotas = Readonly<Record<string, readonly ReturnType<typeof quota>[]>>;
export const QUOTAS: Quotas = {
  lambda: [quota('Concurrent executions', 1_000)],
  sagemaker: [
    quota('Maximum total concurrency that can be allocated across all serverless endpoints', 10),
    ...['m5.large', 'm5.xlarge'].flatMap((size) => [
      quota(`ml.${size} for endpoint usage`, 8),
      quota(`ml.${size} for training job usage`, 4),
      quota(`ml.${size} for spot training job usage`, 0),
    ]),
  ],
  textract: [
    quota('Transactions per second per account for synchronous DetectDocumentText operations', 5),
    quota('Transactions per second per account for all StartDocumentTextDetection operations', 5),
  ],
  bedrock: [
    quota('Cross-region model inference tokens per minute for Anthropic Claude Haiku 4.5', 5e6),
    quota('Cross-region model inference requests per minute for Anthropic Claude Haiku 4.5', 1e4),
    quota('Cross-region model inference tokens per minute for Amazon Nova Lite', 4e6),
    quota('Cross-region model inference requests per minute for Amazon Nova Lite', 1e3),
    quota('Model invocation max tokens per day for Anthropic Claude Haiku 4.5', 7.2e9, false),
    quota(
      'Model invocation max tokens per day for Amazon Nova Lite (doubled for cross-region calls)',
      5.7e9,
      false,
    ),
    quota('On-demand model inference requests per minute for Amazon Titan Text Embeddings V2', 6e3),
    quota('On-demand model inference tokens per minute for Amazon Titan Text Embeddings V2', 3e5),
  ],
};

/** The same replies, one of them changed. */
export function replying(operation: string, reply: (input: Input) => object | string): Replies {
  return { ...healthyAccount(), [operation]: reply };
}
