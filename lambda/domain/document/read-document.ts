import type { Refusal } from '../../errors.ts';
import type { DocumentsWrite } from '../../store-ports.ts';
import { step } from '../../step.ts';
import { type DocumentReference, documentReferenceSchema } from './document.ts';
import { documentOf } from './document-of-source.ts';
import { claimedMediaType } from './media-type.ts';
import { type ReadSource, readSource } from './read-source.ts';
import { receivedDocument } from './received-record.ts';
import { isRefused } from './refusal.ts';
import { storeLayout } from './stored-layout.ts';
import {
  loadReading,
  readingFingerprint,
  type ReadResult,
  readResultSchema,
  storeReading,
} from './stored-reading.ts';

/**
 * Turns blob `source` into the blobs `layout` and `text`: pages as `readSource` reads them, joined
 * by a form feed line.
 * The same content under the same limits is read once: a second call gives the stored result, with
 * the time that the reading took.
 * @throws NotFoundError where there is no source, UnavailableError where recognition is busy
 */
export const readDocument = step({
  name: 'read-document',
  does: 'Reads a file: its text where it has some, recognition otherwise',
  input: documentReferenceSchema,
  output: readResultSchema,
  touches: [
    'documents.read:source',
    'documents.read:reading',
    'documents.write:layout',
    'documents.write:text',
    'documents.write:reading',
    'records.read:document',
    'parser',
    'text',
    'settings.ingestion',
  ],
  memoryMb: 3_008,
  timeoutSeconds: 900,
  run: (ports) => async (document) => {
    const started = ports.now();
    const received = await receivedDocument(ports.records, document);
    if (received.refusal?.code === 'oversized') return refused(received.refusal, 0);
    const fingerprint = readingFingerprint(ports.ingestion, claimedMediaType(received.name));
    const known = await loadReading(ports.documents, document, fingerprint);
    if (known) return known;
    const bytes = await ports.documents.get({ ...document, name: 'source' });
    const read = await readSource(ports)({ document, bytes, name: received.name });
    const result = isRefused(read)
      ? refused(read.refusal, ports.now() - started)
      : await storeText(ports, document, read, started);
    await storeReading(ports.documents, document, { fingerprint, result });
    return result;
  },
});

async function storeText(
  ports: { readonly documents: DocumentsWrite<'layout' | 'text'>; readonly now: () => number },
  document: DocumentReference,
  read: ReadSource,
  started: number,
): Promise<ReadResult> {
  const { documentText, layout } = documentOf(read);
  const body = new TextEncoder().encode(JSON.stringify(documentText));
  await storeLayout(ports.documents, document, layout);
  await ports.documents.put({ ...document, name: 'text' }, body, 'application/json');
  const { pages, method, mediaType, text } = documentText;
  const durationMs = ports.now() - started;
  return { status: 'read', pages, characters: text.length, method, mediaType, durationMs };
}

function refused(refusal: Refusal, durationMs: number): ReadResult {
  return { status: 'refused', refusal, durationMs };
}
