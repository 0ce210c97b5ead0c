import { bedrockLanguageModel } from '../../lambda/adapters/language-model/bedrock.ts';
import { openAiLanguageModel } from '../../lambda/adapters/language-model/openai.ts';
import { generateParsed } from '../../lambda/domain/llmops/model-reply.ts';
import { collectReply } from '../../lambda/domain/gateway/collect-reply.ts';
import type { LanguageModel } from '../../lambda/ports.ts';
import * as z from 'zod';
import { hurried, request, throughGateway } from '../domain/gateway/gateway-harness.ts';
import * as bedrock from './bedrock.ts';
import * as openai from './openai.ts';
import { type Reply, type StandIn, startStandIn } from './stand-in.ts';

const encoder = new TextEncoder();

/** What goes wrong → what each provider sends then. */
const FAULTS: Readonly<Record<string, { bedrock: () => Reply; openai: () => Reply }>> = {
  'an unknown key': {
    bedrock: () => bedrock.refusal(401, 'UnrecognizedClientException', 'invalid token'),
    openai: () => ({ status: 401, body: { error: { message: 'bad key' } } }),
  },
  'a key without access': {
    bedrock: () => bedrock.refusal(403, 'AccessDeniedException', 'no access'),
    openai: () => ({ status: 403, body: { error: { message: 'no access' } } }),
  },
  'an unknown model': {
    bedrock: () => bedrock.refusal(404, 'ResourceNotFoundException', 'no such model'),
    openai: () => ({ status: 404, body: { error: { message: 'no such model' } } }),
  },
  'a throttle': {
    bedrock: () => bedrock.refusal(429, 'ThrottlingException', 'too many tokens'),
    openai: () => ({ status: 429, headers: { 'retry-after': '2' } }),
  },
  'a failure of the server': {
    bedrock: () => bedrock.refusal(500, 'InternalServerException', 'sorry'),
    openai: () => ({ status: 503 }),
  },
  silence: {
    bedrock: () => ({ body: never(new Uint8Array()) }),
    openai: () => ({ headers: openai.EVENT_STREAM, body: never(encoder.encode(': hello\n\n')) }),
  },
  'half a stream': {
    bedrock: bedrock.streamed([
      bedrock.event('messageStart', { role: 'assistant' }),
      bedrock.event('contentBlockDelta', { contentBlockIndex: 0, delta: { text: 'Payment' } }),
    ]),
    openai: () => ({
      headers: openai.EVENT_STREAM,
      body: openai.data(openai.delta({ content: 'Payment' })),
    }),
  },
  'a connection that is lost': {
    bedrock: () => ({
      headers: { 'content-type': 'application/vnd.amazon.eventstream' },
      body: lost(bedrock.event('messageStart', { role: 'assistant' })),
    }),
    openai: () => ({
      headers: openai.EVENT_STREAM,
      body: lost(encoder.encode(openai.data(openai.delta({ content: 'Payment' })))),
    }),
  },
  'a failure in the stream': {
    bedrock: bedrock.streamed([
      bedrock.event('messageStart', { role: 'assistant' }),
      bedrock.exception('modelStreamErrorException', 'it broke'),
    ]),
    openai: openai.chunks([openai.delta({ content: 'Pay' }), { error: { message: 'it broke' } }]),
  },
  'a prompt beyond the context': {
    bedrock: () => bedrock.refusal(400, 'ValidationException', 'Input is too long for the model'),
    openai: () => ({ status: 400, body: { error: { code: 'context_length_exceeded' } } }),
  },
  'a stop by the content filter': {
    bedrock: bedrock.conversation('I', 'content_filtered'),
    openai: openai.completion('I', 'content_filter'),
  },
  'a reply without JSON': {
    bedrock: bedrock.conversation('Sure! In 30 days.'),
    openai: openai.completion('Sure! In 30 days.'),
  },
  'JSON of another shape': {
    bedrock: bedrock.conversation('{"days": "thirty"}'),
    openai: openai.completion('{"days": "thirty"}'),
  },
};
/** Outcome, and calls over the wire: transient failures three, a repair two, all else one. */
const OUTCOMES = [
  ['an unknown key', { name: 'AccessError' }, 1],
  ['a key without access', { name: 'AccessError' }, 1],
  ['an unknown model', { name: 'NotFoundError' }, 1],
  ['a throttle', { name: 'ModelUnavailableError', failure: 'throttled' }, 3],
  ['a failure of the server', { name: 'ModelUnavailableError', failure: 'failing' }, 3],
  ['silence', { name: 'ModelUnavailableError', failure: 'slow' }, 3],
  ['half a stream', { name: 'ModelUnavailableError', failure: 'interrupted' }, 3],
  ['a connection that is lost', { name: 'ModelUnavailableError', failure: 'interrupted' }, 3],
  ['a failure in the stream', { name: 'ModelUnavailableError', failure: 'interrupted' }, 3],
  ['a prompt beyond the context', { name: 'ContextOverflowError' }, 1],
  ['a stop by the content filter', { name: 'ModelRefusalError' }, 1],
  ['a reply without JSON', { name: 'ModelReplyError' }, 2],
  ['JSON of another shape', { name: 'ModelReplyError' }, 2],
] as const;

const PROVIDERS = {
  bedrock: ({ client }: StandIn) => bedrockLanguageModel({ model: { id: 'nova' }, client }),
  openai: ({ url }: StandIn) => openAiLanguageModel({ url: `${url}/v1`, model: 'llama' }),
};
const schema = z.strictObject({ days: z.int() });
const parse = (model: LanguageModel) =>
  generateParsed(throughGateway(model, hurried), request, schema);

let server: StandIn;
afterEach(() => server.close());

describe.each(['bedrock', 'openai'] as const)('%s', (provider) => {
  test.each(OUTCOMES)('%s has a typed outcome and few calls', async (fault, outcome, calls) => {
    const sends = FAULTS[fault]?.[provider];
    server = await startStandIn(() => sends?.() ?? {});
    const failure: unknown = await parse(PROVIDERS[provider](server)).catch((error) => error);
    expect([failure, server.sent.length]).toEqual([expect.objectContaining(outcome), calls]);
  });

  test('garbage is no reply, and is not asked for again', async () => {
    server = await startStandIn(() => ({ headers: openai.EVENT_STREAM, body: 'data: <html>\n\n' }));
    const failure: unknown = await parse(PROVIDERS[provider](server)).catch((error) => error);
    expect(failure).toBeInstanceOf(Error);
  });

  test('a throttled question makes three calls a model and six in all', async () => {
    const sends = FAULTS['a throttle']?.[provider];
    server = await startStandIn(() => sends?.() ?? {});
    const connect = () => PROVIDERS[provider](server);
    const other = { ...connect(), reader: 'other' };
    const gateway = throughGateway(connect(), { ...hurried, fallback: other });
    await collectReply(gateway.generate(request)).catch(() => null);
    expect(server.sent).toHaveLength(6);
  });

  test('leaving the reply ends the request', async () => {
    const first = {
      bedrock: bedrock.event('contentBlockDelta', { delta: { text: 'Payment' } }),
      openai: encoder.encode(openai.data(openai.delta({ content: 'Payment' }))),
    };
    async function* endless() {
      for (let piece = 0; piece < 400; piece += 1) {
        yield first[provider];
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
    const type = { bedrock: 'application/vnd.amazon.eventstream', openai: 'text/event-stream' };
    server = await startStandIn(() => ({
      headers: { 'content-type': type[provider] },
      body: endless(),
    }));
    const gateway = throughGateway(PROVIDERS[provider](server), hurried);
    for await (const event of gateway.generate(request)) if (event.type === 'text') break;
    await server.whenLeft;
    expect(server.sent).toHaveLength(1);
  });
});

async function* never(first: Uint8Array) {
  yield first;
  await new Promise((resolve) => setTimeout(resolve, 2_000).unref());
}
async function* lost(first: Uint8Array) {
  yield first;
  await new Promise((resolve) => setTimeout(resolve, 20));
  throw new Error('the test cuts the connection');
}
