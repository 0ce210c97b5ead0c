import { bedrockLanguageModel } from '../../lambda/adapters/language-model/bedrock.ts';
import { openAiLanguageModel } from '../../lambda/adapters/language-model/openai.ts';
import { collectReply } from '../../lambda/domain/gateway/collect-reply.ts';
import { extractiveLanguageModel } from '../../local/adapters/language-model.ts';
import { conversation } from '../adapters/bedrock.ts';
import { completion } from '../adapters/openai.ts';
import { type Reply, type SentRequest, type StandIn, startStandIn } from '../adapters/stand-in.ts';
import { throughGateway } from '../domain/gateway/gateway-harness.ts';
import { describeLanguageModelContract } from './language-model.ts';

describeLanguageModelContract('extractiveLanguageModel', () => extractiveLanguageModel());
describeLanguageModelContract('gatewayLanguageModel', () =>
  throughGateway(extractiveLanguageModel()),
);

test('refuses variables that its template does not have', async () => {
  const request = {
    tenant: 'acme',
    task: 'classify-document' as const,
    messages: [],
    variables: { labels: ['the labelled set'] },
    maxOutputTokens: 100,
  };
  const reply = collectReply(extractiveLanguageModel().generate(request));
  await expect(reply).rejects.toThrow('classify-document');
});

const REPLY = 'Payment is due in 30 days [1].';
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
  const { url } = await start(completion(REPLY));
  return openAiLanguageModel({ url: `${url}/v1`, model: 'llama' });
});
