import {
  awaitsDocument,
  recheckCompliance,
} from '../../lambda/domain/compliance/recheck-compliance.ts';
import { documentRecordSchema } from '../../lambda/domain/document/document-record.ts';
import type { DocumentRecord, Side } from '../../lambda/domain/document/document.ts';
import type { Ports } from '../../lambda/ports.ts';
import { concurrently } from '../concurrently.ts';
import type { Flow } from '../flow-runner.ts';
import type { Journal } from './journal.ts';
import type { Progress } from './progress.ts';
import type { ReadDocument } from './read-documents.ts';

/** Enough to keep one core busy while another document waits for a file. */
const AT_ONCE = 4;

export interface ProcessRequest {
  readonly tenant: string;
  readonly sides: readonly Side[];
  readonly flow: Flow;
  readonly ports: Ports;
  readonly journal: Journal<DocumentRecord>;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/**
 * Runs every readable document through the document flow. A document that the journal knows is not
 * run again: its record is put back, should another run have replaced it.
 * @returns documentId → record
 */
export async function processDocuments(
  request: ProcessRequest,
  documents: readonly ReadDocument[],
): Promise<ReadonlyMap<string, DocumentRecord>> {
  const { tenant, flow, journal, progress, ports, signal } = request;
  const wanted = {
    mlops: request.sides.includes('mlops'),
    llmops: request.sides.includes('llmops'),
  };
  const ids = [...new Set(documents.map((document) => document.documentId))];
  await progress.stage('Run both sides', ids.length, (tick) =>
    concurrently(ids, AT_ONCE, async (documentId) => {
      signal.throwIfAborted();
      const key = { tenant, kind: 'document', id: documentId } as const;
      const known = journal.done.get(documentId);
      if (known === undefined) {
        await flow.run({ tenant, documentId, sides: wanted }, { signal });
        journal.add(documentId, documentRecordSchema.parse(await ports.records.get(key)));
      } else {
        await ports.records.put(key, known);
      }
      tick();
    }),
  );
  await judgeAgain(request);
  return journal.done;
}

/** An invoice that came before its purchase order can be matched now that all have come. */
async function judgeAgain({ tenant, ports, journal }: ProcessRequest): Promise<void> {
  const waiting = [...journal.done].filter(([, record]) => awaitsDocument(record.compliance ?? []));
  for (const [documentId] of waiting) {
    const judged = await recheckCompliance(ports)({ tenant, documentId });
    if (judged !== null) journal.add(documentId, judged);
  }
}
