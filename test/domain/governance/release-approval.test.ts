import type { ReleaseGates } from '../../../config/release-gates.ts';
import { publishRelease } from '../../../lambda/domain/governance/release/publish-release.ts';
import {
  approveRelease,
  promoteRelease,
  proposeRelease,
  rejectRelease,
  rollBackRelease,
} from '../../../lambda/domain/governance/release/release-approval.ts';
import type { LlmopsBundle } from '../../../lambda/domain/governance/release/release-bundle.ts';
import type { ReleaseEvaluation } from '../../../lambda/domain/governance/release/release-gates.ts';
import { recordReleases } from '../../../lambda/domain/governance/release/record-releases.ts';
import { mlopsPorts } from '../../contracts/mlops-local.ts';

const gates: ReleaseGates = {
  llmops: [
    { figure: 'recallAt5', atLeast: 0.8 },
    { figure: 'costUsdPerAnswer', atMost: 0.01 },
  ],
  mlops: [{ figure: 'accuracy', atLeast: 0.8 }],
  approvalDays: 7,
};
const bundle = (topK: number, template = 'answer'): LlmopsBundle => ({
  side: 'llmops',
  prompts: { 'answer-question': { version: 1, template } },
  models: { answer: 'a-model' },
  rag: { topK },
  guardrail: { id: 'policy', version: '1', policy: {} },
});
const person = (name: string | null) => ({ name, roles: ['operator'] });
const GOOD = { recallAt5: 0.9, costUsdPerAnswer: 0.005 };
const DAY_MS = 86_400_000;

/** A registry in which release A serves and B is the candidate. */
async function opened(people: 1 | 2 = 2) {
  const stores = mlopsPorts();
  const clock = { ms: Date.UTC(2026, 0, 1) };
  const ports = {
    releases: recordReleases(stores),
    now: () => clock.ms,
    approvals: { people },
    releaseGates: gates,
  };
  const publish = async (one: LlmopsBundle) =>
    (await publishRelease(ports, { bundle: one, by: person('deployment'), why: 'deployed' })).id;
  const a = await publish(bundle(5));
  const b = await publish(bundle(6));
  const act = (release: string, name: string | null) => ({
    side: 'llmops' as const,
    release,
    by: person(name),
    why: 'because',
  });
  const evaluation = (release: string, given: Partial<ReleaseEvaluation> = {}) => ({
    side: 'llmops' as const,
    release,
    reader: 'a-model',
    corpus: 'c',
    report: 'r',
    figures: GOOD,
    ...given,
  });
  return {
    a,
    b,
    clock,
    ports,
    publish,
    propose: (release: string, by: string | null, given: Partial<ReleaseEvaluation> = {}) =>
      proposeRelease(ports)({ ...act(release, by), evaluation: evaluation(release, given) }),
    proposeUnmeasured: (release: string, by: string) =>
      proposeRelease(ports)({ ...act(release, by), evaluation: null }),
    approve: (release: string, by: string | null) => approveRelease(ports)(act(release, by)),
    reject: (release: string, by: string) => rejectRelease(ports)(act(release, by)),
    promote: (release: string, by: string, to: 'live' | 'staging' = 'live') =>
      promoteRelease(ports)({ ...act(release, by), to }),
    rollBack: (release: string, by: string) => rollBackRelease(ports)(act(release, by)),
    live: async () => (await ports.releases.latest('llmops'))?.pointers.live,
  };
}
const refused = (message: string) => ({
  name: 'RefusedError',
  message: expect.stringContaining(message),
});

test('the first release serves when it is published, a later one is a candidate only', async () => {
  const { a, b, ports } = await opened();
  const { pointers } = (await ports.releases.latest('llmops')) ?? {};
  expect(pointers).toEqual({ candidate: b, staging: null, live: a });
});

test('publishing the candidate again writes nothing', async () => {
  const { ports, publish } = await opened();
  await publish(bundle(6));
  expect(await ports.releases.history('llmops')).toHaveLength(2);
});

test('what one proposed and another approved serves when it is promoted, with who and why', async () => {
  const { b, propose, approve, promote, live, ports } = await opened();
  const proposal = await propose(b, 'ada');
  await approve(b, 'grace');
  const promoted = await promote(b, 'ada');
  expect(await live()).toBe(b);
  expect(promoted).toMatchObject({
    action: 'promote',
    by: { name: 'ada' },
    why: 'because',
    evaluation: proposal.evaluation,
  });
  const history = await ports.releases.history('llmops');
  expect(history.map(({ action }) => action)).toEqual([
    'promote',
    'approve',
    'propose',
    'publish',
    'publish',
  ]);
});

test.each(['ada', ' ADA '])('%j cannot approve what ada proposed', async (name) => {
  const { b, propose, approve } = await opened();
  await propose(b, 'ada');
  await expect(approve(b, name)).rejects.toMatchObject(refused('another person'));
});

test('who published cannot approve', async () => {
  const { b, propose, approve } = await opened();
  await propose(b, 'ada');
  await expect(approve(b, 'deployment')).rejects.toMatchObject(refused('another person'));
});

test('where the profile asks for one person, who proposed may approve', async () => {
  const { b, propose, approve, promote, live } = await opened(1);
  await propose(b, 'ada');
  await approve(b, 'ada');
  await promote(b, 'ada');
  expect(await live()).toBe(b);
});

test.each([null, ' '])('nobody acts as %j', async (name) => {
  const { b, propose, approve } = await opened(1);
  await expect(propose(b, name)).rejects.toMatchObject(refused('known who'));
  await propose(b, 'ada');
  await expect(approve(b, name)).rejects.toMatchObject(refused('known who'));
});

test('without an approval nothing goes live', async () => {
  const { b, propose, promote } = await opened();
  await propose(b, 'ada');
  await expect(promote(b, 'ada')).rejects.toMatchObject(refused('approved'));
});

test('an approval counts for some days only', async () => {
  const { b, propose, approve, promote, clock } = await opened();
  await propose(b, 'ada');
  await approve(b, 'grace');
  clock.ms += 8 * DAY_MS;
  await expect(promote(b, 'ada')).rejects.toMatchObject(refused('within 7 days'));
});

test('an approval of a proposal that was rejected does not count for the next', async () => {
  const { b, propose, approve, reject, promote } = await opened();
  await propose(b, 'ada');
  await approve(b, 'grace');
  await reject(b, 'grace');
  await expect(promote(b, 'ada')).rejects.toMatchObject(refused('must be proposed'));
  await propose(b, 'ada');
  await expect(promote(b, 'ada')).rejects.toMatchObject(refused('approved'));
});

test.each([
  ['a figure below its threshold', { figures: { ...GOOD, recallAt5: 0.7 } }, 'recallAt5: 0.7'],
  ['a figure above its threshold', { figures: { ...GOOD, costUsdPerAnswer: 1 } }, 'costUsd'],
  ['a figure that is null', { figures: { ...GOOD, recallAt5: null } }, 'recallAt5: not measured'],
  ['a figure that is absent', { figures: {} }, 'recallAt5: not measured'],
  ['an evaluation of another release', { release: 'f'.repeat(64) }, 'evaluated'],
])('%s stops approval and promotion', async (_, given, said) => {
  const { b, propose, approve, promote } = await opened();
  await propose(b, 'ada', given);
  await expect(approve(b, 'grace')).rejects.toMatchObject(refused(said));
  await expect(promote(b, 'ada', 'staging')).rejects.toMatchObject(refused(said));
});

test('without an evaluation nothing is approved', async () => {
  const { b, proposeUnmeasured, approve } = await opened();
  await proposeUnmeasured(b, 'ada');
  await expect(approve(b, 'grace')).rejects.toMatchObject(refused('evaluated'));
});

test('figures of the extractive reader do not measure a changed prompt', async () => {
  const { publish, propose, approve } = await opened();
  const prompt = await publish(bundle(5, 'another answer'));
  await propose(prompt, 'ada', { reader: 'extractive' });
  await expect(approve(prompt, 'grace')).rejects.toMatchObject(refused('prompts'));
  await propose(prompt, 'ada');
  await expect(approve(prompt, 'grace')).resolves.toBeDefined();
});

test('figures of the extractive reader measure a changed retrieval', async () => {
  const { b, propose, approve } = await opened();
  await propose(b, 'ada', { reader: 'extractive' });
  await expect(approve(b, 'grace')).resolves.toBeDefined();
});

test('an approval does not outlive the release that it was compared with', async () => {
  const { b, publish, propose, approve, promote } = await opened();
  const c = await publish(bundle(7));
  for (const one of [b, c]) {
    await propose(one, 'ada');
    await approve(one, 'grace');
  }
  await promote(b, 'ada');
  await expect(promote(c, 'ada')).rejects.toMatchObject(refused('must be proposed'));
});

test('of two approved releases that are promoted at once one serves', async () => {
  const { b, publish, propose, approve, promote, live } = await opened();
  const c = await publish(bundle(7));
  for (const one of [b, c]) {
    await propose(one, 'ada');
    await approve(one, 'grace');
  }
  const ended = await Promise.allSettled([promote(b, 'ada'), promote(c, 'ada')]);
  expect(ended.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect([b, c]).toContain(await live());
});

test('staging keeps the proposal open for live', async () => {
  const { a, b, propose, approve, promote, live } = await opened();
  await propose(b, 'ada');
  await promote(b, 'ada', 'staging');
  expect(await live()).toBe(a);
  await approve(b, 'grace');
  await promote(b, 'ada');
  expect(await live()).toBe(b);
});

test('a release that served before serves again at once, and only such a one', async () => {
  const { a, b, publish, propose, approve, promote, rollBack, live } = await opened();
  await propose(b, 'ada');
  await approve(b, 'grace');
  await promote(b, 'ada');
  const never = await publish(bundle(9));
  await expect(rollBack(never, 'ada')).rejects.toMatchObject(refused('served before'));
  await rollBack(a, 'ada');
  expect(await live()).toBe(a);
});

test('nothing is rolled back to what was altered', async () => {
  const { a, b, propose, approve, promote, rollBack, ports } = await opened();
  await propose(b, 'ada');
  await approve(b, 'grace');
  await promote(b, 'ada');
  const releases = {
    ...ports.releases,
    read: () => Promise.reject(Object.assign(new Error('altered'), { name: 'RefusedError' })),
  };
  const act = { side: 'llmops' as const, release: a, by: person('ada'), why: 'because' };
  await expect(rollBackRelease({ ...ports, releases })(act)).rejects.toThrow('altered');
  await expect(rollBack(a, 'ada')).resolves.toBeDefined();
});
