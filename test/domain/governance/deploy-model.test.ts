import { deployModel } from '../../../lambda/domain/governance/deploy-model.ts';
import { inFlow } from '../../fixtures/in-flow.ts';

const arn = 'arn:aws:sagemaker:eu-west-1:111122223333:model-package/classifier/2';
const found = { arn, version: 'v2', status: 'Approved', creator: 'pipeline', approver: 'ada' };

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
  const run = (described: typeof found) =>
    inFlow(deployModel)({
      ...ports,
      packages: { describe: async () => described, seedVersion: async () => 'seed-1' },
    });
  const deploy = (described: typeof found) =>
    run(described)({ detail: { ModelPackageArn: described.arn } });
  const finish = () => run(found)({ detail: { EndpointName: 'classifier' } });
  return { deploy, finish, approved, logged, turned };
}

test('an approved version serves, and the log says that it does', async () => {
  const { deploy, approved, logged } = platform(1);
  await deploy(found);
  expect([approved, logged]).toEqual([['v2 by ada'], ['model-deployed/deploy-v2']]);
});

test('a version that is not approved does not serve', async () => {
  const { deploy, approved } = platform(1);
  await expect(deploy({ ...found, status: 'Rejected' })).rejects.toThrow('must be Approved');
  expect(approved).toEqual([]);
});

test('where two people are asked for, nobody approves what they made', async () => {
  const { deploy } = platform(2);
  await expect(deploy({ ...found, creator: 'ada' })).rejects.toMatchObject({ name: 'AccessError' });
});

describe('with an endpoint', () => {
  test('what its maker approved never reaches it', async () => {
    const { deploy, turned } = platform(2, null);
    await expect(deploy({ ...found, creator: 'ada' })).rejects.toThrow('approvals.people');
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
    expect([approved, logged]).toEqual([['v2 by ada'], ['model-deployed/deploy-v2']]);
  });

  test('approving what it serves already sets the switch', async () => {
    const { deploy, approved } = platform(1, arn);
    await deploy(found);
    expect(approved).toEqual(['v2 by ada']);
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
