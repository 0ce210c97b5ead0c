import * as z from 'zod';
import type { MeasuredAnswer } from './measured.ts';
import { scoreAnswer } from './answer-score.ts';

const share = z.number().min(0).max(1).nullable();

/** One line of `answers.jsonl`: a question, what was answered, and what it is worth. */
export const answerLineSchema = z.strictObject({
  id: z.string(),
  kind: z.string(),
  question: z.string(),
  /** Null where nobody said what is right. */
  gold: z
    .strictObject({
      kind: z.string(),
      answer: z.string().nullable(),
      evidence: z.array(z.string()).readonly(),
      answerable: z.boolean(),
    })
    .nullable(),
  status: z.enum(['answered', 'no-answer', 'blocked', 'interrupted', 'failed']),
  text: z.string(),
  citations: z
    .array(
      z.strictObject({
        documentId: z.string(),
        range: z.tuple([z.int(), z.int()]).readonly(),
        quote: z.string(),
      }),
    )
    .readonly(),
  /** Null without gold. */
  score: z
    .strictObject({
      right: z.boolean(),
      refused: z.boolean(),
      exactMatch: z.boolean().nullable(),
      f1: share,
      citationPrecision: share,
      citationRecall: share,
      factuality: share,
      relevance: share,
    })
    .nullable(),
  /** Hash of prompts, models, retrieval and guardrail; null where none was asked. */
  configuration: z.string().nullable(),
  costUsd: z.number().nonnegative().nullable(),
  durationMs: z.number().nonnegative(),
});
export type AnswerLine = z.infer<typeof answerLineSchema>;

export function answerLine(measured: MeasuredAnswer): AnswerLine {
  const { id, answer, gold } = measured;
  return {
    id,
    kind: gold?.kind ?? 'other',
    question: answer.question,
    gold,
    status: answer.status,
    text: answer.text,
    citations: answer.citations.map(({ documentId, range, quote }) => ({
      documentId,
      range,
      quote,
    })),
    score: gold === null ? null : scoreAnswer(measured, gold),
    configuration: answer.configuration?.hash ?? null,
    costUsd: answer.costUsd,
    durationMs: answer.durationMs,
  };
}
