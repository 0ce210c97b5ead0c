import { z } from 'zod';
import type { Records } from '../../ports.ts';
import type { DocumentReference } from './document.ts';

const namedSchema = z.object({ name: z.string() });

/** Name that the document was received under; empty where it was not received by name. */
export async function documentName(
  records: Pick<Records, 'get'>,
  { tenant, documentId }: DocumentReference,
): Promise<string> {
  const record = namedSchema.safeParse(
    await records.get({ tenant, kind: 'document', id: documentId }),
  );
  return record.success ? record.data.name : '';
}
