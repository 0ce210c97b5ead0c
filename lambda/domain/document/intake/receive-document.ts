import * as z from 'zod';
import { InvalidInputError } from '../../../errors.ts';
import { lazily } from '../../../lazily.ts';
import { step } from '../../../step.ts';
import { receivedUploadSchema, receiveUpload } from './receive-upload.ts';
import { runAgain } from './run-again.ts';
import { tenantSchema } from '../tenant.ts';

/** EventBridge's `Object Created` of S3; keys are not encoded there. */
const droppedSchema = lazily(() =>
  z.object({ detail: z.object({ object: z.object({ key: z.string() }) }) }),
);
/** `incoming/<tenant>/<name>`; the name may hold slashes. */
const KEY = /^incoming\/([^/]+)\/(.+)$/s;

/**
 * Takes a dropped object in and starts its flow; an oversized one is recorded as refused. The
 * bucket's lifecycle clears `incoming/`. Safe to run twice.
 */
export const receiveDocument = step({
  name: 'receive-document',
  does: 'Takes a dropped document in and starts its flow',
  input: droppedSchema,
  output: receivedUploadSchema,
  touches: [
    'dropped',
    'documents.read:source',
    'documents.write:source',
    'records.read:document',
    'records.write:document',
    'settings.ingestion',
    'flows.start:document-flow',
  ],
  memoryMb: 1_024,
  timeoutSeconds: 120,
  run: (ports) => async (event) => {
    const { key } = event.detail.object;
    const [, tenant, name] = KEY.exec(key) ?? [];
    if (!tenant || !name || !tenantSchema().safeParse(tenant).success) {
      throw new InvalidInputError(`a dropped object must be incoming/<tenant>/<name>, got ${key}`);
    }
    // One byte more than allowed is enough to refuse the rest unread.
    const bytes = await ports.dropped.read(key, ports.ingestion.maxBytes + 1);
    const received = await receiveUpload(ports)({ tenant, name, bytes });
    if (received.status !== 'refused') {
      await runAgain(ports)({ tenant, documentId: received.documentId });
    }
    return received;
  },
});
