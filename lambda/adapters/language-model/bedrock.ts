import {
  BedrockRuntimeClient,
  ConverseStreamCommand,
  type ConverseStreamOutput,
} from '@aws-sdk/client-bedrock-runtime';
import {
  ContextOverflowError,
  type ModelFailure,
  ModelReplyError,
  ModelUnavailableError,
  StrataError,
  UnavailableError,
} from '../../errors.ts';
import type {
  LanguageModelEvent,
  StopReason,
} from '../../domain/gateway/language-model-exchange.ts';
import type { LanguageModel } from '../../ports.ts';
import { type AwsCall, translateAwsError } from '../aws-errors.ts';
import { REPLY_TOOL, converseInput } from './bedrock-request.ts';
import { type ClientSettings, clientSettings } from '../client-settings.ts';
import type { ModelChoice } from './providers.ts';

export interface BedrockModel {
  /** Id as in `config/models.ts`: what answers and prices name. */
  readonly id: string;
  /** What is called instead: the ARN of an application inference profile. */
  readonly profile?: string | undefined;
}

/** A reply's events; the gateway's own limits are shorter. */
const REQUEST_TIMEOUT_MS = 120_000;
/** Node's codes of a connection that could not be made or was lost: ECONNRESET and the like. */
const NETWORK = /^(E[A-Z]+|UND_ERR_\w+)$/;
const OVERFLOW =
  /too long|context (?:length|limit|window)|maximum (?:number of )?(?:input )?tokens/i;

/** Found by its name: see `providers.ts`. */
export function openModel({ id, profile, region }: ModelChoice): LanguageModel {
  const client = region === undefined ? {} : { region };
  return bedrockLanguageModel({ model: { id, profile }, client });
}

/**
 * ConverseStream. Only speaks the wire: one attempt a call, trying again is the gateway's. Needs
 * bedrock:InvokeModelWithResponseStream on the profile **and** on the foundation model in every
 * region that the profile reaches.
 */
export function bedrockLanguageModel(options: {
  readonly model: BedrockModel;
  readonly client?: ClientSettings;
}): LanguageModel {
  const { model } = options;
  const client = new BedrockRuntimeClient({
    ...clientSettings(options.client ?? {}, { requestTimeoutMs: REQUEST_TIMEOUT_MS, attempts: 1 }),
    maxAttempts: 1,
  });
  return {
    reader: model.id,
    async *generate(request, { signal } = {}) {
      let isBegun = false;
      try {
        const command = new ConverseStreamCommand(
          converseInput(model.profile ?? model.id, request),
        );
        const { stream } = await client.send(command, signal ? { abortSignal: signal } : {});
        isBegun = true;
        yield { type: 'served', model: model.id, fallback: false, cached: false };
        yield* replyEvents(stream ?? [], model, request.outputSchema !== undefined);
      } catch (error) {
        signal?.throwIfAborted();
        throw ofModel(model, error, isBegun);
      }
    },
  };
}

async function* replyEvents(
  stream: AsyncIterable<ConverseStreamOutput> | readonly ConverseStreamOutput[],
  model: BedrockModel,
  wantsJson: boolean,
): AsyncIterable<LanguageModelEvent> {
  let call: { id: string; name: string; json: string } | null = null;
  let reason: string | undefined;
  let usage = { inputTokens: 0, outputTokens: 0 };
  for await (const event of stream) {
    const begun = event.contentBlockStart?.start?.toolUse;
    if (begun !== undefined) call = { id: begun.toolUseId ?? '', name: begun.name ?? '', json: '' };
    const delta = event.contentBlockDelta?.delta;
    const piece = delta?.toolUse?.input ?? '';
    const isReply: boolean = wantsJson && call?.name === REPLY_TOOL;
    if (delta?.text) yield { type: 'text', text: delta.text };
    else if (piece !== '' && isReply) yield { type: 'text', text: piece };
    else if (piece !== '' && call !== null) call.json += piece;
    if (event.contentBlockStop !== undefined && call !== null) {
      if (!isReply) yield { type: 'tool-call', ...toolCall(call, model) };
      call = null;
    }
    reason = event.messageStop?.stopReason ?? reason;
    if (event.metadata?.usage) {
      const { inputTokens = 0, outputTokens = 0 } = event.metadata.usage;
      usage = { inputTokens, outputTokens };
    }
  }
  if (reason === undefined) {
    const message = `Bedrock must end the reply of ${model.id} with its reason, and broke it off`;
    throw new ModelUnavailableError('interrupted', `${message}; try again`);
  }
  yield { type: 'usage', ...usage, costUsd: null };
  yield { type: 'stop', reason: stopReason(reason, model, wantsJson) };
}

function toolCall(
  { id, name, json }: { id: string; name: string; json: string },
  model: BedrockModel,
) {
  try {
    const input: unknown = JSON.parse(json === '' ? '{}' : json);
    return { id, name, input };
  } catch (cause) {
    throw new ModelReplyError(
      `${model.id} must call ${name} with JSON, got ${json.slice(0, 100)}`,
      {
        cause,
      },
    );
  }
}

function stopReason(reason: string, model: BedrockModel, wantsJson: boolean): StopReason {
  switch (reason) {
    case 'max_tokens':
      return 'max-tokens';
    case 'guardrail_intervened':
    case 'content_filtered':
      return 'refused';
    case 'tool_use':
      // The shape of a reply is asked for as a tool: for the caller it is a reply.
      return wantsJson ? 'end' : 'tool-use';
    case 'model_context_window_exceeded':
      throw overflow(model, 'the reply did not fit its context');
    case 'malformed_model_output':
    case 'malformed_tool_use':
      throw new ModelReplyError(`${model.id} must reply what can be read, Bedrock says ${reason}`);
    default:
      return 'end';
  }
}

/** The failure as a caller of models knows it; `isBegun` when the reply had begun. */
function ofModel(model: BedrockModel, error: unknown, isBegun: boolean): unknown {
  const { name, message, code } = describe(error);
  if (name === 'ValidationException' && OVERFLOW.test(message)) return overflow(model, message);
  const known = translateAwsError(callOf(model), error);
  if (known instanceof ModelUnavailableError) return known;
  const isTransient = known instanceof UnavailableError || NETWORK.test(code);
  if (known instanceof StrataError && !isTransient) return known;
  if (!isBegun && !isTransient) return known;
  return new ModelUnavailableError(
    isBegun ? 'interrupted' : failureOf(name, code),
    known instanceof StrataError ? known.message : `Bedrock ${model.id}: ${message}; try again`,
    { cause: error },
  );
}

function failureOf(name: string, code: string): ModelFailure {
  if (/Throttl|TooManyRequests|ServiceQuota|LimitExceeded/.test(name)) return 'throttled';
  if (/Timeout/.test(name)) return 'slow';
  return NETWORK.test(code) ? 'unreachable' : 'failing';
}

function describe(error: unknown): { name: string; message: string; code: string } {
  const read = (property: string): string => {
    const value: unknown =
      typeof error === 'object' && error !== null ? Reflect.get(error, property) : undefined;
    return typeof value === 'string' ? value : '';
  };
  return { name: read('name'), message: read('message'), code: read('code') };
}

function overflow(model: BedrockModel, said: string): ContextOverflowError {
  return new ContextOverflowError(
    `Bedrock ${model.id}: ${said}; lower rag.contextTokens or choose a model with a larger context`,
  );
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
