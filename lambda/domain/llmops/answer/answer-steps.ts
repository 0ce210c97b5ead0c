import * as z from 'zod';
import { lazily } from '../../../lazily.ts';
import type { Answer, AnswerConfiguration, OpenInteraction } from './answer.ts';
import { WITHHELD_REASONS } from '../judge/judge-group.ts';
import type { MadeAnswer } from './made-answer.ts';
import { recordAnswerSchema } from '../plan/record-answer.ts';
import { QUESTION_KINDS, recordQuerySchema } from '../plan/record-query.ts';

/** Results of the answer flow's steps, as the states between them read them, and the record. */

const count = () => z.int().nonnegative();
const range = () => z.tuple([count(), count()]);
const money = () => z.number().nonnegative().nullable();
const promptVersion = () =>
  z.strictObject({ name: z.string(), version: z.int(), hash: z.string() });
const guardrailName = () => z.strictObject({ id: z.string(), version: z.string() });
const tokenUsage = () => z.strictObject({ inputTokens: count(), outputTokens: count() });

export const interactionKey = lazily(() => ({
  tenant: z.string().min(1),
  interactionId: z.string().min(1),
}));
export const triggerSchema = lazily(() =>
  z.strictObject({
    policy: z.enum(['content', 'prompt-attack', 'topic', 'pii', 'grounding', 'relevance', 'word']),
    name: z.string(),
    action: z.enum(['blocked', 'masked', 'noted']),
    count: z.number(),
    chunkId: z.string().optional(),
  }),
);
export const retrievedChunkSchema = lazily(() =>
  z.strictObject({
    chunkId: z.string(),
    documentId: z.string(),
    range: range(),
    score: z.number(),
    vectorRank: z.number().nullable(),
    textRank: z.number().nullable(),
    wordingRank: z.number().nullable().default(null),
    clauseRank: z.number().nullable().default(null),
  }),
);

/** `$.input`: `text` is the question with PII masked, or the safe alternative when blocked. */
export const guardedInputSchema = lazily(() =>
  z.strictObject({
    action: z.enum(['none', 'masked', 'blocked']),
    text: z.string(),
    triggers: z.array(triggerSchema()),
    askedAt: z.iso.datetime(),
  }),
);

/** `$.plan`: how the question is looked for. */
export const planSchema = lazily(() =>
  z.strictObject({
    /** The learned clause that it is taken to ask for. */
    clause: z.string().nullable(),
    /** What tells that clause's wording from others, for the extractive reader: term → weight. */
    weights: z.record(z.string(), z.number()),
    kind: z.enum(QUESTION_KINDS),
    /** `records`: `query` answers it; `refuse`: what can be asked is said instead. */
    route: z.enum(['passages', 'records', 'refuse']),
    query: recordQuerySchema().nullable(),
    /** The one document that it is about, asked on its page or named in words. */
    documentId: z.string().nullable(),
    /** Words of it that mean nothing to the taxonomy or the records. */
    unclear: z.array(z.string()),
    planned: plannedSchema(),
  }),
);

/** Who planned a question, and what that took. */
export const plannedSchema = lazily(() =>
  z.strictObject({
    /** `rules`, or the model's id. */
    by: z.string(),
    usage: tokenUsage(),
    costUsd: money(),
  }),
);

/** `$.retrieval`. */
export const retrievalSchema = lazily(() =>
  z.strictObject({ chunks: z.array(retrievedChunkSchema()) }),
);

/** `$.opened`: what is known before anything is released. The prompt is the interaction's blob. */
export const openedSchema = lazily(() =>
  z.strictObject({
    configuration: configurationSchema(),
    /** Orders that passages gave: left out of what is shown. */
    triggers: z.array(triggerSchema()),
    planned: plannedSchema(),
  }),
);

const configurationSchema = lazily(
  (): z.ZodType<AnswerConfiguration> =>
    z.strictObject({
      hash: z.string(),
      release: z.string().optional(),
      prompt: promptVersion(),
      models: z.array(z.string()),
      guardrail: guardrailName(),
      rag: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
);

/** `$.made`. */
const madeShape = lazily(() => ({
  status: z.enum(['answered', 'no-answer', 'blocked', 'interrupted', 'failed']),
  text: z.string(),
  citations: z.array(
    z.strictObject({
      mark: z.int().min(1),
      chunkId: z.string(),
      documentId: z.string(),
      range: range(),
      quote: z.string(),
    }),
  ),
  withheld: z.array(z.enum(WITHHELD_REASONS)),
  grounding: z.number().nullable(),
  reader: z.string(),
  fallback: z.enum(['none', 'other-model', 'cached', 'extractive', 'person']),
  cause: z.string().nullable(),
  usage: tokenUsage(),
  costUsd: money(),
  guardrailUse: z.strictObject({ calls: count(), textUnits: count(), groundingUnits: count() }),
  records: recordAnswerSchema().optional(),
}));
export const madeAnswerSchema = lazily(
  (): z.ZodType<MadeAnswer> =>
    z.strictObject({
      ...madeShape(),
      triggers: z.array(triggerSchema()),
      firstTokenAtMs: z.number().nullable(),
      firstReleaseAtMs: z.number().nullable(),
    }),
);

const interactionShape = lazily(() => ({
  ...interactionKey(),
  askedBy: z.string().nullable(),
  askedAt: z.string(),
  question: z.string(),
  documentId: z.string().nullable(),
  clause: z.string().nullable(),
  kind: z.enum(QUESTION_KINDS).optional(),
  plannedBy: z.string().optional(),
  about: z.string().nullable().optional(),
  retrieved: z.array(retrievedChunkSchema()),
  configuration: configurationSchema().nullable(),
}));
/** A record of kind `interaction` that is not closed. */
export const openInteractionSchema = lazily(
  (): z.ZodType<OpenInteraction> =>
    z.strictObject({ ...interactionShape(), status: z.literal('open') }),
);
/** A closed one. */
export const answerSchema = lazily(
  (): z.ZodType<Answer> =>
    z.strictObject({
      ...interactionShape(),
      ...madeShape(),
      guardrail: guardrailName().extend({ triggers: z.array(triggerSchema()) }),
      prompt: promptVersion().nullable(),
      guardrailCostUsd: money(),
      firstTokenMs: z.number().nullable(),
      firstReleaseMs: z.number().nullable(),
      durationMs: z.number(),
    }),
);
