import * as z from 'zod';
import { AccessError, ModelReplyError, NotFoundError, UnavailableError } from '../errors.ts';
import { estimateTokens } from '../domain/llmops/chunking.ts';
import type { LanguageModelRequest } from '../domain/gateway/language-model-exchange.ts';
import type { LanguageModel } from '../ports.ts';
import { withoutFence } from './json-reply.ts';

const REQUEST_TIMEOUT_MS = 120_000;

const completionSchema = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.string().nullable() }),
        finish_reason: z.string().nullish(),
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish(),
});
const deltaSchema = z.object({
  choices: z.array(z.object({ delta: z.object({ content: z.string().nullish() }) })),
});

export interface OpenAiEndpoint {
  /** Up to and including the version, such as `http://localhost:11434/v1`. */
  readonly url: string;
  readonly model: string;
  readonly apiKey?: string;
}

/** Any server with OpenAI's chat completions: Ollama, vLLM, a gateway. */
export function openAiLanguageModel(endpoint: OpenAiEndpoint): LanguageModel {
  return {
    reader: endpoint.model,
    async generate(request) {
      const response = await post(endpoint, request, false);
      const parsed = completionSchema.safeParse(await response.json());
      const choice = parsed.data?.choices[0];
      if (!parsed.success || !choice) {
        throw new ModelReplyError(
          `${endpoint.url} must reply as OpenAI's chat completions do: ${parsed.error?.message}`,
        );
      }
      return {
        text: withoutFence(choice.message.content ?? ''),
        model: endpoint.model,
        usage: {
          inputTokens: parsed.data.usage?.prompt_tokens ?? estimateTokens(request.prompt),
          outputTokens:
            parsed.data.usage?.completion_tokens ?? estimateTokens(choice.message.content ?? ''),
        },
        stopReason: stopReason(choice.finish_reason),
        fallback: 'none',
      };
    },
    async *stream(request) {
      const { body } = await post(endpoint, request, true);
      if (!body) return;
      for await (const data of serverSentData(body)) {
        if (data === '[DONE]') return;
        const delta = deltaSchema.safeParse(JSON.parse(data));
        const text = delta.data?.choices[0]?.delta.content;
        if (text) yield text;
      }
    },
  };
}

async function post(
  { url, model, apiKey }: OpenAiEndpoint,
  request: LanguageModelRequest,
  stream: boolean,
): Promise<Response> {
  const response = await fetch(`${url.replace(/\/+$/, '')}/chat/completions`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}),
    },
    body: JSON.stringify({
      model,
      messages: [{ role: 'user', content: request.prompt }],
      max_tokens: request.maxOutputTokens,
      temperature: 0,
      stream,
    }),
    signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
  }).catch((cause: unknown) => {
    throw new UnavailableError(`${url} must answer; check that the model server runs`, 5, {
      cause,
    });
  });
  if (response.ok) return response;
  throw await refused(response, `model ${model} at ${url}`);
}

async function refused(response: Response, what: string): Promise<Error> {
  const said = `${what} answered ${response.status}: ${(await response.text()).slice(0, 300)}`;
  if (response.status === 401 || response.status === 403) {
    return new AccessError(`${said}; give an API key that may use the model`);
  }
  if (response.status === 404) {
    return new NotFoundError(`${said}; check the URL's version path and that the model is loaded`);
  }
  if (response.status === 429 || response.status >= 500) {
    const seconds = Number(response.headers.get('retry-after'));
    return new UnavailableError(`${said}; try again later`, seconds > 0 ? seconds : 2);
  }
  return new ModelReplyError(said);
}

/** The data of each event; an event may arrive in pieces. */
async function* serverSentData(body: ReadableStream<Uint8Array>): AsyncIterable<string> {
  let pending = '';
  const decoder = new TextDecoder();
  for await (const piece of body) {
    pending += decoder.decode(piece, { stream: true });
    const lines = pending.split(/\r?\n/);
    pending = lines.pop() ?? '';
    for (const line of lines) {
      if (line.startsWith('data:')) yield line.slice(5).trim();
    }
  }
  if (pending.startsWith('data:')) yield pending.slice(5).trim();
}

function stopReason(reason: string | null | undefined) {
  if (reason === 'length') return 'max-tokens';
  if (reason === 'content_filter') return 'filtered';
  return 'end';
}
