import { readdirSync, readFileSync } from 'node:fs';
import { s3Prompts } from '../../lambda/adapters/prompts.ts';
import { s3Blobs } from '../../lambda/adapters/s3-blobs.ts';
import { configurationHere } from '../steps/configurations.ts';
import { startS3 } from './aws-stores.ts';
import { describePromptsContract } from './prompts.ts';

const prompt = (text: string) => `---\npurpose: test\n---\n${text}`;

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
    const { prompts } = await configurationHere().current();
    expect(await open().get('answer-question')).toEqual({
      name: 'answer-question',
      ...prompts['answer-question'],
    });
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
