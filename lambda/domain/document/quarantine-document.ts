import type { Refusal } from '../../errors.ts';
import type { Audit, Ports } from '../../ports.ts';
import type { DocumentRecord, DocumentReference } from './document.ts';
import { receivedRecord } from './received-record.ts';

/**
 * Marks a document as refused; its source stays for whoever looks into it, and nothing else of it
 * is kept. The audit log, where there is one, gets one entry.
 */
export function quarantineDocument(
  ports: Pick<Ports, 'records' | 'now'> & { readonly audit?: Audit },
) {
  return async (
    document: DocumentReference & { readonly refusal: Refusal },
  ): Promise<DocumentRecord> => {
    const { tenant, documentId, refusal } = document;
    const { name, receivedAt } = await receivedRecord(ports, document);
    const record: DocumentRecord = {
      tenant,
      documentId,
      name,
      receivedAt,
      status: 'refused',
      refusal,
    };
    await ports.records.put({ tenant, kind: 'document', id: documentId }, record);
    await ports.audit?.append({
      tenant,
      id: `document-refused/${documentId}`,
      kind: 'document-refused',
      detail: { documentId, code: refusal.code },
    });
    return record;
  };
}
