import * as z from 'zod';
import type { DocumentRecord } from '../domain/document/document.ts';
import { flowResultsSchema, resultsBySide } from '../domain/document/flow-results.ts';
import { recordDocument as recordDocumentOf } from '../domain/document/record-document.ts';
import type { Ports } from '../ports.ts';

// Steps add what they like (durations); what the record does not hold is dropped here.
const eventSchema = z.strictObject({
  tenant: z.string(),
  documentId: z.string(),
  read: z.object({ mediaType: z.string(), method: z.enum(['text', 'ocr']) }),
  description: z.object({
    title: z.string(),
    language: z.string(),
    pages: z.number(),
    characters: z.number(),
    words: z.number(),
    quality: z.number(),
  }),
  results: flowResultsSchema,
  compliance: z.array(
    z.object({
      rule: z.string(),
      outcome: z.enum(['met', 'violated', 'not-applicable']),
      detail: z.string(),
    }),
  ),
  comparison: z.object({
    sameCategory: z.boolean().nullable(),
    fields: z.record(z.string(), z.enum(['same', 'different', 'mlops-only', 'llmops-only'])),
  }),
  decision: z.object({
    primary: z.enum(['mlops', 'llmops']).nullable(),
    status: z.enum(['recorded', 'awaiting-review']),
    reasons: z.array(z.string()),
  }),
});

/** State `record-document` of the document flow, and its output. */
export const recordDocument =
  (ports: Pick<Ports, 'records' | 'now'>) =>
  async (event: unknown): Promise<DocumentRecord> => {
    const { results, ...processed } = eventSchema.parse(event);
    return recordDocumentOf(ports)({ ...processed, results: resultsBySide(results) });
  };
