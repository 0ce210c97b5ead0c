import { resolve } from 'node:path';
import { probeLanguageModel } from '../../local/language-models.ts';
import { loadSettings } from '../../local/settings.ts';
import { completion } from '../adapters/openai.ts';
import { type Reply, type StandIn, startStandIn } from '../adapters/stand-in.ts';

const settings = loadSettings({ root: resolve('.'), codeHash: 'test' });
let server: StandIn;
const probe = async (reply: () => Reply) => {
  server = await startStandIn(reply);
  const choice = { kind: 'openai', model: 'llama', url: `${server.url}/v1`, apiKey: 'k' } as const;
  return probeLanguageModel(choice, settings);
};

describe('before any work', () => {
  afterEach(() => server.close());

  test('a model that replies is asked once, with the key', async () => {
    await probe(completion('yes'));
    expect(server.sent.map(({ headers }) => headers['authorization'])).toEqual(['Bearer k']);
  });

  test.each([
    [401, 'AccessError'],
    [404, 'NotFoundError'],
    [400, 'ModelReplyError'],
  ])('a model that answers %s ends the run with %s', async (status, name) => {
    const failure = probe(() => ({ status, body: { error: { message: 'no' } } }));
    await expect(failure).rejects.toMatchObject({ name });
  });
});

test('the extractive reader needs no probe', async () => {
  await expect(probeLanguageModel({ kind: 'extractive' }, settings)).resolves.toBeUndefined();
});
