import * as z from 'zod';
import { InvalidInputError, NotFoundError } from '../../../errors.ts';
import { lazily } from '../../../lazily.ts';
import type { Ports } from '../../../ports.ts';
import { step } from '../../../step.ts';
import type { RecordsRead, RecordsWrite } from '../../../store-ports.ts';
import { tenantSchema } from '../tenant.ts';
import { receiveUpload } from './receive-upload.ts';
import { runAgain } from './run-again.ts';
import {
  type ReceivedUpload,
  receivedUploadSchema,
  uploadOfKey,
  uploadRecordSchema,
} from './upload-record.ts';

/** EventBridge's `Object Created` of S3; keys are not encoded there. */
const droppedSchema = lazily(() =>
  z.object({ detail: z.object({ object: z.object({ key: z.string() }) }) }),
);
/** `incoming/<tenant>/<name>`; the name may hold slashes. */
const KEY = /^incoming\/([^/]+)\/(.+)$/s;

/**
 * Takes a dropped object in and starts its flow; an oversized one is recorded as refused. What came
 * through a link bears the name that was declared for it, and leaves the inbox; the bucket's lifecycle
 * clears the rest of `incoming/`. Safe to run twice.
 */
export const receiveDocument = step({
  name: 'receive-document',
  does: 'Takes a dropped or uploaded document in and starts its flow',
  input: droppedSchema,
  output: receivedUploadSchema,
  touches: [
    'dropped',
    'documents.read:source',
    'documents.write:source',
    'records.read:document',
    'records.write:document',
    'records.read:upload',
    'records.write:upload',
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
    const take = async (called: string): Promise<ReceivedUpload> => {
      // One byte more than allowed is enough to refuse the rest unread.
      const bytes = await ports.dropped.read(key, ports.ingestion.maxBytes + 1);
      const received = await receiveUpload(ports)({ tenant, name: called, bytes });
      if (received.status !== 'refused') {
        await runAgain(ports)({ tenant, documentId: received.documentId });
      }
      return received;
    };
    const upload = uploadOfKey(key);
    return upload === null ? take(name) : takeUpload(ports, { ...upload, key }, take);
  },
});

/** A link takes one document: what comes through it later is thrown away. */
async function takeUpload(
  ports: Pick<Ports, 'dropped'> & {
    readonly records: RecordsRead<'upload'> & RecordsWrite<'upload'>;
  },
  upload: { readonly tenant: string; readonly uploadId: string; readonly key: string },
  take: (name: string) => Promise<ReceivedUpload>,
): Promise<ReceivedUpload> {
  const id = { tenant: upload.tenant, kind: 'upload', id: upload.uploadId } as const;
  const stored = await ports.records.get(id);
  if (stored === null) {
    throw new NotFoundError(`an object in an inbox must have been offered, ${upload.key} was not`);
  }
  const record = uploadRecordSchema().parse(stored);
  const received = record.status === 'offered' ? await take(record.name) : record;
  if (record.status === 'offered') await ports.records.put(id, received);
  await ports.dropped.remove(upload.key);
  return received;
}
