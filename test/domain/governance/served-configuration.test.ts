import { ragSchema } from '../../../config/schema.ts';
import { student } from '../../../config/student.ts';
import { publishRelease } from '../../../lambda/domain/governance/release/publish-release.ts';
import { recordReleases } from '../../../lambda/domain/governance/release/record-releases.ts';
import type { LlmopsBundle } from '../../../lambda/domain/governance/release/release-bundle.ts';
import { NO_POINTERS } from '../../../lambda/domain/governance/release/release-event.ts';
import { servedConfiguration } from '../../../lambda/domain/governance/release/served-configuration.ts';
import { mlopsPorts } from '../../contracts/mlops-local.ts';

const CACHE_MS = 30_000;
const by = { name: 'ada', roles: [] };
const bundle = (topK: number, rag: object = {}): LlmopsBundle => ({
  side: 'llmops',
  prompts: { 'answer-question': { version: 2, template: `answer ${topK}` } },
  models: { answer: 'a-model' },
  rag: { ...student.rag, topK, ...rag },
  guardrail: { id: 'g', version: '1', policy: {} },
});

function opened() {
  const stores = mlopsPorts();
  const releases = recordReleases(stores);
  const clock = { ms: Date.UTC(2026, 0, 1), reads: 0 };
  const now = () => clock.ms;
  const configuration = servedConfiguration({
    releases: {
      latest: (side) => {
        clock.reads += 1;
        return releases.latest(side);
      },
      read: (side, release) => releases.read(side, release),
    },
    readRag: (rag) => ragSchema().parse(rag),
    now,
    cacheMs: CACHE_MS,
  });
  const publish = async (one: LlmopsBundle) =>
    (await publishRelease({ releases, now }, { bundle: one, by, why: 'a test' })).id;
  /** Moves the live pointer, as promoting and rolling back do. */
  const serve = async (release: string) => {
    const latest = await releases.latest('llmops');
    await releases.append({
      side: 'llmops',
      number: (latest?.number ?? 0) + 1,
      at: new Date(now()).toISOString(),
      action: 'promote',
      release,
      by,
      why: 'a test',
      evaluation: null,
      gates: [],
      pointers: { ...(latest?.pointers ?? NO_POINTERS), live: release },
    });
  };
  return { ...stores, releases, clock, configuration, publish, serve };
}

test('nothing serves before something was released', async () => {
  const { configuration } = opened();
  await expect(configuration.current()).rejects.toMatchObject({ name: 'NotFoundError' });
});

test('the live release serves, named, with its prompts and their hashes', async () => {
  const { configuration, publish } = opened();
  const release = await publish(bundle(5));
  await publish(bundle(6));
  expect(await configuration.current()).toMatchObject({
    release,
    rag: { topK: 5 },
    prompts: {
      'answer-question': { version: 2, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    },
  });
});

test('another release serves once the cache is over, and the former at once after a roll-back', async () => {
  const { configuration, publish, serve, clock } = opened();
  const first = await publish(bundle(5));
  const second = await publish(bundle(6));
  const seen: number[] = [];
  const look = async () => seen.push((await configuration.current()).rag.topK);
  await look();
  await serve(second);
  await look();
  clock.ms += CACHE_MS;
  await look();
  await serve(first);
  clock.ms += CACHE_MS;
  await look();
  expect(seen).toEqual([5, 5, 6, 5]);
});

test('questions within the cache share one read of the pointer', async () => {
  const { configuration, publish, clock } = opened();
  await publish(bundle(5));
  for (let asked = 0; asked < 10; asked += 1) await configuration.current();
  expect(clock.reads).toBe(1);
});

test('a release that was altered does not serve', async () => {
  const { configuration, publish, artefacts } = opened();
  const release = await publish(bundle(5));
  const planted = new TextEncoder().encode(JSON.stringify(bundle(20)));
  await artefacts.put(`releases/llmops/${release}.json`, planted, 'application/json');
  await expect(configuration.current()).rejects.toMatchObject({ name: 'RefusedError' });
});

test('settings that the program does not know do not serve', async () => {
  const { configuration, publish } = opened();
  await publish(bundle(5, { unknown: 1 }));
  await expect(configuration.current()).rejects.toThrow('unknown');
});
