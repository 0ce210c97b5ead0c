import * as z from 'zod';
import { lazily } from '../../../lazily.ts';
import { step } from '../../../step.ts';
import { documentRecordSchema, documentReferenceSchema } from '../document.ts';
import { knownResults, lacksResult } from './run-again.ts';

const outputSchema = lazily(() => z.strictObject({ documentId: z.string(), ran: z.boolean() }));

/**
 * Takes a document from the queue, runs its flow and waits for its end: as many flows run at once as
 * messages are taken at once. One that has gone or lacks nothing any more is left alone; one that failed
 * begins again when somebody asks, not because its message comes twice.
 */
export const followDocument = step({
  name: 'follow-document',
  does: 'Runs the flow of a queued document and waits for its end',
  input: documentReferenceSchema,
  output: outputSchema,
  touches: ['records.read:document', 'flows.follow:document-flow'],
  queued: true,
  memoryMb: 256,
  timeoutSeconds: 900,
  run:
    (ports) =>
    async ({ tenant, documentId }) => {
      const stored = await ports.records.get({ tenant, kind: 'document', id: documentId });
      const record = stored === null ? null : documentRecordSchema().parse(stored);
      if (record === null || record.status === 'failed' || !lacksResult(record)) {
        return { documentId, ran: false };
      }
      const { attempts: attempt = 0, receivedAt } = record;
      const again = { attempt, receivedAt, known: knownResults(record) };
      await ports.flows.followDocumentFlow({ tenant, documentId }, again);
      return { documentId, ran: true };
    },
});
