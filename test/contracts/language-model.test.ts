import { bedrockLanguageModel } from '../../lambda/adapters/language-model.ts';
import { openAiLanguageModel } from '../../lambda/adapters/language-model-openai.ts';
import { extractiveLanguageModel } from '../../local/adapters/language-model.ts';
import { conversation } from '../adapters/bedrock.ts';
import { type Reply, type SentRequest, type StandIn, startStandIn } from '../adapters/stand-in.ts';
import { describeLanguageModelContract } from './language-model.ts';

describeLanguageModelContract('extractiveLanguageModel', () => extractiveLanguageModel());

test('refuses variables that its template does not have', async () => {
  const request = {
    tenant: 'acme',
    task: 'classify-document' as const,
    prompt: '',
    variables: { labels: ['the labelled set'] },
    maxOutputTokens: 100,
  };
  await expect(extractiveLanguageModel().generate(request)).rejects.toThrow('classify-document');
});

/** What a model replies to the contract's prompt. */
const REPLY = JSON.stringify({
  answerable: true,
  answer: '30 days',
  citations: [{ chunk: 'd1/0', quote: 'Payment is due in 30 days.' }],
});
const servers: StandIn[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});
const start = async (reply: (request: SentRequest) => Reply) => {
  const server = await startStandIn(reply);
  servers.push(server);
  return server;
};

describeLanguageModelContract('bedrockLanguageModel', async () => {
  const { client } = await start(conversation(REPLY));
  return bedrockLanguageModel({ model: { id: 'eu.amazon.nova-lite-v1:0' }, client });
});

describeLanguageModelContract('openAiLanguageModel', async () => {
  const pieces = [REPLY.slice(0, 20), REPLY.slice(20)].map((content) =>
    JSON.stringify({ choices: [{ delta: { content } }] }),
  );
  const { url } = await start(({ body }) =>
    body.includes('"stream":true')
      ? { body: [...pieces, '[DONE]'].map((data) => `data: ${data}\n\n`).join('') }
      : {
          body: {
            choices: [{ message: { content: REPLY }, finish_reason: 'stop' }],
            usage: { prompt_tokens: 31, completion_tokens: 12 },
          },
        },
  );
  return openAiLanguageModel({ url: `${url}/v1`, model: 'llama' });
});
