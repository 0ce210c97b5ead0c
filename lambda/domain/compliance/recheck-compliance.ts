import type { ComplianceFinding, DocumentRecord, DocumentReference } from '../document/document.ts';
import { choosePrimary } from '../compare/choose-primary.ts';
import type { Ports } from '../../ports.ts';
import { checkCompliance } from './check-compliance.ts';
import { documentRecordSchema } from '../document/document-record.ts';

type RecheckPorts = Pick<Ports, 'documents' | 'records' | 'taxonomy' | 'gates' | 'now'>;

/** A rule that waited for another document says so, see `check-compliance.ts`. */
const WAITING = /has not been received$/;

/** Whether a rule could not be judged because another document had not come yet. */
export function awaitsDocument(findings: readonly ComplianceFinding[]): boolean {
  return findings.some(
    (finding) => finding.outcome === 'not-applicable' && WAITING.test(finding.detail),
  );
}

/**
 * Judges a recorded document again, when what it waited for may have come: its purchase order. The
 * findings, the decision and the status of the record change, nothing else; a document that waits
 * for nothing is left alone. Null for a document that is not recorded.
 */
export function recheckCompliance(ports: RecheckPorts) {
  return async ({ tenant, documentId }: DocumentReference): Promise<DocumentRecord | null> => {
    const key = { tenant, kind: 'document', id: documentId } as const;
    const stored = await ports.records.get(key);
    if (stored === null) return null;
    const record = documentRecordSchema.parse(stored);
    const { results, compliance } = record;
    if (!results || !compliance || !awaitsDocument(compliance)) return record;
    const { findings } = await checkCompliance(ports)({ tenant, documentId, results });
    const judged = { tenant, results, compliance: findings };
    const { primary, status, reasons } = await choosePrimary(ports)(judged);
    const updated: DocumentRecord = {
      ...record,
      status,
      compliance: findings,
      decision: { primary, status, reasons },
    };
    // A write would tell the stream of changes, and that would ask again, without end.
    if (!awaitsDocument(findings)) await ports.records.put(key, updated);
    return updated;
  };
}
