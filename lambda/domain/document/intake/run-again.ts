import type { Flows } from '../../../flow-ports.ts';
import type { RecordsRead, RecordsWrite } from '../../../store-ports.ts';
import {
  type DocumentRecord,
  documentRecordSchema,
  type DocumentReference,
  type FlowResults,
  SIDES,
} from '../document.ts';

/**
 * Starts the flow of a document that lacks a result: it is received and its flow never began, its flow
 * failed, or a side failed in it. What a side has found stands and is not done again. The same call
 * again while that flow waits or runs starts nothing.
 * @returns whether something was missing
 */
export function runAgain(ports: {
  readonly flows: Pick<Flows, 'startDocumentFlow'>;
  readonly records: RecordsRead<'document'> & RecordsWrite<'document'>;
}) {
  return async (document: DocumentReference): Promise<boolean> => {
    const { tenant, documentId } = document;
    const key = { tenant, kind: 'document', id: documentId } as const;
    const stored = await ports.records.get(key);
    const record = stored === null ? null : documentRecordSchema().parse(stored);
    if (record === null || !lacksResult(record)) return false;
    if (record.status === 'failed') {
      const { failure: _, ...rest } = record;
      await ports.records.put(key, { ...rest, status: 'received' });
    }
    await ports.flows.startDocumentFlow({ tenant, documentId });
    return true;
  };
}

/** Whether its flow has to run, or a side in it. */
export function lacksResult({ status, results }: DocumentRecord): boolean {
  if (status === 'received' || status === 'failed') return true;
  return SIDES.some((side) => results?.[side].status === 'failed');
}

/** What an earlier flow found, as the flow's branches return it. */
export function knownResults({
  results,
}: DocumentRecord): Partial<Record<string, FlowResults[number]>> {
  const known: Partial<Record<string, FlowResults[number]>> = {};
  for (const side of SIDES) {
    const result = results?.[side];
    if (result?.status !== 'done') continue;
    const { durationMs, ...rest } = result;
    known[side] = { ...rest, durationsMs: [durationMs] };
  }
  return known;
}
