import * as z from 'zod';
import type { DocumentRecord } from './document.ts';
import type { CharacterRange } from '../text/character-range.ts';

// What other parts add to a record is dropped here, so that an older console reads newer records.
const range = z.tuple([z.number(), z.number()]) satisfies z.ZodType<CharacterRange>;
const side = z.enum(['mlops', 'llmops']);
const prompt = z.object({ name: z.string(), version: z.number(), hash: z.string() });
const usage = z.object({ inputTokens: z.number(), outputTokens: z.number() });
const scored = z.object({ category: z.string(), confidence: z.number() });

const made = { model: z.string(), prompt: prompt.optional(), usage: usage.optional() };

const field = z.object({
  value: z.union([z.string(), z.array(z.string())]),
  confidence: z.number(),
  spans: z.array(range),
});

const sideResult = z.discriminatedUnion('status', [
  z.object({
    side,
    status: z.literal('done'),
    classification: z.object({
      ...scored.shape,
      ...made,
      alternatives: z.array(scored),
      durationMs: z.number(),
    }),
    extraction: z.object({
      ...made,
      fields: z.record(z.string(), field),
      durationMs: z.number(),
    }),
    durationMs: z.number(),
    unsupported: z.array(z.string()).optional(),
  }),
  z.object({
    side,
    status: z.literal('failed'),
    error: z.object({ name: z.string(), message: z.string() }),
  }),
  z.object({ side, status: z.literal('skipped') }),
]);

const agreement = z.enum(['same', 'different', 'mlops-only', 'llmops-only']);

/** Shape of a stored record of kind `document`. */
export const documentRecordSchema: z.ZodType<DocumentRecord> = z.object({
  tenant: z.string(),
  documentId: z.string(),
  name: z.string(),
  receivedAt: z.string(),
  status: z.enum(['received', 'refused', 'recorded', 'awaiting-review']),
  refusal: z.object({ code: z.string(), message: z.string() }).optional(),
  description: z
    .object({
      title: z.string(),
      language: z.string(),
      pages: z.number(),
      characters: z.number(),
      words: z.number(),
      quality: z.number(),
    })
    .optional(),
  mediaType: z.string().optional(),
  method: z.enum(['text', 'ocr']).optional(),
  results: z.object({ mlops: sideResult, llmops: sideResult }).optional(),
  compliance: z
    .array(
      z.object({
        rule: z.string(),
        outcome: z.enum(['met', 'violated', 'not-applicable']),
        detail: z.string(),
      }),
    )
    .optional(),
  comparison: z
    .object({ sameCategory: z.boolean().nullable(), fields: z.record(z.string(), agreement) })
    .optional(),
  decision: z
    .object({
      primary: side.nullable(),
      status: z.enum(['recorded', 'awaiting-review']),
      reasons: z.array(z.string()),
    })
    .optional(),
});
