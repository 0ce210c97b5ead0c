import * as z from 'zod';
import type { Refusal } from '../../errors.ts';
import { lazily } from '../../lazily.ts';
import type { RecordsRead } from '../../store-ports.ts';
import type { DocumentReference } from './document.ts';
import { refusalSchema } from './refusal.ts';

const namedSchema = lazily(() =>
  z.object({ name: z.string(), refusal: refusalSchema().optional() }),
);
const receivedSchema = lazily(() => z.object({ name: z.string(), receivedAt: z.string() }));

/** Name and time of receipt; the id and now for a document that did not come through the door. */
export async function receivedRecord(
  ports: { readonly records: RecordsRead<'document'>; readonly now: () => number },
  { tenant, documentId }: DocumentReference,
): Promise<{ readonly name: string; readonly receivedAt: string }> {
  const parsed = receivedSchema().safeParse(
    await ports.records.get({ tenant, kind: 'document', id: documentId }),
  );
  if (parsed.success) return parsed.data;
  return { name: documentId, receivedAt: new Date(ports.now()).toISOString() };
}

/** The name claims a kind; empty, which claims none, for what did not come through the door. */
export async function receivedDocument(
  records: RecordsRead<'document'>,
  { tenant, documentId }: DocumentReference,
): Promise<{ readonly name: string; readonly refusal?: Refusal | undefined }> {
  const stored = await records.get({ tenant, kind: 'document', id: documentId });
  const parsed = namedSchema().safeParse(stored);
  return parsed.success ? parsed.data : { name: '' };
}
