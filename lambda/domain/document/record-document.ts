import * as z from 'zod';
import type { PortsOf } from '../../capabilities.ts';
import { lazily } from '../../lazily.ts';
import { step } from '../../step.ts';
import {
  complianceFindingSchema,
  documentDescriptionSchema,
  type DocumentRecord,
  documentRecordSchema,
  documentReferenceSchema,
  type FlowResults,
  flowResultsSchema,
  methodSchema,
  primaryDecisionSchema,
  resultsBySide,
  sideComparisonSchema,
} from './document.ts';
import { receivedRecord } from './received-record.ts';

/** What the document flow found out; what the record does not hold (durations) is dropped. */
const processedSchema = lazily(() =>
  documentReferenceSchema().extend({
    read: z.object({ mediaType: z.string(), method: methodSchema() }),
    description: documentDescriptionSchema(),
    results: flowResultsSchema(),
    comparison: sideComparisonSchema(),
    compliance: z.array(complianceFindingSchema()).readonly(),
    decision: primaryDecisionSchema(),
    /** Flows of the document that ended before this one. */
    attempt: z.int(),
  }),
);

/**
 * Writes the document's record whole, so that a second run replaces the first; name and time of
 * receipt stay. A side that failed is counted by its cause.
 */
export const recordDocument = step({
  name: 'record-document',
  does: 'Writes the record of a processed document',
  input: processedSchema,
  output: documentRecordSchema,
  touches: ['records.read:document', 'records.write:document', 'metrics'],
  run: (ports) => async (processed) => {
    const { tenant, documentId, read, decision } = processed;
    const { name, receivedAt } = await receivedRecord(ports, processed);
    const record: DocumentRecord = {
      tenant,
      documentId,
      name,
      receivedAt,
      status: decision.status,
      attempts: processed.attempt + 1,
      description: processed.description,
      mediaType: read.mediaType,
      method: read.method,
      results: resultsBySide(processed.results),
      compliance: processed.compliance,
      comparison: processed.comparison,
      decision,
    };
    await ports.records.put({ tenant, kind: 'document', id: documentId }, record);
    countFailures(ports, processed.results);
    return record;
  },
});

/** By side, which alarms can take, and by cause, which dashboards show. */
function countFailures({ metrics }: PortsOf<'metrics'>, results: FlowResults): void {
  for (const result of results) {
    if (result.status !== 'failed') continue;
    const { side, error } = result;
    metrics.count('SideFailures', 1, { side });
    metrics.count('SideFailureCauses', 1, { side, cause: error.name });
  }
}
