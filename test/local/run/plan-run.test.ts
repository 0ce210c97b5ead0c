import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Side } from '../../../lambda/domain/document/document.ts';
import { planRun } from '../../../local/run/plan-run.ts';
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

/** A corpus of one labelled document. */
async function plan(name: string, sides: readonly Side[]) {
  const corpusDirectory = join(folder, name);
  mkdirSync(corpusDirectory, { recursive: true });
  writeFileSync(join(corpusDirectory, 'a.txt'), 'An invoice.');
  const label = { id: 'a', file: 'a.txt', category: 'invoice' };
  writeFileSync(join(corpusDirectory, 'labels.jsonl'), JSON.stringify(label));
  const request = {
    ...program,
    stateDirectory: join(folder, '.strata'),
    corpusDirectory,
    trainDirectory: null,
    generatedDocuments: 12,
    sides,
    seed: 1,
    outDirectory: join(folder, 'out'),
    reader: { kind: 'extractive' },
    progress: { stage: (_title, _total, work) => work(() => {}), note: () => {} },
    pageReady: Promise.resolve(),
  } satisfies Parameters<typeof planRun>[0];
  return planRun(request, loadSettings(program));
}
