import * as z from 'zod';
import type { SideResult } from './document.ts';

const promptVersion = z.object({ name: z.string(), version: z.number(), hash: z.string() });
const made = {
  model: z.string(),
  prompt: promptVersion.optional(),
  usage: z.object({ inputTokens: z.number(), outputTokens: z.number() }).optional(),
};
const classification = z.object({
  ...made,
  category: z.string(),
  confidence: z.number().min(0).max(1),
  alternatives: z.array(z.object({ category: z.string(), confidence: z.number() })),
  durationMs: z.number(),
});
const extraction = z.object({
  ...made,
  fields: z.record(
    z.string(),
    z.object({
      value: z.union([z.string(), z.array(z.string())]),
      confidence: z.number().min(0).max(1),
      spans: z.array(z.tuple([z.number(), z.number()])),
    }),
  ),
  durationMs: z.number(),
});
const side = z.enum(['mlops', 'llmops']);

/** `$.results` of the document flow: what the two branches of `process-sides` return. */
export const flowResultsSchema = z
  .array(
    z.discriminatedUnion('status', [
      z.object({
        side,
        status: z.literal('done'),
        classification,
        extraction,
        unsupported: z.array(z.string()).optional(),
        durationsMs: z.array(z.number()),
      }),
      z.object({
        side,
        status: z.literal('failed'),
        error: z.object({ name: z.string(), message: z.string() }),
      }),
      z.object({ side, status: z.literal('skipped') }),
    ]),
  )
  .refine((results) => new Set(results.map((result) => result.side)).size === results.length, {
    error: 'results must hold each side at most once',
  });
export type FlowResults = z.infer<typeof flowResultsSchema>;

/** The two sides' results by name; a side that is not among them was skipped. */
export function resultsBySide(results: FlowResults): {
  readonly mlops: SideResult;
  readonly llmops: SideResult;
} {
  const find = (name: SideResult['side']): SideResult => {
    const result = results.find((one) => one.side === name);
    if (result?.status !== 'done') {
      return result ?? { side: name, status: 'skipped' };
    }
    const { durationsMs, ...rest } = result;
    return { ...rest, durationMs: durationsMs.reduce((sum, ms) => sum + ms, 0) };
  };
  return { mlops: find('mlops'), llmops: find('llmops') };
}
