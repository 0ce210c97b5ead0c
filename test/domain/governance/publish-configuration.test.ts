import { student } from '../../../config/student.ts';
import { publishConfiguration } from '../../../lambda/domain/governance/release/publish-configuration.ts';
import { recordReleases } from '../../../lambda/domain/governance/release/record-releases.ts';
import { mlopsPorts } from '../../contracts/mlops-local.ts';

const RESOURCE = {
  Models: { answer: 'a-model' },
  Rag: JSON.stringify(student.rag),
  Policy: '{}',
  GuardrailId: 'g',
  GuardrailVersion: '1',
};

function opened() {
  const stores = mlopsPorts();
  const releases = recordReleases(stores);
  const prompts = {
    get: async (name: string) => ({ name, version: 1, hash: 'h', template: 'ask' }),
  };
  const own = publishConfiguration({ ...stores, releases, prompts });
  const deploy = (given: Partial<typeof RESOURCE> = {}) =>
    own({ type: 'Update', properties: { ...RESOURCE, ...given } });
  return { own, deploy, pointers: async () => (await releases.latest('llmops'))?.pointers };
}

test('the first deployment serves', async () => {
  const { deploy, pointers } = opened();
  await deploy();
  const { live, candidate } = (await pointers()) ?? {};
  expect(live).toMatch(/^[0-9a-f]{64}$/);
  expect(candidate).toBe(live);
});

test('a later deployment moves no pointer but the candidate', async () => {
  const { deploy, pointers } = opened();
  await deploy();
  const before = await pointers();
  await deploy({ GuardrailVersion: '2' });
  const after = await pointers();
  expect(after?.live).toBe(before?.live);
  expect(after?.candidate).not.toBe(before?.candidate);
});

test('a deployment with models that nobody approved fails, its release published', async () => {
  const { deploy, pointers } = opened();
  await deploy();
  await expect(deploy({ Models: { answer: 'another' } })).rejects.toMatchObject({
    name: 'RefusedError',
    message: expect.stringContaining('approved'),
  });
  const { live, candidate } = (await pointers()) ?? {};
  expect(candidate).not.toBe(live);
});

test('deleting the resource leaves the releases', async () => {
  const { own, deploy, pointers } = opened();
  await deploy();
  const before = await pointers();
  await own({ type: 'Delete', properties: RESOURCE });
  expect(await pointers()).toEqual(before);
});
