import * as z from 'zod';
import { lazily } from '../../../lazily.ts';

/**
 * What a question asks for. `document`: about one document; `across`: what documents say, whichever;
 * `records`: counted, summed, ranked or listed from extracted fields; `lacking`: documents without
 * something; `compare`: documents beside each other; `outside`: nothing that documents answer.
 */
export const QUESTION_KINDS = [
  'document',
  'across',
  'records',
  'lacking',
  'compare',
  'outside',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export const OPERATIONS = [
  'list',
  'count',
  'sum',
  'average',
  'largest',
  'smallest',
  'value',
  'compare',
] as const;
export type Operation = (typeof OPERATIONS)[number];

/** `equals` holds for any of the values; `present` and `absent` take none, the others one. */
export const COMPARISONS = [
  'equals',
  'at-least',
  'above',
  'at-most',
  'below',
  'present',
  'absent',
] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** Holds of a document where it holds of any of the fields. */
export const conditionSchema = lazily(() =>
  z.strictObject({
    fields: z.array(z.string()).min(1),
    comparison: z.enum(COMPARISONS),
    /** As fields hold them: ISO 8601, decimals, `30 days`. */
    values: z.array(z.string()),
  }),
);
export type Condition = z.infer<ReturnType<typeof conditionSchema>>;

/** A question over extracted fields: what is asked of which documents. */
export const recordQuerySchema = lazily(() =>
  z.strictObject({
    operation: z.enum(OPERATIONS),
    /** Any of these; none: all. */
    categories: z.array(z.string()),
    /** What is summed, ranked, listed or told; null: the documents themselves. */
    field: z.string().nullable(),
    /** All of them hold. */
    conditions: z.array(conditionSchema()),
    /** Only these; none: all. */
    documentIds: z.array(z.string()),
    /** How many a ranking shows, of each currency; equals of the last are shown too. */
    limit: z.int().min(1),
    /** Compliance rules that must be violated. */
    violates: z.array(z.string()),
  }),
);
export type RecordQuery = z.infer<ReturnType<typeof recordQuerySchema>>;
