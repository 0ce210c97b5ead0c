import { json } from './server.ts';
import type { StandIn } from './server.ts';

interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minimum?: number;
}
interface ChatRequest {
  readonly messages: readonly { readonly role: string; readonly content: unknown }[];
  readonly tools?: readonly {
    readonly function: { readonly name: string; readonly parameters: Schema };
  }[];
  readonly tool_choice?: unknown;
}

/**
 * An OpenAI-compatible server behind the emulator's Bedrock. It has no language: a tool is called
 * with the least that its schema takes, but for the texts that `known` gives by their property; a
 * question is answered with the first quoted passage.
 */
export function chat(known: Readonly<Record<string, string>>): StandIn {
  return async ({ url, body }) => {
    if (url.pathname !== '/v1/chat/completions') return undefined;
    const request: ChatRequest = JSON.parse(body.toString('utf8'));
    const [tool] = request.tools ?? [];
    const message =
      tool === undefined
        ? { role: 'assistant', content: 'The documents say so [1].' }
        : {
            role: 'assistant',
            content: null,
            tool_calls: [
              {
                id: 'call-1',
                type: 'function',
                function: {
                  name: tool.function.name,
                  arguments: JSON.stringify(least(tool.function.parameters, known)),
                },
              },
            ],
          };
    const usage = { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110 };
    return json({
      object: 'chat.completion',
      choices: [{ index: 0, message, finish_reason: 'stop' }],
      usage,
    });
  };
}

/** The least value that a JSON Schema takes. */
function least(schema: Schema, known: Readonly<Record<string, string>>): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.anyOf !== undefined)
    return least(schema.anyOf.find(({ type }) => type === 'null') ?? schema.anyOf[0] ?? {}, known);
  const type = typeof schema.type === 'string' ? schema.type : (schema.type ?? []).at(-1);
  if (type === 'object') {
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([key, inner]) => [
        key,
        known[key] ?? least(inner, known),
      ]),
    );
  }
  if (type === 'array')
    return Array.from({ length: schema.minItems ?? 0 }, () => least(schema.items ?? {}, known));
  if (type === 'number' || type === 'integer') return schema.minimum ?? 0;
  if (type === 'boolean') return false;
  return type === 'string' ? '' : null;
}
