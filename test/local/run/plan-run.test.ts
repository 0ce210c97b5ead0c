import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Side } from '../../../lambda/domain/document/document.ts';
import type { ReaderChoice } from '../../../local/reader.ts';
import { planRun } from '../../../local/run/plan-run.ts';
import { configurationHere } from '../../steps/configurations.ts';
import { loadSettings } from '../../../local/settings.ts';

const program = { root: resolve('.'), codeHash: 'test' };
const folder = mkdtempSync(join(tmpdir(), 'strata-plan-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  '(my docs)',
  '日本語',
  '-',
  'Ünïcode & Söhne',
])('a corpus in the folder "%s" gets a tenant that can name a folder', async (name) => {
  const { tenant } = await plan(name, ['llmops']);
  expect(tenant).toMatch(/^[a-z0-9][a-z0-9-]*-[0-9a-f]{8}$/);
});

test('one category is refused before anything is read, for the classical side only', async () => {
  await expect(plan('one', ['mlops'])).rejects.toThrow('at least 2 categories, "one" has 1');
});

describe('a sample', () => {
  const FOUR = ['a', 'b', 'c', 'd'];

  test('goes through the flow alone, and is scored alone', async () => {
    const { processed, scored } = await plan('sampled', ['llmops'], { ids: FOUR, sample: 1 });
    expect([processed.size, [...scored].every((id) => processed.has(id))]).toEqual([1, true]);
  });

  test('is another run than the whole', async () => {
    const [one, all] = [
      await plan('s', ['llmops'], { ids: FOUR, sample: 1 }),
      await plan('s', ['llmops'], { ids: FOUR }),
    ];
    expect(one.key).not.toBe(all.key);
  });
});

test('a key for the model is in no name of a run', async () => {
  const reader = { kind: 'openai', model: 'm', url: 'http://x/v1' } as const;
  const [one, other] = [
    await plan('keyed', ['llmops'], { reader: { ...reader, apiKey: 'secret' } }),
    await plan('keyed', ['llmops'], { reader }),
  ];
  expect(one.key).toBe(other.key);
});

/** A corpus of labelled documents. */
async function plan(
  name: string,
  sides: readonly Side[],
  {
    ids = ['a'],
    sample = null,
    reader = { kind: 'extractive' },
  }: {
    readonly ids?: readonly string[];
    readonly sample?: number | null;
    readonly reader?: ReaderChoice;
  } = {},
) {
  const corpusDirectory = join(folder, name);
  mkdirSync(corpusDirectory, { recursive: true });
  for (const id of ids) writeFileSync(join(corpusDirectory, `${id}.txt`), `Invoice ${id}.`);
  const labels = ids.map((id) => ({ id, file: `${id}.txt`, category: 'invoice' }));
  writeFileSync(
    join(corpusDirectory, 'labels.jsonl'),
    labels.map((label) => JSON.stringify(label)).join('\n'),
  );
  const request = {
    ...program,
    stateDirectory: join(folder, '.strata'),
    corpusDirectory,
    trainDirectory: null,
    generatedDocuments: 12,
    sides,
    seed: 1,
    sample,
    outDirectory: join(folder, 'out'),
    reader,
    progress: { stage: (_title, _total, work) => work(() => {}), note: () => {} },
    pageReady: Promise.resolve(),
  } satisfies Parameters<typeof planRun>[0];
  return planRun(request, loadSettings(program), configurationHere());
}
