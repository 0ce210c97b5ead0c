import { awaitedOrders } from '../../lambda/domain/compliance/recheck-document.ts';
import {
  type DocumentRecord,
  documentRecordSchema,
} from '../../lambda/domain/document/document.ts';
import { concurrently } from '../concurrently.ts';
import type { Platform } from '../platform.ts';
import type { Journal } from './journal.ts';
import { type LeftOpen, openDocument } from './open-failures.ts';
import type { Progress } from './progress.ts';
import type { ReadDocument } from './read-documents.ts';

/** Enough to keep one core busy while another document waits for a file. */
const AT_ONCE = 4;

export interface ProcessRequest {
  readonly tenant: string;
  readonly platform: Platform;
  readonly journal: Journal<DocumentRecord>;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

export interface Processed {
  /** documentId → record; of what is open, as it failed. */
  readonly records: ReadonlyMap<string, DocumentRecord>;
  readonly open: readonly LeftOpen[];
}

/**
 * Runs every readable document through the document flow. A document that the journal knows is not
 * run again: its record is put back, should another run have replaced it. One that a failing service
 * left without a result is not journaled.
 */
export async function processDocuments(
  request: ProcessRequest,
  documents: readonly ReadDocument[],
): Promise<Processed> {
  const { tenant, journal, progress, platform, signal } = request;
  const { records } = platform.ports;
  const failed = new Map<string, DocumentRecord>();
  const ids = [...new Set(documents.map((document) => document.documentId))];
  await progress.stage('Run both sides', ids.length, (tick) =>
    concurrently(ids, AT_ONCE, async (documentId) => {
      signal.throwIfAborted();
      const key = { tenant, kind: 'document', id: documentId } as const;
      const known = journal.done.get(documentId);
      if (known === undefined) {
        await platform.processDocument({ tenant, documentId }, { signal });
        const record = documentRecordSchema().parse(await records.get(key));
        if (openDocument(record) === null) journal.add(documentId, record);
        else failed.set(documentId, record);
      } else {
        await records.put(key, known);
      }
      tick();
    }),
  );
  await platform.settled();
  await keepJudgements(request);
  const open = [...failed.values()].flatMap((record) => openDocument(record) ?? []);
  return { records: new Map([...journal.done, ...failed]), open };
}

/** An order that came after its invoice let the invoice be judged again: the stream saw to it. */
async function keepJudgements({ tenant, platform, journal }: ProcessRequest): Promise<void> {
  for (const [documentId, { compliance }] of journal.done) {
    if (awaitedOrders(compliance).size === 0) continue;
    const key = { tenant, kind: 'document', id: documentId } as const;
    journal.add(documentId, documentRecordSchema().parse(await platform.ports.records.get(key)));
  }
}
