import type { PortsOf } from '../../capabilities.ts';
import {
  type ComplianceFinding,
  type DocumentRecord,
  documentRecordSchema,
  type DocumentReference,
} from '../document/document.ts';
import { findingsOf } from './check-compliance.ts';
import { decideReview } from './review-decision.ts';

/** Normalised numbers of the purchase orders that a document's rules wait for. */
export function awaitedOrders(findings: readonly ComplianceFinding[] = []): ReadonlySet<string> {
  return new Set(findings.flatMap(({ awaits }) => (awaits === undefined ? [] : [awaits.order])));
}

/**
 * Judges a recorded document again, when what it waited for may have come. The findings, the decision
 * and the status of the record change, nothing else; a document that waits for nothing is left alone.
 * Null for a document that is not recorded.
 */
export function recheckDocument(
  ports: PortsOf<
    | 'documents.read:text'
    | 'records.read:document'
    | 'records.write:document'
    | 'records.read:purchase-order'
    | 'records.write:purchase-order'
    | 'settings.taxonomy'
    | 'settings.gates'
  >,
) {
  return async ({ tenant, documentId }: DocumentReference): Promise<DocumentRecord | null> => {
    const key = { tenant, kind: 'document', id: documentId } as const;
    const stored = await ports.records.get(key);
    if (stored === null) return null;
    const record = documentRecordSchema().parse(stored);
    const { results, compliance, decision: before } = record;
    if (!results || !before || awaitedOrders(compliance).size === 0) return record;
    const chosen = { primary: before.primary, reasons: [] };
    const findings = await findingsOf(ports)({ tenant, documentId }, { results, chosen });
    const decision = decideReview({ ...ports, results, chosen, findings });
    const updated = { ...record, status: decision.status, compliance: findings, decision };
    // A write would tell the stream of changes, and that would ask again, without end.
    if (awaitedOrders(findings).size === 0) await ports.records.put(key, updated);
    return updated;
  };
}
