import * as z from 'zod';
import { lazily } from '../../lazily.ts';
import { step } from '../../step.ts';
import {
  complianceFindingSchema,
  documentDescriptionSchema,
  type DocumentRecord,
  documentRecordSchema,
  documentReferenceSchema,
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
  }),
);

/**
 * Writes the document's record whole, so that a second run replaces the first; name and time of
 * receipt stay.
 */
export const recordDocument = step({
  name: 'record-document',
  does: 'Writes the record of a processed document',
  input: processedSchema,
  output: documentRecordSchema,
  touches: ['records.read:document', 'records.write:document'],
  run: (ports) => async (processed) => {
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
      results: resultsBySide(processed.results),
      compliance: processed.compliance,
      comparison: processed.comparison,
      decision,
    };
    await ports.records.put({ tenant, kind: 'document', id: documentId }, record);
    return record;
  },
});
