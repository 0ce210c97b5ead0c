import {
  BedrockRuntimeClient,
  ConverseCommand,
  type ConverseCommandInput,
  type ConverseCommandOutput,
  ConverseStreamCommand,
} from '@aws-sdk/client-bedrock-runtime';
import { UnavailableError } from '../errors.ts';
import type {
  LanguageModelReply,
  LanguageModelRequest,
} from '../domain/gateway/language-model-exchange.ts';
import type { LanguageModel } from '../ports.ts';
import { type AwsCall, translateAwsError } from './aws-errors.ts';
import { type ClientSettings, clientSettings } from './client-settings.ts';
import { withoutFence } from './json-reply.ts';

export interface BedrockModel {
  /** Id as in `config/models.ts`: what answers and prices name. */
  readonly id: string;
  /** What is called instead: the ARN of an application inference profile. */
  readonly profile?: string | undefined;
}

/**
 * Converse and ConverseStream. A busy or failing model is followed by the fallback, marked
 * `other-model`. Needs bedrock:InvokeModel and InvokeModelWithResponseStream on the profile **and**
 * on the foundation model in every region that the profile reaches.
 */
export function bedrockLanguageModel(options: {
  readonly model: BedrockModel;
  readonly fallback?: BedrockModel;
  readonly client?: ClientSettings;
}): LanguageModel {
  const { model, fallback } = options;
  const client = new BedrockRuntimeClient(
    clientSettings(options.client ?? {}, { requestTimeoutMs: 120_000, attempts: 3 }),
  );
  async function converse(chosen: BedrockModel, request: LanguageModelRequest) {
    try {
      return reply(chosen, await client.send(new ConverseCommand(input(chosen, request))));
    } catch (error) {
      throw translateAwsError(callOf(chosen), error);
    }
  }
  return {
    reader: model.id,
    async generate(request) {
      try {
        return await converse(model, request);
      } catch (error) {
        if (!fallback || !(error instanceof UnavailableError)) throw error;
        return { ...(await converse(fallback, request)), fallback: 'other-model' };
      }
    },
    async *stream(request) {
      try {
        const { stream } = await client.send(new ConverseStreamCommand(input(model, request)));
        for await (const event of stream ?? []) {
          const text = event.contentBlockDelta?.delta?.text;
          if (text) yield text;
        }
      } catch (error) {
        throw translateAwsError(callOf(model), error);
      }
    },
  };
}

/** Temperature 0: the same document gives the same fields as far as the model allows. */
function input(model: BedrockModel, request: LanguageModelRequest): ConverseCommandInput {
  return {
    modelId: model.profile ?? model.id,
    messages: [{ role: 'user', content: [{ text: request.prompt }] }],
    inferenceConfig: { maxTokens: request.maxOutputTokens, temperature: 0 },
    // Stands in the invocation log, so that cost can be told apart by tenant and task.
    requestMetadata: { tenant: request.tenant, task: request.task },
  };
}

function reply(model: BedrockModel, output: ConverseCommandOutput): LanguageModelReply {
  const text = (output.output?.message?.content ?? []).map((block) => block.text ?? '').join('');
  return {
    text: withoutFence(text),
    model: model.id,
    usage: {
      inputTokens: output.usage?.inputTokens ?? 0,
      outputTokens: output.usage?.outputTokens ?? 0,
    },
    stopReason: stopReason(output),
    fallback: 'none',
  };
}

function stopReason({ stopReason: reason }: ConverseCommandOutput) {
  if (reason === 'max_tokens') return 'max-tokens';
  if (reason === 'guardrail_intervened' || reason === 'content_filtered') return 'filtered';
  return 'end';
}

function callOf(model: BedrockModel): AwsCall {
  return {
    service: 'Bedrock',
    resource: model.id,
    remedy:
      `enable the model ${model.id} for this account and region in the Bedrock console ` +
      '(Anthropic models ask for the use case once) and allow its profile and its foundation ' +
      'model to this role',
  };
}
