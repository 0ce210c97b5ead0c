import { bedrockLanguageModel } from '../../lambda/adapters/language-model.ts';
import { conversation, refusal } from './bedrock.ts';
import { type Reply, type SentRequest, type StandIn, startStandIn } from './stand-in.ts';

const request = {
  tenant: 'acme',
  task: 'answer-question',
  prompt: 'Answer in JSON.',
  variables: {},
  maxOutputTokens: 200,
} as const;
const HAIKU = 'eu.anthropic.claude-haiku-4-5-20251001-v1:0';
const NOVA = 'eu.amazon.nova-lite-v1:0';

describe('bedrockLanguageModel', () => {
  let server: StandIn;
  afterEach(() => server.close());
  const start = async (reply: (sent: SentRequest) => Reply) => {
    server = await startStandIn(reply);
    return bedrockLanguageModel({
      model: { id: HAIKU },
      fallback: { id: NOVA },
      client: server.client,
    });
  };
  const busy = (path: string) => decodeURIComponent(path).includes(HAIKU);

  test('names tenant and task in the invocation log', async () => {
    await (await start(conversation('{}'))).generate(request);
    const sent: unknown = JSON.parse(server.sent[0]?.body ?? '');
    expect(sent).toMatchObject({ requestMetadata: { tenant: 'acme', task: 'answer-question' } });
  });

  test('calls the inference profile and reports the id of the catalogue', async () => {
    server = await startStandIn(conversation('{}'));
    const profile = 'arn:aws:bedrock:eu-west-1:111122223333:application-inference-profile/abc';
    const model = bedrockLanguageModel({ model: { id: HAIKU, profile }, client: server.client });
    const reply = await model.generate(request);
    expect([decodeURIComponent(server.sent[0]?.path ?? ''), reply.model]).toEqual([
      `/model/${profile}/converse`,
      HAIKU,
    ]);
  });

  test('takes JSON out of a code fence', async () => {
    const { text } = await (await start(conversation('```json\n{"a":1}\n```'))).generate(request);
    expect(text).toBe('{"a":1}');
  });

  test('a throttled model is followed by the other one, and the reply says so', async () => {
    const model = await start((sent) =>
      busy(sent.path)
        ? refusal(429, 'ThrottlingException', 'Too many tokens')
        : conversation('{}')(sent),
    );
    expect(await model.generate(request)).toMatchObject({ model: NOVA, fallback: 'other-model' });
  });

  test('is unavailable when both models are throttled', async () => {
    const model = await start(() => refusal(429, 'ThrottlingException', 'Too many tokens'));
    await expect(model.generate(request)).rejects.toMatchObject({ name: 'UnavailableError' });
  });

  test('missing access fails, names the model and the remedy, and asks no other model', async () => {
    const model = await start(() => refusal(403, 'AccessDeniedException', 'no access'));
    await expect(model.generate(request)).rejects.toMatchObject({
      name: 'AccessError',
      message: expect.stringMatching(/claude-haiku.*enable the model/s),
    });
    expect(server.sent).toHaveLength(1);
  });

  test('a reply that was cut off says so', async () => {
    const model = await start(() => ({
      body: {
        output: { message: { role: 'assistant', content: [{ text: '{' }] } },
        stopReason: 'max_tokens',
        usage: { inputTokens: 1, outputTokens: 200, totalTokens: 201 },
      },
    }));
    expect((await model.generate(request)).stopReason).toBe('max-tokens');
  });
});
