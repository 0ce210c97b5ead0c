import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { type ClientSettings, clientSettings } from '../client-settings.ts';
import { titanEmbedder } from '../embedder.ts';
import { ask, PATIENCE } from './ask.ts';

/** Calls models with one word: what proves that they may be called. It costs a fraction of a cent. */
export function modelCalls(client: ClientSettings) {
  const bedrock = new BedrockRuntimeClient(clientSettings(client, PATIENCE));
  return {
    async generates(id: string): Promise<void> {
      await ask({ service: 'Bedrock', resource: id, needs: 'bedrock:InvokeModel' }, () =>
        bedrock.send(
          new ConverseCommand({
            modelId: id,
            messages: [{ role: 'user', content: [{ text: 'Hello' }] }],
            inferenceConfig: { maxTokens: 1 },
          }),
        ),
      );
    },
    /** As the product embeds: the vectors have the dimensions that the index has. */
    async embeds(embeddingModelId: string, embeddingDimensions: 256 | 512 | 1_024): Promise<void> {
      await titanEmbedder({ embeddingModelId, embeddingDimensions, client }).embed(['Hello']);
    },
  };
}
