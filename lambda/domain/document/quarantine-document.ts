import { step } from '../../step.ts';
import { type DocumentRecord, documentRecordSchema, documentReferenceSchema } from './document.ts';
import { receivedRecord } from './received-record.ts';
import { refusalSchema } from './refusal.ts';

/**
 * Marks a document as refused; its source stays for whoever looks into it, and nothing else of it
 * is kept. The audit log gets one entry.
 */
export const quarantineDocument = step({
  name: 'quarantine-document',
  does: 'Marks a refused document and keeps its source for whoever looks into it',
  input: () => documentReferenceSchema().extend({ refusal: refusalSchema() }),
  output: documentRecordSchema,
  touches: ['records.read:document', 'records.write:document', 'audit'],
  run: (ports) => async (document) => {
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
    await ports.audit.append({
      tenant,
      id: `document-refused/${documentId}`,
      kind: 'document-refused',
      detail: { documentId, code: refusal.code },
    });
    return record;
  },
});
