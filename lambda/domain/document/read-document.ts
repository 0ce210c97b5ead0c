import { InvalidInputError, type Refusal } from '../../errors.ts';
import type { Ports } from '../../ports.ts';
import type { DocumentReference, DocumentText } from './document.ts';
import { type MediaType, claimedMediaType, detectMediaType } from './media-type.ts';
import { parseSource } from '../parsing/parse-source.ts';
import type { ParsedSource } from '../parsing/parsed-source.ts';
import { receivedDocument } from './received-record.ts';
import { type Refused, isRefused, refuse } from './refusal.ts';
import { loadReading, readingFingerprint, storeReading } from './stored-reading.ts';

/** Blob `text` is written where `status` is `read`; a refusal writes nothing. */
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

type ReadPorts = Pick<Ports, 'documents' | 'records' | 'text' | 'ingestion' | 'now'>;

/**
 * Turns blob `source` into blob `text`:
 * 1. the kind by its bytes, against the name's extension;
 * 2. the text that the file carries, under the limits of `config` ingestion;
 * 3. pages without text are recognised;
 * 4. pages are joined by a form feed line; the text is stored, then the result.
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
    const read = await readBytes(ports, document, { bytes, name: received.name });
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
  read: DocumentText,
  started: number,
): Promise<ReadResult> {
  const body = new TextEncoder().encode(JSON.stringify(read));
  await ports.documents.put({ ...document, name: 'text' }, body, 'application/json');
  const { pages, method, mediaType, text } = read;
  const durationMs = ports.now() - started;
  return { status: 'read', pages, characters: text.length, method, mediaType, durationMs };
}

function refused(refusal: Refusal, durationMs: number): ReadResult {
  return { status: 'refused', refusal, durationMs };
}

async function readBytes(
  ports: ReadPorts,
  document: DocumentReference,
  { bytes, name }: { readonly bytes: Uint8Array; readonly name: string },
): Promise<DocumentText | Refused> {
  const { maxBytes } = ports.ingestion;
  if (bytes.length === 0) return empty();
  if (bytes.length > maxBytes) return oversized(bytes.length, maxBytes);
  const kind = detectMediaType(bytes, name);
  if (isRefused(kind)) return kind;
  const { mediaType } = kind;
  const parsed = await parseSource(bytes, mediaType, { ...ports.ingestion, now: ports.now });
  if (isRefused(parsed)) return parsed;
  const whole = await recogniseMissing(ports, document, { bytes, mediaType, parsed });
  if (isRefused(whole)) return whole;
  const text = whole.pages.join('\n\f\n');
  if (text.trim() === '') return noText(mediaType, whole.ocrConfidence !== null);
  const method = whole.ocrConfidence === null ? 'text' : 'ocr';
  const { ocrConfidence } = whole;
  return { text, pages: whole.pages.length, method, mediaType, ocrConfidence };
}

async function recogniseMissing(
  { text }: Pick<Ports, 'text'>,
  document: DocumentReference,
  source: { bytes: Uint8Array; mediaType: MediaType; parsed: ParsedSource },
): Promise<{ pages: readonly string[]; ocrConfidence: number | null } | Refused> {
  const { pages, pagesWithoutText } = source.parsed;
  if (pagesWithoutText.length === 0) return { pages, ocrConfidence: null };
  try {
    const { bytes, mediaType } = source;
    const scan = await text.recognise({ document, bytes, mediaType, pages: pagesWithoutText });
    const missing = new Set(pagesWithoutText);
    const merged = pages.map((page, index) =>
      missing.has(index + 1) ? scan.pages[index]?.trim() || page : page,
    );
    const recognised = merged.some((page, index) => page !== pages[index]);
    return { pages: merged, ocrConfidence: recognised ? scan.confidence : null };
  } catch (error) {
    if (error instanceof InvalidInputError) return refuse('corrupt', error.message);
    throw error;
  }
}

function empty(): Refused {
  return refuse('empty', 'a document must have content, got 0 bytes; send it again');
}

function oversized(bytes: number, maxBytes: number): Refused {
  return refuse(
    'oversized',
    `a document must have at most ${maxBytes} bytes, got ${bytes}; split it or raise ingestion.maxBytes in config`,
  );
}

function noText(mediaType: MediaType, recognised: boolean): Refused {
  const how = recognised || mediaType.startsWith('image/') ? 'after recognition' : 'in the file';
  return refuse(
    'no-text',
    `a document must have text that can be read, got none ${how}; scan it at 300 dots an inch or send the original`,
  );
}
