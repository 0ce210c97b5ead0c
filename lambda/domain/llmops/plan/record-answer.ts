import * as z from 'zod';
import { lazily } from '../../../lazily.ts';
import { recordQuerySchema } from './record-query.ts';

const count = () => z.int().nonnegative();

/** A document that a query found. */
export const recordRowSchema = lazily(() =>
  z.strictObject({
    documentId: z.string(),
    name: z.string(),
    category: z.string(),
    /** What was asked of it; null where the document itself was asked for, or holds nothing. */
    value: z.string().nullable(),
    /** ISO 4217, of an amount. */
    currency: z.string().nullable(),
    /** The lowest of what the row rests on, 0 to 1. */
    confidence: z.number(),
  }),
);
export type RecordRow = Readonly<z.infer<ReturnType<typeof recordRowSchema>>>;

/** `sum`: decimal; of durations, days. */
export const totalSchema = lazily(() =>
  z.strictObject({ currency: z.string().nullable(), count: count(), sum: z.number() }),
);
export type Total = Readonly<z.infer<ReturnType<typeof totalSchema>>>;

/** What an answer was reckoned from, where extracted fields answered. */
export const recordAnswerSchema = lazily(() =>
  z.strictObject({
    query: recordQuerySchema(),
    /** Documents that met the query, or different values; the first documents are in `rows`. */
    found: count(),
    rows: z.array(recordRowSchema()),
    totals: z.array(totalSchema()),
    /** Documents of the categories. */
    looked: count(),
    /** Of those, the ones in which a field that the query needs was not read. */
    without: count(),
    /** Of those, the ones whose category and needed values were read with confidence. */
    sure: count(),
    /** False where the tenant has more documents than were looked at. */
    isAll: z.boolean(),
  }),
);
export type RecordAnswer = Readonly<z.infer<ReturnType<typeof recordAnswerSchema>>>;
