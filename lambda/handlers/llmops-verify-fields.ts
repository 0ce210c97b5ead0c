import * as z from 'zod';
import { verifyFields } from '../domain/llmops/verify-fields.ts';
import type { Ports } from '../ports.ts';

const extractionSchema = z.strictObject({
  fields: z.record(
    z.string(),
    z.strictObject({
      value: z.union([z.string(), z.array(z.string())]),
      confidence: z.number().min(0).max(1),
      spans: z.array(z.tuple([z.number(), z.number()])),
    }),
  ),
  model: z.string(),
  prompt: z.strictObject({ name: z.string(), version: z.number(), hash: z.string() }).optional(),
  usage: z.strictObject({ inputTokens: z.number(), outputTokens: z.number() }).optional(),
  durationMs: z.number(),
});
const eventSchema = z.strictObject({
  tenant: z.string().min(1),
  documentId: z.string().min(1),
  extraction: extractionSchema,
});

export const llmopsVerifyFields = (ports: Pick<Ports, 'documents' | 'taxonomy' | 'now'>) => {
  const verify = verifyFields(ports);
  return async (event: unknown) => verify(eventSchema.parse(event));
};
