import * as z from 'zod';

export const promptTasks = [
  'answer-question',
  'plan-question',
  'classify-document',
  'extract-fields',
] as const;
export type PromptTask = (typeof promptTasks)[number];

/** JSON Schema 2020-12 as `z.toJSONSchema` writes it: what providers take for tools and replies. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export interface ToolCall {
  readonly id: string;
  readonly name: string;
  /** JSON that the caller checks against the tool's schema: models do not always keep to it. */
  readonly input: unknown;
}
export type Message =
  | { readonly role: 'system' | 'user'; readonly text: string }
  | { readonly role: 'assistant'; readonly text: string; readonly toolCalls?: readonly ToolCall[] }
  | { readonly role: 'tool'; readonly toolCallId: string; readonly text: string };

export interface Tool {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: JsonSchema;
}

/** A model reads `messages`; the extractive reader, which is not an LLM, reads `variables`. */
export interface LanguageModelRequest {
  readonly tenant: string;
  readonly task: PromptTask;
  readonly messages: readonly Message[];
  readonly tools?: readonly Tool[];
  /** The tool that must be called; with `tools` and without it the model decides. */
  readonly toolChoice?: string;
  /** The reply's text is to be JSON of this shape. */
  readonly outputSchema?: JsonSchema;
  /** What the messages were rendered from. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly maxOutputTokens: number;
}

export interface GenerateOptions {
  /** Aborted: the call ends at once and costs nothing more. */
  readonly signal?: AbortSignal;
  /**
   * Asked before a reply that broke off is begun anew: true once any of it has reached a reader, who
   * must not see two beginnings. @default never
   */
  readonly isReleased?: () => boolean;
  /** What may still be spent on the question; calls that serve one question share it. */
  readonly allowance?: Allowance;
}

/** Calls that were made over the wire for one question, and since when. */
export interface Allowance {
  readonly callsOf: Map<string, number>;
  startedAtMs: number | null;
}

/** Which model replies, and how it came to. */
export const servedSchema = () =>
  z.strictObject({
    /** `extractive`, or the model's id as in `config/models.ts`. */
    model: z.string(),
    /** True where another model than the one that was asked for replies. */
    fallback: z.boolean(),
    /** True where the reply was kept from an earlier call. */
    cached: z.boolean(),
  });
export type Served = z.infer<ReturnType<typeof servedSchema>>;

const tokenCount = () => z.int().nonnegative();

/**
 * `served` begins a reply and voids what came before it: the gateway may begin anew with another model.
 * Then text and tool calls; `usage` once; `stop` is the last event of a whole reply.
 */
export const languageModelEventSchema = () =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('served'), ...servedSchema().shape }),
    z.strictObject({ type: z.literal('text'), text: z.string() }),
    z.strictObject({
      type: z.literal('tool-call'),
      id: z.string(),
      name: z.string(),
      input: z.unknown(),
    }),
    z.strictObject({
      type: z.literal('usage'),
      inputTokens: tokenCount(),
      outputTokens: tokenCount(),
      /** Null where no price is known, and from an adapter, which knows none. */
      costUsd: z.number().nullable(),
    }),
    z.strictObject({
      type: z.literal('stop'),
      /** `refused`: by the model or by its provider's content filter. */
      reason: z.enum(['end', 'max-tokens', 'tool-use', 'refused']),
    }),
  ]);
export type LanguageModelEvent = z.infer<ReturnType<typeof languageModelEventSchema>>;
export type StopReason = Extract<LanguageModelEvent, { type: 'stop' }>['reason'];
