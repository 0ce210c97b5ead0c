import { bedrockLanguageModel } from '../../lambda/adapters/language-model/bedrock.ts';
import { openAiLanguageModel } from '../../lambda/adapters/language-model/openai.ts';
import { scripted, hurried, throughGateway } from '../domain/gateway/gateway-harness.ts';
import { ANSWER, answerOf, watch } from '../domain/llmops/answer-harness.ts';
import * as bedrock from './bedrock.ts';
import * as openai from './openai.ts';
import { type Reply, type StandIn, startStandIn } from './stand-in.ts';

/** What a whole question costs in calls, over Bedrock's wire and that of an OpenAI-compatible server. */

const BUSY = {
  bedrock: () => bedrock.refusal(429, 'ThrottlingException', 'too many tokens'),
  openai: () => ({ status: 429, headers: { 'retry-after': '0' } }),
};
const SAYS = { bedrock: bedrock.conversation, openai: openai.completion };
type Provider = keyof typeof BUSY;

let servers: Readonly<Record<Provider, StandIn>>;
afterEach(() => Promise.all(Object.values(servers).map((server) => server.close())));

/** A question to the first provider's model and then the other's, each with what its server does. */
async function ask(first: Provider, does: Readonly<Record<Provider, () => Reply>>) {
  servers = {
    bedrock: await startStandIn(() => does.bedrock()),
    openai: await startStandIn(() => does.openai()),
  };
  const models = {
    bedrock: bedrockLanguageModel({ model: { id: 'nova' }, client: servers.bedrock.client }),
    openai: openAiLanguageModel({ url: `${servers.openai.url}/v1`, model: 'llama' }),
  };
  const other = first === 'bedrock' ? 'openai' : 'bedrock';
  const gateway = throughGateway(models[first], { ...hurried, fallback: models[other] });
  const extractive = scripted('extractive', 'Delaware [2]');
  const watched = watch();
  const answer = await answerOf(gateway, { extractive, isGateway: true, release: watched.release });
  const calls = { first: servers[first].sent.length, other: servers[other].sent.length };
  return { answer, calls, parts: watched.parts };
}

describe.each(['bedrock', 'openai'] as const)('%s is asked first', (first) => {
  const other = first === 'bedrock' ? 'openai' : 'bedrock';

  test('where both are throttled each is called three times, and the reader answers', async () => {
    const { answer, calls } = await ask(first, BUSY);
    expect([calls, answer.fallback]).toEqual([{ first: 3, other: 3 }, 'extractive']);
  });

  test('where it is throttled the other answers at its first call', async () => {
    const { answer, calls } = await ask(first, { ...BUSY, [other]: SAYS[other](ANSWER) });
    expect([calls, answer.fallback]).toEqual([{ first: 3, other: 1 }, 'other-model']);
  });

  test('a reply that is sent back and then throttled makes six calls at most', async () => {
    let isFirst = true;
    const once = () => {
      const says = isFirst ? SAYS[first]('In 30 days.') : BUSY[first];
      isFirst = false;
      return says();
    };
    const { answer, calls } = await ask(first, { ...BUSY, [first]: once });
    expect([calls, answer.fallback]).toEqual([{ first: 3, other: 3 }, 'extractive']);
  });

  test('an answer of which a sentence was released is not asked for again', async () => {
    const broken = {
      bedrock: bedrock.streamed([
        bedrock.event('messageStart', { role: 'assistant' }),
        bedrock.event('contentBlockDelta', { contentBlockIndex: 0, delta: { text: ANSWER } }),
        bedrock.exception('throttlingException', 'too many tokens'),
      ]),
      openai: openai.chunks([openai.delta({ content: ANSWER }), { error: { message: 'busy' } }]),
    };
    const { answer, calls, parts } = await ask(first, { ...BUSY, [first]: broken[first] });
    expect([calls, answer.status, parts.length]).toEqual([
      { first: 1, other: 0 },
      'interrupted',
      1,
    ]);
  });
});
