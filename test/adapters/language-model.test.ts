import { bedrockLanguageModel } from '../../lambda/adapters/language-model/bedrock.ts';
import { openAiLanguageModel } from '../../lambda/adapters/language-model/openai.ts';
import { collectReply } from '../../lambda/domain/gateway/collect-reply.ts';
import type { LanguageModelRequest } from '../../lambda/domain/gateway/language-model-exchange.ts';
import { request } from '../domain/gateway/gateway-harness.ts';
import { conversation, refusal, toolUse } from './bedrock.ts';
import { chunks, completion, delta, end, toolCalls } from './openai.ts';
import { type Reply, type StandIn, startStandIn } from './stand-in.ts';

const HAIKU = 'eu.anthropic.claude-haiku-4-5-20251001-v1:0';
const tools = [
  { name: 'find', description: 'Finds a clause.', inputSchema: { type: 'object', properties: {} } },
];
const asking: LanguageModelRequest = { ...request, tools, toolChoice: 'find' };
const shaped: LanguageModelRequest = { ...request, outputSchema: { type: 'object' } };

let server: StandIn;
afterEach(() => server.close());
const sent = (): unknown => JSON.parse(server.sent[0]?.body ?? '');

describe('bedrockLanguageModel', () => {
  const ask = async (reply: () => Reply, asked = request, profile?: string) => {
    server = await startStandIn(reply);
    const model = bedrockLanguageModel({ model: { id: HAIKU, profile }, client: server.client });
    return collectReply(model.generate(asked));
  };

  test('names tenant and task in the invocation log', async () => {
    await ask(conversation('{}'));
    expect(sent()).toMatchObject({ requestMetadata: { tenant: 'acme', task: 'answer-question' } });
  });

  test('calls the inference profile and reports the id of the catalogue', async () => {
    const profile = 'arn:aws:bedrock:eu-west-1:111122223333:application-inference-profile/abc';
    const reply = await ask(conversation('{}'), request, profile);
    expect([decodeURIComponent(server.sent[0]?.path ?? ''), reply.served.model]).toEqual([
      `/model/${profile}/converse-stream`,
      HAIKU,
    ]);
  });

  test('missing access names the model and the remedy', async () => {
    const denied = () => refusal(403, 'AccessDeniedException', 'no access');
    await expect(ask(denied)).rejects.toThrow(/claude-haiku.*enable the model/s);
  });

  test('a reply that was cut off says so', async () => {
    expect((await ask(conversation('{', 'max_tokens'))).stopReason).toBe('max-tokens');
  });

  test('puts the pieces of a tool call together', async () => {
    const { toolCalls: calls, stopReason } = await ask(toolUse('find', { clause: 'x' }), asking);
    expect([calls, stopReason]).toEqual([
      [{ id: 'call-1', name: 'find', input: { clause: 'x' } }],
      'tool-use',
    ]);
  });

  test('asks for a shape as a tool that must be called, and its input is the reply', async () => {
    const reply = await ask(toolUse('reply', { days: 30 }), shaped);
    expect([reply.text, reply.stopReason, sent()]).toEqual([
      '{"days":30}',
      'end',
      expect.objectContaining({
        toolConfig: expect.objectContaining({ toolChoice: { tool: { name: 'reply' } } }),
      }),
    ]);
  });

  test('sends what was said and what tools returned', async () => {
    const messages = [
      { role: 'system', text: 'Be brief.' },
      { role: 'user', text: 'When?' },
      { role: 'assistant', text: '', toolCalls: [{ id: 'c', name: 'find', input: { a: 1 } }] },
      { role: 'tool', toolCallId: 'c', text: 'in 30 days' },
    ] as const;
    await ask(conversation('ok'), { ...asking, messages });
    expect(sent()).toMatchObject({
      system: [{ text: 'Be brief.' }],
      messages: [
        { role: 'user', content: [{ text: 'When?' }] },
        { role: 'assistant', content: [{ toolUse: { toolUseId: 'c', input: { a: 1 } } }] },
        { role: 'user', content: [{ toolResult: { toolUseId: 'c' } }] },
      ],
    });
  });
});

describe('openAiLanguageModel', () => {
  const ask = async (reply: () => Reply, asked = request) => {
    server = await startStandIn(reply);
    const endpoint = { url: `${server.url}/v1/`, model: 'llama', apiKey: 'secret' };
    return collectReply(openAiLanguageModel(endpoint).generate(asked));
  };

  test('sends the prompt to chat completions with the key', async () => {
    await ask(completion('ok'));
    expect(server.sent[0]).toMatchObject({
      path: '/v1/chat/completions',
      headers: { authorization: 'Bearer secret' },
    });
  });

  test('waits as long as the server says', async () => {
    const busy = () => ({ status: 429, headers: { 'retry-after': '7' } });
    await expect(ask(busy)).rejects.toMatchObject({ waitMs: 7_000, retryAfterSeconds: 7 });
  });

  test('a server that does not run is out of reach', async () => {
    server = await startStandIn(() => ({}));
    const model = openAiLanguageModel({ url: 'http://127.0.0.1:9/v1', model: 'llama' });
    await expect(collectReply(model.generate(request))).rejects.toMatchObject({
      failure: 'unreachable',
    });
  });

  test('a reply that is no stream is refused', async () => {
    await expect(ask(() => ({ body: { text: 'hello' } }))).rejects.toThrow('must stream');
  });

  test('puts the pieces of a tool call together', async () => {
    const { toolCalls: calls, stopReason } = await ask(toolCalls('find', { clause: 'x' }), asking);
    expect([calls, stopReason]).toEqual([
      [{ id: 'call-1', name: 'find', input: { clause: 'x' } }],
      'tool-use',
    ]);
  });

  test('asks for a shape as a JSON schema', async () => {
    await ask(completion('{}'), shaped);
    expect(sent()).toMatchObject({ response_format: { type: 'json_schema' } });
  });

  test('a server that knows JSON mode alone gets the shape beside it, once and for all', async () => {
    const knows = (body: string) => body.includes('"type":"json_object"');
    server = await startStandIn(({ body }) =>
      knows(body)
        ? completion('{"days":30}')()
        : { status: 500, body: { error: { message: 'response_format: json_object expected' } } },
    );
    const model = openAiLanguageModel({ url: `${server.url}/v1`, model: 'llama' });
    const [first, second] = [
      await collectReply(model.generate(shaped)),
      await collectReply(model.generate(shaped)),
    ];
    expect([first.text, second.text, server.sent.map(({ body }) => knows(body))]).toEqual([
      '{"days":30}',
      '{"days":30}',
      [false, true, true],
    ]);
  });

  test('a server that repeats the name of a tool with every piece calls it once', async () => {
    const piece = (json: string) =>
      delta({ tool_calls: [{ index: 0, function: { name: 'find', arguments: json } }] });
    const { toolCalls: calls } = await ask(
      chunks([piece('{"clause"'), piece(':"x"}'), end('tool_calls')]),
      asking,
    );
    expect(calls).toEqual([{ id: 'call-0', name: 'find', input: { clause: 'x' } }]);
  });

  test('estimates the tokens where the server does not count them', async () => {
    const { usage } = await ask(() => {
      const events = [delta({ content: 'in 30 days' }), end('stop')];
      return chunks(events)();
    });
    expect([usage.inputTokens, usage.outputTokens]).toEqual([6, 4]);
  });
});
