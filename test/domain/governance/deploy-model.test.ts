import { deployModel } from '../../../lambda/domain/governance/deploy-model.ts';

const found = { version: 'v2', status: 'Approved', creator: 'pipeline', approver: 'ada' };

/** A registry and a log that keep what they are told. */
function platform(people: 1 | 2, servingKind: 'lambda' | 'realtime' = 'lambda') {
  const approved: string[] = [];
  const logged: string[] = [];
  const deploy = deployModel({
    models: {
      serving: async () => Promise.reject(new Error('not asked')),
      register: async () => undefined,
      approve: async (version, approver) => void approved.push(`${version} by ${approver}`),
    },
    audit: { append: async ({ kind, id }) => void logged.push(`${kind}/${id}`) },
    approvals: { people },
    servingKind,
  });
  return { deploy, approved, logged };
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

test('a version never serves beside the trees of another in an endpoint', async () => {
  const { deploy, approved } = platform(1, 'realtime');
  await expect(deploy(found)).rejects.toThrow('endpoint');
  expect(approved).toEqual([]);
});
