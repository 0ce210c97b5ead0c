import * as z from 'zod';

/** Results of the answer flow's steps, as `record-answer` and the states between them read them. */

const range = z.tuple([z.number(), z.number()]);
export const triggerSchema = z.strictObject({
  policy: z.enum(['content', 'prompt-attack', 'topic', 'pii', 'grounding', 'relevance', 'word']),
  name: z.string(),
  action: z.enum(['blocked', 'masked', 'noted']),
  count: z.number(),
  chunkId: z.string().optional(),
});
export const retrievedChunkSchema = z.strictObject({
  chunkId: z.string(),
  documentId: z.string(),
  range,
  score: z.number(),
  vectorRank: z.number().nullable(),
  textRank: z.number().nullable(),
});
const usage = z.strictObject({ inputTokens: z.number(), outputTokens: z.number() });

/** `$.input`: `text` is the question with PII masked, or the safe alternative when blocked. */
export const guardedInputSchema = z.strictObject({
  action: z.enum(['none', 'masked', 'blocked']),
  text: z.string(),
  triggers: z.array(triggerSchema),
  askedAt: z.string(),
  durationMs: z.number(),
});
export type GuardedInput = z.infer<typeof guardedInputSchema>;

/** `$.retrieval`. */
export const retrievalSchema = z.strictObject({
  chunks: z.array(retrievedChunkSchema),
  /** The learned clause that the question was taken to ask for. */
  clause: z.string().nullable(),
  /** Its words by how much they tell; for the extractive reader. */
  weights: z.record(z.string(), z.number()),
  durationMs: z.number(),
});
export type Retrieval = z.infer<typeof retrievalSchema>;

/** `$.prompt`: the rendered text is the blob `prompt` of the interaction. */
export const renderedPromptSchema = z.strictObject({
  version: z.strictObject({ name: z.string(), version: z.number(), hash: z.string() }),
  blob: z.string(),
  passages: z.number(),
  /** Instructions found inside passages: noted, never followed. */
  triggers: z.array(triggerSchema),
  durationMs: z.number(),
});
export type RenderedPrompt = z.infer<typeof renderedPromptSchema>;

/** The reply that the prompt `answer-question` demands. */
export const answerReplySchema = z.strictObject({
  answerable: z.boolean(),
  answer: z.string(),
  citations: z.array(z.strictObject({ chunk: z.string(), quote: z.string() })),
});
export type AnswerReply = z.infer<typeof answerReplySchema>;

/** `$.generation`. `cause` says why a fallback answered. */
export const generationSchema = z.strictObject({
  reply: answerReplySchema,
  model: z.string(),
  fallback: z.enum(['none', 'other-model', 'cached', 'extractive', 'person']),
  cause: z.string().nullable(),
  usage,
  durationMs: z.number(),
});
export type Generation = z.infer<typeof generationSchema>;

/** `$.output`. */
export const guardedOutputSchema = z.strictObject({
  status: z.enum(['answered', 'no-answer', 'blocked']),
  text: z.string(),
  citations: z.array(
    z.strictObject({ chunkId: z.string(), documentId: z.string(), range, quote: z.string() }),
  ),
  /** Share of the answer's content words that its citations carry; null without an answer. */
  grounding: z.number().nullable(),
  triggers: z.array(triggerSchema),
  durationMs: z.number(),
});
export type GuardedOutput = z.infer<typeof guardedOutputSchema>;
