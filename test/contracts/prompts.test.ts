import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filePrompts } from '../../local/adapters/prompts.ts';
import { describePromptsContract } from './prompts.ts';

describePromptsContract('filePrompts', () => filePrompts({ directory: 'config/prompts' }));

function directoryWith(files: Readonly<Record<string, string>>): string {
  const directory = mkdtempSync(join(tmpdir(), 'strata-prompts-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  return directory;
}
const prompt = (text: string) => `---\npurpose: test\n---\n${text}`;

test('the highest version is in production unless another one is named', async () => {
  const directory = directoryWith({
    'extract-fields.v2.md': prompt('two'),
    'extract-fields.v10.md': prompt('ten'),
  });
  const newest = await filePrompts({ directory }).get('extract-fields');
  const pinned = filePrompts({ directory, production: { 'extract-fields': 2 } });
  expect([newest.template, (await pinned.get('extract-fields')).template]).toEqual(['ten', 'two']);
});

test('a task without a prompt names the file that must exist', async () => {
  const prompts = filePrompts({ directory: directoryWith({}) });
  await expect(prompts.get('extract-fields')).rejects.toThrow('extract-fields.v1.md');
});

test('a prompt without a purpose is refused', async () => {
  const directory = directoryWith({ 'extract-fields.v1.md': 'You read fields.' });
  await expect(filePrompts({ directory }).get('extract-fields')).rejects.toThrow('purpose');
});
