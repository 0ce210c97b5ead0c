import { BedrockRuntimeClient, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
import * as z from 'zod';
import { ModelReplyError } from '../errors.ts';
import type { Embedder } from '../ports.ts';
import { callAws } from './aws-errors.ts';
import { type ClientSettings, clientSettings } from './client-settings.ts';
import { mapConcurrently } from './map-concurrently.ts';
import { lazily } from '../lazily.ts';

/** Titan takes one text a call: as many calls in flight as a document usually has chunks. */
const CONCURRENCY = 8;
/** Titan Text Embeddings v2 takes 50,000 characters and refuses an empty text. */
const MAX_CHARACTERS = 50_000;

const replySchema = /* @__PURE__ */ lazily(() =>
  z.object({
    embedding: z.array(z.number()),
    inputTextTokenCount: z.number(),
  }),
);

/** Unit vectors by Titan Text Embeddings v2. Needs bedrock:InvokeModel on the model. */
export function titanEmbedder(options: {
  readonly embeddingModelId: string;
  readonly embeddingDimensions: 256 | 512 | 1_024;
  readonly client?: ClientSettings;
}): Embedder {
  const { embeddingModelId: modelId, embeddingDimensions: dimensions } = options;
  const client = new BedrockRuntimeClient(
    clientSettings(options.client ?? {}, { requestTimeoutMs: 20_000, attempts: 6 }),
  );
  const call = {
    service: 'Bedrock',
    resource: modelId,
    remedy: 'allow the model to this role and enable it for the account and region',
  };
  async function embedOne(text: string) {
    const command = new InvokeModelCommand({
      modelId,
      contentType: 'application/json',
      accept: 'application/json',
      body: JSON.stringify({
        inputText: text.slice(0, MAX_CHARACTERS) || ' ',
        dimensions,
        normalize: true,
      }),
    });
    const { body } = await callAws(call, () => client.send(command));
    const reply = replySchema().parse(JSON.parse(new TextDecoder().decode(body)));
    if (reply.embedding.length === dimensions) return reply;
    throw new ModelReplyError(
      `${modelId} must return ${dimensions} dimensions, got ${reply.embedding.length}; ` +
        'set models.embedding.dimensions in config/models.ts to what the model and the index have',
    );
  }
  return {
    model: modelId,
    dimensions,
    async embed(texts) {
      const replies = await mapConcurrently(texts, CONCURRENCY, embedOne);
      return {
        vectors: replies.map(({ embedding }) => Float32Array.from(embedding)),
        tokens: replies.reduce((sum, reply) => sum + reply.inputTextTokenCount, 0),
      };
    },
  };
}
