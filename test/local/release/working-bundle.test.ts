import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { workingBundle } from '../../../local/release/working-bundle.ts';
import { loadSettings } from '../../../local/settings.ts';

const settings = loadSettings({ root: resolve('.'), codeHash: 'test' });
const prompt = (text: string) => `---\npurpose: test\n---\n${text}`;

function rootWith(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'strata-release-'));
  const directory = join(root, 'config', 'prompts');
  mkdirSync(directory, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  return root;
}

test('the highest version of each prompt is released, by number', () => {
  const root = rootWith({
    'extract-fields.v2.md': prompt('two'),
    'extract-fields.v10.md': prompt('ten'),
  });
  expect(workingBundle(root, settings).prompts).toEqual({
    'extract-fields': { version: 10, template: 'ten' },
  });
});

test('a prompt without a purpose is refused', () => {
  const root = rootWith({ 'extract-fields.v1.md': 'You read fields.' });
  expect(() => workingBundle(root, settings)).toThrow('purpose');
});
