import type { Refusal } from '../../errors.ts';
import type { Ports } from '../../ports.ts';
import type { DocumentReference, DocumentText } from './document.ts';
import { documentOf } from './document-of-source.ts';
import { claimedMediaType } from './media-type.ts';
import { type ReadSource, readSource } from './read-source.ts';
import { receivedDocument } from './received-record.ts';
import { isRefused } from './refusal.ts';
import { storeLayout } from './stored-layout.ts';
import { loadReading, readingFingerprint, storeReading } from './stored-reading.ts';

/** Blobs `layout` and `text` are written where `status` is `read`; a refusal writes nothing. */
export type ReadResult =
  | {
      readonly status: 'read';
      readonly pages: number;
      readonly characters: number;
      readonly method: DocumentText['method'];
      readonly mediaType: string;
      readonly durationMs: number;
    }
  | { readonly status: 'refused'; readonly refusal: Refusal; readonly durationMs: number };

type ReadPorts = Pick<Ports, 'documents' | 'records' | 'parser' | 'text' | 'ingestion' | 'now'>;

/**
 * Turns blob `source` into the blobs `layout` and `text`: pages as `readSource` reads them, joined
 * by a form feed line.
 * The same content under the same limits is read once: a second call gives the stored result, with
 * the time that the reading took.
 * @throws NotFoundError where there is no source, UnavailableError where recognition is busy
 */
export function readDocument(ports: ReadPorts) {
  return async ({ tenant, documentId }: DocumentReference): Promise<ReadResult> => {
    const started = ports.now();
    const document = { tenant, documentId };
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
  };
}

async function storeText(
  ports: ReadPorts,
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
