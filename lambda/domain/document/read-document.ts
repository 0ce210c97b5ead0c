import { InvalidInputError, type Refusal } from '../../errors.ts';
import type { Ports } from '../../ports.ts';
import type { DocumentReference, DocumentText } from './document.ts';
import { documentName } from './document-name.ts';
import { type MediaType, detectMediaType } from './media-type.ts';
import { parseSource } from './parse-source.ts';
import type { ParsedSource } from './parsed-source.ts';
import { type Refused, isRefused, refuse } from './refusal.ts';

/** Blob `text` is written where `status` is `read`; a refusal writes nothing. */
export type ReadResult =
  | {
      readonly status: 'read';
      readonly pages: number;
      readonly characters: number;
      readonly method: DocumentText['method'];
      readonly mediaType: MediaType;
      readonly durationMs: number;
    }
  | { readonly status: 'refused'; readonly refusal: Refusal; readonly durationMs: number };

type ReadPorts = Pick<Ports, 'documents' | 'records' | 'text' | 'ingestion' | 'now'>;

/**
 * Turns blob `source` into blob `text`:
 * 1. the kind by its bytes, against the name's extension;
 * 2. the text that the file carries, under the limits of `config` ingestion;
 * 3. pages without text are recognised;
 * 4. pages are joined by a form feed line, the text is stored.
 * @throws NotFoundError where there is no source, UnavailableError where recognition is busy
 */
export function readDocument(ports: ReadPorts) {
  return async (document: DocumentReference): Promise<ReadResult> => {
    const started = ports.now();
    const { tenant, documentId } = document;
    const bytes = await ports.documents.get({ tenant, documentId, name: 'source' });
    const read = await readBytes(ports, { tenant, documentId }, bytes);
    const durationMs = ports.now() - started;
    if (isRefused(read)) return { status: 'refused', refusal: read.refusal, durationMs };
    await ports.documents.put(
      { tenant, documentId, name: 'text' },
      new TextEncoder().encode(JSON.stringify(read)),
      'application/json',
    );
    const { pages, method, mediaType } = read;
    const characters = read.text.length;
    return { status: 'read', pages, characters, method, mediaType, durationMs };
  };
}

async function readBytes(
  ports: ReadPorts,
  document: DocumentReference,
  bytes: Uint8Array,
): Promise<(DocumentText & { readonly mediaType: MediaType }) | Refused> {
  const { maxBytes } = ports.ingestion;
  if (bytes.length === 0) return empty();
  if (bytes.length > maxBytes) return oversized(bytes.length, maxBytes);
  const kind = detectMediaType(bytes, await documentName(ports.records, document));
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
