import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { s3Prompts } from '../../lambda/adapters/prompts.ts';
import { s3Blobs } from '../../lambda/adapters/s3-blobs.ts';
import { filePrompts } from '../../local/adapters/prompts.ts';
import { startS3 } from './aws-stores.ts';
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

describe('s3Prompts', () => {
  let s3: Awaited<ReturnType<typeof startS3>>;
  let registry: ReturnType<typeof s3Blobs>;
  beforeAll(async () => {
    s3 = await startS3();
    registry = s3Blobs(s3);
    for (const file of readdirSync('config/prompts')) {
      await publish(file, readFileSync(`config/prompts/${file}`, 'utf8'));
    }
    await publish(
      'production.json',
      '{"answer-question":2,"classify-document":1,"extract-fields":1}',
    );
  });
  afterAll(() => s3.close());
  const publish = (name: string, text: string) =>
    registry.put(`prompts/${name}`, new TextEncoder().encode(text), { mediaType: 'text/plain' });
  const open = () =>
    s3Prompts({ promptsBucket: s3.bucket, promptsPrefix: 'prompts/', client: s3.client });

  describePromptsContract('s3Prompts', open);

  test('a version says the same on the laptop and on S3', async () => {
    const here = await filePrompts({ directory: 'config/prompts' }).get('answer-question');
    expect(await open().get('answer-question')).toEqual(here);
  });

  test('a roll-back acts at the next call', async () => {
    const prompts = open();
    const before = await prompts.get('extract-fields');
    await publish('extract-fields.v2.md', prompt('newer'));
    await publish('production.json', '{"extract-fields":2}');
    const newer = await prompts.get('extract-fields');
    await publish('production.json', '{"extract-fields":1}');
    const back = await prompts.get('extract-fields');
    expect([newer.template, back]).toEqual(['newer', before]);
  });
});
