import type { Identity, ModelPackage } from '../../../lambda/deployment-ports.ts';
import { deployModel } from '../../../lambda/domain/governance/deploy-model.ts';
import { inFlow } from '../../fixtures/in-flow.ts';

const arn = 'arn:aws:sagemaker:eu-west-1:111122223333:model-package/classifier/2';
const session = (role: string, name: string, sourceIdentity: string | null = null): Identity => ({
  arn: `arn:aws:sts::111122223333:assumed-role/${role}/${name}`,
  principalId: `AROA${role}:${name}`,
  sourceIdentity,
});
const ada = session('Approver', 'ada');
const found: ModelPackage = {
  arn,
  version: 'v2',
  status: 'Approved',
  creator: session('Pipeline', 'SageMaker'),
  starter: session('Scientist', 'bob'),
  approver: ada,
};

/** A registry, a log and perhaps an endpoint that keep what they are told: `served` is a package's
 * ARN, null for none, `turning` or `no endpoint`. */
function platform(people: 1 | 2, served: string | null = 'no endpoint') {
  const approved: string[] = [];
  const logged: string[] = [];
  const turned: string[] = [];
  const ports = {
    models: {
      serving: async () => Promise.reject(new Error('not asked')),
      register: async () => undefined,
      approve: async (version: string, approver: string) =>
        void approved.push(`${version} by ${approver}`),
    },
    audit: {
      append: async ({ kind, id }: { readonly kind: string; readonly id: string }) =>
        void logged.push(`${kind}/${id}`),
    },
    approvals: { people },
    endpoint:
      served === 'no endpoint'
        ? null
        : {
            turnTo: async (wanted: string) => {
              turned.push(wanted);
              return served === wanted;
            },
            state: async () => ({
              settled: served !== 'turning',
              packageArn: served === 'turning' ? null : served,
            }),
          },
  };
  const run = (described: ModelPackage) =>
    inFlow(deployModel)({
      ...ports,
      packages: { describe: async () => described, seedVersion: async () => 'seed-1' },
    });
  const deploy = (described: ModelPackage) =>
    run(described)({ detail: { ModelPackageArn: described.arn } });
  const finish = () => run(found)({ detail: { EndpointName: 'classifier' } });
  return { deploy, finish, approved, logged, turned };
}

test('an approved version serves, and the log says that it does', async () => {
  const { deploy, approved, logged } = platform(1);
  await deploy(found);
  expect([approved, logged]).toEqual([[`v2 by ${ada.arn}`], ['model-deployed/deploy-v2']]);
});

test('a version that is not approved does not serve', async () => {
  const { deploy, approved } = platform(1);
  await expect(deploy({ ...found, status: 'Rejected' })).rejects.toThrow('must be Approved');
  expect(approved).toEqual([]);
});

describe('where two people are asked for', () => {
  test('who started the training and who approved may be two', async () => {
    const { deploy, approved } = platform(2);
    await deploy(found);
    expect(approved).toEqual([`v2 by ${ada.arn}`]);
  });

  test.each([
    ['the same session', { starter: ada }],
    ['the same name in another role', { starter: session('Scientist', 'Ada') }],
    [
      'the same person behind two sessions',
      {
        starter: session('Scientist', 'one', 'ada@example.org'),
        approver: session('Approver', 'two', 'ada@example.org'),
      },
    ],
    ['who registered it', { creator: ada }],
    ['an unknown starter', { starter: null }],
    ['an unknown approver', { approver: null }],
    ['an unknown creator', { creator: null }],
  ] as const)('%s cannot stand for both', async (_, changed) => {
    const { deploy, approved } = platform(2);
    await expect(deploy({ ...found, ...changed })).rejects.toMatchObject({ name: 'AccessError' });
    expect(approved).toEqual([]);
  });

  test('source identities tell people of one shared session apart', async () => {
    const { deploy, approved } = platform(2);
    const starter = session('Studio', 'SageMaker', 'bob');
    await deploy({ ...found, starter, approver: session('Studio', 'SageMaker', 'ada') });
    expect(approved).toHaveLength(1);
  });
});

test('where one person is enough, they need not be known', async () => {
  const { deploy, approved } = platform(1);
  await deploy({ ...found, starter: null, creator: null, approver: null });
  expect(approved).toEqual(['v2 by not told by SageMaker']);
});

describe('with an endpoint', () => {
  test('what its trainer approved never reaches it', async () => {
    const { deploy, turned } = platform(2, null);
    await expect(deploy({ ...found, starter: ada })).rejects.toThrow('approvals.people');
    expect(turned).toEqual([]);
  });

  test('the switch waits until it has turned', async () => {
    const { deploy, approved, turned } = platform(1, null);
    expect(await deploy(found)).toEqual({ version: 'v2', serves: false });
    expect([turned, approved]).toEqual([[arn], []]);
  });

  test('the switch follows what it serves', async () => {
    const { finish, approved, logged } = platform(1, arn);
    expect(await finish()).toEqual({ version: 'v2', serves: true });
    expect([approved, logged]).toEqual([[`v2 by ${ada.arn}`], ['model-deployed/deploy-v2']]);
  });

  test('approving what it serves already sets the switch', async () => {
    const { deploy, approved } = platform(1, arn);
    await deploy(found);
    expect(approved).toEqual([`v2 by ${ada.arn}`]);
  });

  test('nothing changes while it turns', async () => {
    const { finish, approved } = platform(1, 'turning');
    expect(await finish()).toBeNull();
    expect(approved).toEqual([]);
  });

  test('the switch goes back to the seed with it, when the layer was deployed anew', async () => {
    const { finish, approved } = platform(1, null);
    await finish();
    expect(approved).toEqual(['seed-1 by the deployment of the model layer']);
  });
});
