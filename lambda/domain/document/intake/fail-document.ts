import * as z from 'zod';
import { lazily } from '../../../lazily.ts';
import { step } from '../../../step.ts';
import { documentRecordSchema, documentReferenceSchema } from '../document.ts';

/** EventBridge's `Step Functions Execution Status Change`. */
const endedSchema = lazily(() =>
  z.object({
    detail: z.object({
      status: z.string(),
      /** The execution's input: JSON. */
      input: z.string(),
      error: z.string().nullish(),
      cause: z.string().nullish(),
    }),
  }),
);
const inputSchema = lazily(() =>
  z.object({ ...documentReferenceSchema().shape, attempt: z.int().default(0) }),
);
const LONGEST_CAUSE = 1_000;

/**
 * Marks a document whose flow ended without recording it, so that it is seen and can be run again.
 * One that an earlier flow recorded keeps what that one found.
 */
export const failDocument = step({
  name: 'fail-document',
  does: 'Marks a document whose flow failed',
  input: endedSchema,
  output: () => documentRecordSchema().nullable(),
  touches: ['records.read:document', 'records.write:document'],
  run:
    (ports) =>
    async ({ detail }) => {
      const { tenant, documentId, attempt } = inputSchema().parse(JSON.parse(detail.input));
      const key = { tenant, kind: 'document', id: documentId } as const;
      const stored = await ports.records.get(key);
      if (stored === null) return null;
      const before = documentRecordSchema().parse(stored);
      const failure = {
        name: detail.error ?? detail.status,
        message: (detail.cause ?? 'the service gave no cause').slice(0, LONGEST_CAUSE),
      };
      const ended = { ...before, attempts: attempt + 1 };
      const record =
        before.results === undefined ? { ...ended, status: 'failed' as const, failure } : ended;
      await ports.records.put(key, record);
      return record;
    },
});
