import { loadConfiguration, type ProfileName } from '../../../config/load-profile.ts';
import { awsAccount } from '../../../lambda/adapters/account/aws-account.ts';
import { diagnose, type Diagnosis } from '../../../lib/doctor/diagnose.ts';
import type { StandIn } from '../../adapters/stand-in.ts';
import { synthesize } from '../synthesize.ts';
import { type Input, type Replies, ServiceError, startAws } from './aws-wire.ts';
import {
  ACCOUNT,
  availability,
  healthyAccount,
  quota,
  QUOTAS,
  replying,
} from './healthy-account.ts';

let aws: StandIn | undefined;
afterEach(() => aws?.close());

async function diagnosed(
  env: ProfileName,
  replies: Replies = healthyAccount(),
  denied: readonly string[] = [],
  callModels = false,
): Promise<Diagnosis> {
  aws = await startAws(replies, new Set(denied));
  return diagnose({
    configuration: loadConfiguration(env, '.', { alarmEmail: 'ops@example.com' }),
    checked: synthesize(env),
    bootstrap: { version: 6, parameter: '/cdk-bootstrap/hnb659fds/version' },
    account: awsAccount(aws.client),
    callModels,
  });
}
const troubles = ({ findings }: Diagnosis) => findings.filter(({ level }) => level !== 'ok');
const about = ({ findings }: Diagnosis, check: string) =>
  findings.filter((one) => one.check === check);

test.each([
  'student',
  'dev',
  'staging',
  'prod',
] as const)('an account in which all is well has nothing against %s', async (env) => {
  const diagnosis = await diagnosed(env);
  expect(diagnosis.account).toBe(ACCOUNT);
  expect(troubles(diagnosis)).toEqual([]);
});

test('without credentials nothing else is asked', async () => {
  const diagnosis = await diagnosed(
    'student',
    replying('GetCallerIdentity', () => {
      throw new ServiceError('InvalidClientTokenId', 'The security token is invalid', 403);
    }),
  );
  expect(diagnosis).toMatchObject({
    account: null,
    findings: [{ check: 'credentials', level: 'error', remedy: expect.stringContaining('sso') }],
  });
  expect(aws?.sent).toHaveLength(1);
});

test('credentials of another partition are an error', async () => {
  const arn = 'arn:aws-cn:sts::111122223333:assumed-role/Deployer/ann';
  const diagnosis = await diagnosed(
    'student',
    replying('GetCallerIdentity', () => `<Arn>${arn}</Arn><Account>${ACCOUNT}</Account>`),
  );
  expect(troubles(diagnosis)).toMatchObject([{ check: 'credentials', level: 'error' }]);
});

test.each([
  ['is not there', () => missingParameter(), 'not bootstrapped'],
  ['is too old', () => ({ Parameter: { Value: '5' } }), 'version 5, the stacks need 6'],
] as const)('a bootstrap that %s is an error', async (_, reply, what) => {
  const diagnosis = await diagnosed('student', replying('GetParameter', reply));
  expect(troubles(diagnosis)).toMatchObject([
    {
      check: 'bootstrap',
      level: 'error',
      what: expect.stringContaining(what),
      remedy: expect.stringContaining(`cdk bootstrap aws://${ACCOUNT}/eu-west-1`),
    },
  ]);
});

function missingParameter(): never {
  throw new ServiceError('ParameterNotFound', 'no such parameter');
}

test.each([
  ['ROLLBACK_COMPLETE', 'delete-stack'],
  ['UPDATE_ROLLBACK_FAILED', 'continue-update-rollback'],
  ['UPDATE_IN_PROGRESS', 'wait'],
])('a stack that is %s is an error', async (status, remedy) => {
  const diagnosis = await diagnosed('student', {
    ...healthyAccount(),
    ...deployed('data', status),
  });
  expect(about(diagnosis, 'stacks')).toMatchObject([
    { level: 'error', remedy: expect.stringContaining(remedy) },
  ]);
});

const STACK = `arn:aws:cloudformation:eu-west-1:${ACCOUNT}:stack/strata/0`;
/** One layer of student that is deployed, with these resources. */
function deployed(layer: string, status: string, logicalIds: readonly string[] = []): Replies {
  return {
    DescribeStacks: ({ StackName }) => {
      if (StackName !== `strata-student-${layer}`) {
        throw new ServiceError('ValidationError', `Stack ${String(StackName)} does not exist`);
      }
      return `<Stacks><member><StackId>${STACK}</StackId><StackName>x</StackName><CreationTime>2026-11-01T00:00:00Z</CreationTime><StackStatus>${status}</StackStatus></member></Stacks>`;
    },
    ListStackResources: () => {
      const members = logicalIds.map(
        (id) =>
          `<member><LogicalResourceId>${id}</LogicalResourceId><ResourceType>x</ResourceType><LastUpdatedTimestamp>2026-11-01T00:00:00Z</LastUpdatedTimestamp><ResourceStatus>CREATE_COMPLETE</ResourceStatus></member>`,
      );
      return `<StackResourceSummaries>${members.join('')}</StackResourceSummaries>`;
    },
  };
}

const collectionThere = { BatchGetCollection: () => ({ collectionDetails: [{ name: 'x' }] }) };

test('a collection of an earlier deployment would collide', async () => {
  const diagnosis = await diagnosed('student', { ...healthyAccount(), ...collectionThere });
  expect(troubles(diagnosis)).toMatchObject([
    { check: 'left-overs', level: 'error', what: expect.stringContaining('strata-student-chunks') },
  ]);
});

test('a collection that the environment’s own stack holds is no left-over', async () => {
  const { data } = synthesize('student').templates;
  const replies = deployed('data', 'CREATE_COMPLETE', Object.keys(data.Resources));
  const all = { ...healthyAccount(), ...collectionThere, ...replies };
  expect(troubles(await diagnosed('student', all))).toEqual([]);
});

test('a retained bucket without a stack is told, not refused', async () => {
  const tags = [{ Key: 'aws:cloudformation:stack-id', Value: `${STACK}-deleted` }];
  const diagnosis = await diagnosed(
    'prod',
    replying('GetResources', () => ({
      ResourceTagMappingList: [{ ResourceARN: 'arn:aws:s3:::strata-prod-data-x', Tags: tags }],
    })),
  );
  expect(troubles(diagnosis)).toMatchObject([{ check: 'left-overs', level: 'warning' }]);
});

test.each([
  [{ authorizationStatus: 'NOT_AUTHORIZED' }, 'error', 'use-case form'],
  [{ regionAvailability: 'NOT_AVAILABLE' }, 'error', 'another region'],
  [{ agreementAvailability: { status: 'NOT_AVAILABLE' } }, 'warning', 'aws-marketplace:Subscribe'],
] as const)('a model with %j is told with what to do', async (changed, level, remedy) => {
  const diagnosis = await diagnosed(
    'student',
    replying('GET /foundation-model-availability/:id', ({ id }) =>
      availability(String(id), String(id).startsWith('anthropic.') ? changed : {}),
    ),
  );
  expect(troubles(diagnosis)).toMatchObject([
    { check: 'models', level, remedy: expect.stringContaining(remedy) },
  ]);
});

test('a profile that the region cannot call is an error', async () => {
  const diagnosis = await diagnosed(
    'student',
    replying('GET /inference-profiles/:id', () => {
      throw new ServiceError('ValidationException', 'The provided model identifier is invalid.');
    }),
  );
  expect(about(diagnosis, 'models').map(({ level }) => level)).toEqual(['error', 'error', 'ok']);
});

test('models that are called answer, or say why not', async () => {
  const replies = {
    ...healthyAccount(),
    'POST /model/:id': ({ id }: Input) => {
      if (String(id).includes('titan')) return EMBEDDED;
      if (String(id).includes('haiku')) return CONVERSED;
      throw new ServiceError('AccessDeniedException', 'Model access is denied', 403);
    },
  };
  const diagnosis = await diagnosed('student', replies, [], true);
  expect(about(diagnosis, 'models').map(({ level }) => level)).toEqual(['ok', 'error', 'ok']);
  expect(troubles(diagnosis)).toMatchObject([
    { what: expect.stringContaining('Model access is denied') },
  ]);
  const calls = (aws?.sent ?? []).filter(({ path }) => path.startsWith('/model/'));
  expect(calls.map(({ body }) => JSON.parse(body))).toMatchObject([
    { inferenceConfig: { maxTokens: 1 } },
    { inferenceConfig: { maxTokens: 1 } },
    { inputText: 'Hello' },
  ]);
});
const EMBEDDED = { embedding: Array.from({ length: 1_024 }, () => 0), inputTextTokenCount: 1 };
const CONVERSED = {
  output: { message: { role: 'assistant', content: [{ text: 'Hi' }] } },
  stopReason: 'max_tokens',
  usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 },
  metrics: { latencyMs: 1 },
};

test.each([
  ['lambda', 'Concurrent executions', 10, 'student', 'warning'],
  ['sagemaker', 'ml.m5.xlarge for endpoint usage', 0, 'prod', 'error'],
  ['sagemaker', 'ml.m5.xlarge for endpoint usage', 3, 'prod', 'warning'],
  ['sagemaker', 'ml.m5.large for training job usage', 0, 'student', 'error'],
  [
    'bedrock',
    'Cross-region model inference tokens per minute for Anthropic Claude Haiku 4.5',
    10_000,
    'student',
    'warning',
  ],
  [
    'bedrock',
    'On-demand model inference requests per minute for Amazon Titan Text Embeddings V2',
    0,
    'student',
    'error',
  ],
] as const)('a quota of %s that is too small is told: %s is %d', async (...given) => {
  const [service, name, value, env, level] = given;
  const changed = (QUOTAS[service] ?? []).map((one) =>
    one.QuotaName === name ? quota(name, value) : one,
  );
  const diagnosis = await diagnosed(
    env,
    replying('ListServiceQuotas', ({ ServiceCode }) => ({
      Quotas: ServiceCode === service ? changed : QUOTAS[String(ServiceCode)],
    })),
  );
  expect(troubles(diagnosis)).toMatchObject([
    {
      check: 'quotas',
      level,
      what: expect.stringContaining(`${name} is ${value}`),
      remedy: expect.stringContaining(`--service-code ${service}`),
    },
  ]);
});

test('tokens a day of a new account, which it cannot raise itself, are told with whom to ask', async () => {
  const name =
    'Model invocation max tokens per day for Amazon Nova Lite (doubled for cross-region calls)';
  const changed = (QUOTAS['bedrock'] ?? []).map((one) =>
    one.QuotaName === name ? quota(name, 0, false) : one,
  );
  const diagnosis = await diagnosed(
    'student',
    replying('ListServiceQuotas', ({ ServiceCode }) => ({
      Quotas: ServiceCode === 'bedrock' ? changed : QUOTAS[String(ServiceCode)],
    })),
  );
  expect(troubles(diagnosis)).toMatchObject([
    { check: 'quotas', level: 'error', remedy: expect.stringContaining('AWS Support') },
  ]);
});

test('a quota that Service Quotas does not list is named, not taken for enough', async () => {
  const diagnosis = await diagnosed(
    'prod',
    replying('ListServiceQuotas', ({ ServiceCode }) => ({
      Quotas: ServiceCode === 'sagemaker' ? [] : QUOTAS[String(ServiceCode)],
    })),
  );
  expect(troubles(diagnosis)).toMatchObject([
    { level: 'unknown', what: expect.stringContaining('“ml.m5.xlarge for endpoint usage”') },
    { level: 'unknown', what: expect.stringContaining('“ml.m5.xlarge for training job usage”') },
  ]);
});

test('OCUs that the account does not have are told', async () => {
  const capacityLimits = { maxIndexingCapacityInOCU: 1, maxSearchCapacityInOCU: 20 };
  const diagnosis = await diagnosed(
    'prod',
    replying('GetAccountSettings', () => ({ accountSettingsDetail: { capacityLimits } })),
  );
  expect(troubles(diagnosis)).toMatchObject([
    { check: 'quotas', level: 'error', remedy: expect.stringContaining('update-account-settings') },
  ]);
});

test('invocation logging that somebody else set stops an environment that would own it', async () => {
  const loggingConfig = { cloudWatchConfig: { logGroupName: 'theirs', roleArn: 'arn:role' } };
  const replies = replying('GET /logging', () => ({ loggingConfig }));
  expect(troubles(await diagnosed('prod', replies))).toMatchObject([
    { check: 'account settings', level: 'error', what: expect.stringContaining('theirs') },
  ]);
  await aws?.close();
  expect(troubles(await diagnosed('student', replies))).toEqual([]);
});

test('a log role of API Gateway that is not ours would be replaced', async () => {
  const cloudwatchRoleArn = `arn:aws:iam::${ACCOUNT}:role/theirs`;
  const diagnosis = await diagnosed(
    'student',
    replying('GET /account', () => ({ cloudwatchRoleArn })),
  );
  expect(troubles(diagnosis)).toMatchObject([{ check: 'account settings', level: 'warning' }]);
});

test('a budget that filters by a tag that nobody activated is told', async () => {
  const diagnosis = await diagnosed(
    'student',
    replying('ListCostAllocationTags', () => ({ CostAllocationTags: [] })),
  );
  expect(troubles(diagnosis)).toMatchObject([
    {
      check: 'cost-allocation tags',
      level: 'warning',
      remedy: expect.stringContaining('TagKey=strata:env'),
    },
  ]);
});

test('alarms that nobody would be told of are a warning', async () => {
  const configuration = loadConfiguration('prod');
  aws = await startAws(healthyAccount(), new Set());
  const account = awsAccount(aws.client);
  const checked = synthesize('prod');
  const bootstrap = { version: 6, parameter: '/cdk-bootstrap/hnb659fds/version' };
  const diagnosis = await diagnose({ configuration, checked, bootstrap, account });
  expect(troubles(diagnosis)).toMatchObject([
    { check: 'alarms', level: 'warning', remedy: expect.stringContaining('--alarm-email') },
  ]);
});

const OPERATIONS = Object.keys(healthyAccount()).filter((name) => name !== 'GetCallerIdentity');
test.each(OPERATIONS)('who may not call %s is told so, and the rest is checked', async (denied) => {
  const all = await diagnosed('prod');
  await aws?.close();
  const diagnosis = await diagnosed('prod', healthyAccount(), [denied]);
  const unknown = troubles(diagnosis);
  expect(unknown.length).toBeGreaterThan(0);
  for (const { level, what } of unknown) {
    expect(level).toBe('unknown');
    expect(what).toMatch(/could not be checked: .*allow the caller [a-z-]+:[A-Z]/);
  }
  const checks = (one: Diagnosis) => new Set(one.findings.map(({ check }) => check));
  expect(checks(diagnosis)).toEqual(checks(all));
});
