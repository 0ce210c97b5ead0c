import { openAiLanguageModel } from '../../lambda/adapters/language-model-openai.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

const request = {
  tenant: 'acme',
  task: 'answer-question',
  prompt: 'Answer in JSON.',
  variables: {},
  maxOutputTokens: 200,
} as const;

describe('openAiLanguageModel', () => {
  let server: StandIn;
  afterEach(() => server.close());
  const connect = () =>
    openAiLanguageModel({ url: `${server.url}/v1/`, model: 'llama', apiKey: 'secret' });

  test('sends the prompt to chat completions with the key', async () => {
    server = await startStandIn(() => ({
      body: { choices: [{ message: { content: '{}' }, finish_reason: 'stop' }] },
    }));
    await connect().generate(request);
    expect(server.sent[0]).toMatchObject({
      path: '/v1/chat/completions',
      headers: { authorization: 'Bearer secret' },
    });
  });

  test.each([
    [401, 'AccessError'],
    [404, 'NotFoundError'],
    [429, 'UnavailableError'],
    [500, 'UnavailableError'],
    [400, 'ModelReplyError'],
  ])('an answer of %i is a %s', async (status, name) => {
    server = await startStandIn(() => ({ status, body: { error: 'no' } }));
    await expect(connect().generate(request)).rejects.toMatchObject({ name });
  });

  test('waits as long as the server says', async () => {
    server = await startStandIn(() => ({ status: 429, headers: { 'retry-after': '7' } }));
    await expect(connect().generate(request)).rejects.toMatchObject({ retryAfterSeconds: 7 });
  });

  test('a server that does not run is unavailable', async () => {
    server = await startStandIn(() => ({}));
    const model = openAiLanguageModel({ url: 'http://127.0.0.1:9/v1', model: 'llama' });
    await expect(model.generate(request)).rejects.toMatchObject({ name: 'UnavailableError' });
  });

  test('a reply of another shape is refused', async () => {
    server = await startStandIn(() => ({ body: { text: 'hello' } }));
    await expect(connect().generate(request)).rejects.toMatchObject({ name: 'ModelReplyError' });
  });
});
