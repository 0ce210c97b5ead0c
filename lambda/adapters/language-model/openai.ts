import { EventSourceParserStream } from 'eventsource-parser/stream';
import * as z from 'zod';
import { ConfigurationError, ModelReplyError, ModelUnavailableError } from '../../errors.ts';
import { estimateTokens } from '../../domain/llmops/retrieval/chunking.ts';
import type {
  LanguageModelEvent,
  LanguageModelRequest,
  StopReason,
} from '../../domain/gateway/language-model-exchange.ts';
import type { LanguageModel } from '../../ports.ts';
import { chatCompletionBody, type ShapeDialect } from './openai-request.ts';
import type { ModelChoice } from './providers.ts';
import { refusedByOpenAi } from './openai-errors.ts';
import { lazily } from '../../lazily.ts';

/** One event of a streamed chat completion; servers add what they like. */
const chunkSchema = /* @__PURE__ */ lazily(() =>
  z.object({
    choices: z.array(
      z.object({
        delta: z
          .object({
            content: z.string().nullish(),
            /** What the model says instead of a reply. */
            refusal: z.string().nullish(),
            tool_calls: z
              .array(
                z.object({
                  index: z.int().default(0),
                  id: z.string().nullish(),
                  function: z
                    .object({ name: z.string().nullish(), arguments: z.string().nullish() })
                    .nullish(),
                }),
              )
              .nullish(),
          })
          .nullish(),
        finish_reason: z.string().nullish(),
      }),
    ),
    usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish(),
  }),
);
type Chunk = z.infer<ReturnType<typeof chunkSchema>>;

export interface OpenAiEndpoint {
  /** Up to and including the version, such as `http://localhost:11434/v1`. */
  readonly url: string;
  readonly model: string;
  readonly apiKey?: string | undefined;
}

/** Found by its name: see `providers.ts`. */
export function openModel({ id, url, apiKey }: ModelChoice): LanguageModel {
  if (url !== undefined) return openAiLanguageModel({ url, model: id, apiKey });
  throw new ConfigurationError(
    `${id} must have the URL of its server; give --model-url, or url in config/models.ts`,
  );
}

/**
 * Any server with OpenAI's streamed chat completions: Ollama, llama.cpp, LM Studio, vLLM, a gateway.
 * Only speaks the wire: trying again and all else is the gateway's.
 */
export function openAiLanguageModel(endpoint: OpenAiEndpoint): LanguageModel {
  let dialect: ShapeDialect = 'json_schema';
  return {
    reader: endpoint.model,
    async *generate(request, { signal } = {}) {
      let reply = await post(
        endpoint,
        chatCompletionBody(endpoint.model, request, dialect),
        signal,
      );
      if (
        reply.refusal !== null &&
        dialect === 'json_schema' &&
        isOfShape(request, reply.refusal)
      ) {
        // Asked once, and remembered: the refusal came before any token was made.
        dialect = 'json_object';
        reply = await post(endpoint, chatCompletionBody(endpoint.model, request, dialect), signal);
      }
      const events = await opened(endpoint, reply);
      yield { type: 'served', model: endpoint.model, fallback: false, cached: false };
      const reading = new ReplyReader(endpoint, request);
      try {
        for await (const { data } of events) {
          if (data !== '[DONE]') yield* reading.read(data);
        }
      } catch (cause) {
        signal?.throwIfAborted();
        if (cause instanceof ModelReplyError || cause instanceof ModelUnavailableError) throw cause;
        throw brokeOff(endpoint, cause);
      }
      yield* reading.end();
    },
  };
}

interface Posted {
  readonly response: Response;
  /** What a server says that refuses; null where it does not. */
  readonly refusal: string | null;
}

async function post(
  { url, apiKey }: OpenAiEndpoint,
  body: object,
  signal: AbortSignal | undefined,
): Promise<Posted> {
  const response = await fetch(`${url.replace(/\/+$/, '')}/chat/completions`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}),
    },
    body: JSON.stringify(body),
    signal: signal ?? null,
  }).catch((cause: unknown) => {
    signal?.throwIfAborted();
    const message = `${url} must answer and does not; check that the model server runs`;
    throw new ModelUnavailableError('unreachable', message, { cause });
  });
  return { response, refusal: response.ok ? null : await response.text() };
}

/** A refusal that names what asks for a shape. */
function isOfShape({ outputSchema }: LanguageModelRequest, refusal: string): boolean {
  return outputSchema !== undefined && refusal.includes('response_format');
}

async function opened({ url, model }: OpenAiEndpoint, { response, refusal }: Posted) {
  if (refusal !== null) throw refusedByOpenAi(response, refusal, `model ${model} at ${url}`);
  const isStream = response.headers.get('content-type')?.includes('text/event-stream') === true;
  if (!isStream || response.body === null) {
    await response.body?.cancel();
    throw new ModelReplyError(`${url} must stream as OpenAI's chat completions do, and does not`);
  }
  return response.body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream());
}

/** Puts the events of one reply together: a tool call comes in pieces, usage after the end. */
class ReplyReader {
  readonly #endpoint: OpenAiEndpoint;
  readonly #request: LanguageModelRequest;
  readonly #calls = new Map<number, { id: string; name: string; json: string }>();
  #usage: Chunk['usage'] = null;
  #reason: string | null = null;
  #isRefused = false;
  #said = '';

  constructor(endpoint: OpenAiEndpoint, request: LanguageModelRequest) {
    this.#endpoint = endpoint;
    this.#request = request;
  }

  *read(data: string): Iterable<LanguageModelEvent> {
    const chunk = parseChunk(data, this.#endpoint);
    this.#usage = chunk.usage ?? this.#usage;
    const [choice] = chunk.choices;
    if (choice === undefined) return;
    this.#reason = choice.finish_reason ?? this.#reason;
    const { content, refusal, tool_calls: calls } = choice.delta ?? {};
    if (refusal) this.#isRefused = true;
    const text = content ?? refusal;
    if (text) {
      this.#said += text;
      yield { type: 'text', text };
    }
    for (const { index, id, function: called } of calls ?? []) {
      const known = this.#calls.get(index) ?? { id: `call-${index}`, name: '', json: '' };
      this.#calls.set(index, {
        id: id || known.id,
        // Some servers repeat the name with every piece.
        name: known.name || (called?.name ?? ''),
        json: known.json + (called?.arguments ?? ''),
      });
    }
  }

  *end(): Iterable<LanguageModelEvent> {
    if (this.#reason === null) throw brokeOff(this.#endpoint);
    for (const { id, name, json } of this.#calls.values()) {
      yield { type: 'tool-call', id, name, input: parseInput(json, name, this.#endpoint) };
    }
    const shown = this.#request.messages.map(({ text }) => text).join('\n');
    yield {
      type: 'usage',
      inputTokens: this.#usage?.prompt_tokens ?? estimateTokens(shown),
      outputTokens: this.#usage?.completion_tokens ?? estimateTokens(this.#said),
      costUsd: null,
    };
    yield { type: 'stop', reason: this.#stopReason(this.#reason) };
  }

  #stopReason(reason: string): StopReason {
    if (this.#isRefused || reason === 'content_filter') return 'refused';
    if (reason === 'length') return 'max-tokens';
    // Some servers say `stop` after a tool call, some `tool_calls` after a forced one.
    return this.#calls.size > 0 ? 'tool-use' : 'end';
  }
}

function parseChunk(data: string, { url }: OpenAiEndpoint): Chunk {
  const value = parseJson(data);
  const parsed = chunkSchema().safeParse(value);
  if (parsed.success) return parsed.data;
  // A server that fails after it has begun can only say so in the stream.
  if (typeof value === 'object' && value !== null && 'error' in value) {
    const said = JSON.stringify(value.error).slice(0, 300);
    throw new ModelUnavailableError(
      'interrupted',
      `${url} failed in the middle of a reply: ${said}`,
    );
  }
  throw new ModelReplyError(
    `${url} must stream events as OpenAI's chat completions do, got ${data.slice(0, 100)}`,
  );
}

/** Arguments are JSON by the wire's definition; where they are not, the caller's check says so. */
function parseInput(json: string, name: string, { model }: OpenAiEndpoint): unknown {
  const value = parseJson(json === '' ? '{}' : json);
  if (value !== undefined) return value;
  throw new ModelReplyError(`${model} must call ${name} with JSON, got ${json.slice(0, 100)}`);
}

/** Undefined, which no JSON is, where it does not parse. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function brokeOff({ url, model }: OpenAiEndpoint, cause?: unknown): ModelUnavailableError {
  const message = `${url} must end the reply of ${model} with its reason, and broke it off; try again`;
  return new ModelUnavailableError('interrupted', message, { cause });
}
