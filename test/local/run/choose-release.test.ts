import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openStore, type Store } from '../../../local/platform.ts';
import { publishWorking } from '../../../local/release/serving.ts';
import { chooseRelease } from '../../../local/run/choose-release.ts';
import { loadSettings } from '../../../local/settings.ts';

const root = resolve('.');
const settings = loadSettings({ root, codeHash: 'test' });
let folder: string;
let store: Store;
let notes: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strata-choose-'));
  store = openStore({ root, stateDirectory: join(folder, 'state'), settings });
  notes = [];
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The checkout after somebody edited a prompt in place. */
function edited(): string {
  const other = join(folder, 'checkout');
  cpSync('config/prompts', join(other, 'config', 'prompts'), { recursive: true });
  writeFileSync(
    join(other, 'config', 'prompts', 'extract-fields.v1.md'),
    '---\npurpose: another\n---\nRead other fields.',
  );
  return other;
}

async function choose(from: string, release?: string) {
  const request = {
    root: from,
    release,
    progress: { note: (text: string) => void notes.push(text) },
  };
  return (await chooseRelease(request, settings, store)).current();
}

test('the first run serves what config says', async () => {
  const { release } = await choose(root);
  expect((await store.ports.releases.latest('llmops'))?.pointers.live).toBe(release);
  expect(notes).toEqual([]);
});

test('a prompt that was edited in place does not serve, and the run says so', async () => {
  const first = await choose(root);
  const second = await choose(edited());
  expect(second.prompts['extract-fields']).toEqual(first.prompts['extract-fields']);
  expect(notes.join()).toContain('strata release diff');
});

test('a run measures the candidate where it is asked to, and lets nothing serve', async () => {
  const { release } = await choose(root);
  const candidate = await choose(edited(), 'candidate');
  expect(candidate.prompts['extract-fields']?.template).toBe('Read other fields.');
  expect((await store.ports.releases.latest('llmops'))?.pointers).toEqual({
    candidate: candidate.release,
    staging: null,
    live: release,
  });
});

test('what is not there is not run', async () => {
  await publishWorking(store, root, settings);
  await expect(choose(root, 'staging')).rejects.toMatchObject({ name: 'NotFoundError' });
});
