import type { Ports } from '../../ports.ts';
import type {
  ComplianceFinding,
  DocumentDescription,
  DocumentRecord,
  DocumentReference,
  DocumentText,
  PrimaryDecision,
  SideComparison,
  SideResult,
} from './document.ts';
import { receivedRecord } from './received-record.ts';

/** What the document flow found out. */
export interface ProcessedDocument extends DocumentReference {
  readonly read: { readonly mediaType: string; readonly method: DocumentText['method'] };
  readonly description: DocumentDescription;
  readonly results: { readonly mlops: SideResult; readonly llmops: SideResult };
  readonly compliance: readonly ComplianceFinding[];
  readonly comparison: SideComparison;
  readonly decision: PrimaryDecision;
}

/**
 * Writes the document's record whole, so that a second run replaces the first; name and time of
 * receipt stay.
 */
export function recordDocument(ports: Pick<Ports, 'records' | 'now'>) {
  return async (processed: ProcessedDocument): Promise<DocumentRecord> => {
    const { tenant, documentId, read, decision } = processed;
    const { name, receivedAt } = await receivedRecord(ports, processed);
    const record: DocumentRecord = {
      tenant,
      documentId,
      name,
      receivedAt,
      status: decision.status,
      description: processed.description,
      mediaType: read.mediaType,
      method: read.method,
      results: processed.results,
      compliance: processed.compliance,
      comparison: processed.comparison,
      decision,
    };
    await ports.records.put({ tenant, kind: 'document', id: documentId }, record);
    return record;
  };
}
