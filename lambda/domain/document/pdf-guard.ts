import { constants, inflateSync } from 'node:zlib';
import { expandedBytesAllowed } from './parsed-source.ts';
import type { IngestionLimits } from '../../../config/schema.ts';
import { type Refused, refuse } from './refusal.ts';

/** A dictionary before a stream is short; object streams hold the long ones. */
const DICTIONARY_BYTES = 8_192;
/** Actions that run something (ISO 32000-1, 12.6.4.16 and 12.6.4.5). */
const ACTIVE = /\/S\s*\/(?:JavaScript|Launch)\b|\/JS\s*[(<\d]/;

/** A stream of a PDF: the dictionary before it, and what it unfolds to. */
export interface PdfStream {
  readonly dictionary: string;
  readonly content: Buffer;
}

/**
 * Looks through a PDF before a parser unfolds it: the size that its streams come to, and actions
 * that run code. Images are left out: reading text does not unfold them.
 */
export function inspectPdf(
  bytes: Uint8Array,
  limits: IngestionLimits,
): { readonly forms: number } | Refused {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const allowed = expandedBytesAllowed(bytes.length, limits);
  let left = allowed;
  let forms = 0;
  if (hasActions(file)) return active();
  for (const { dictionary, data } of streamsOf(file)) {
    const content = unfold(dictionary, data, left);
    if (content === 'too-large') {
      return refuse(
        'expands-too-far',
        `a PDF of ${bytes.length} bytes must unfold to at most ${allowed} bytes, got more; check where it comes from, or raise ingestion.maxExpansion (${limits.maxExpansion}) in config`,
      );
    }
    left -= content.length;
    if (/\/Subtype\s*\/Form\b/.test(dictionary)) forms += 1;
    if (/\/Type\s*\/ObjStm\b/.test(dictionary) && hasActions(content)) return active();
  }
  return { forms };
}

function* streamsOf(file: Buffer): Generator<{ dictionary: string; data: Buffer }> {
  let at = file.indexOf('stream');
  while (at >= 0) {
    const end = file.indexOf('endstream', at + 6);
    const dictionaryStart = file.lastIndexOf('obj', at);
    const start = Math.max(dictionaryStart, at - DICTIONARY_BYTES, 0);
    const dictionary = file.toString('latin1', start, at);
    const lineBreak = file[at + 6] === 0x0d ? 2 : 1;
    yield { dictionary, data: file.subarray(at + 6 + lineBreak, end < 0 ? undefined : end) };
    at = end < 0 ? -1 : file.indexOf('stream', end + 9);
  }
}

function unfold(dictionary: string, data: Buffer, limit: number): Buffer | 'too-large' {
  if (/\/Subtype\s*\/Image\b/.test(dictionary)) return Buffer.alloc(0);
  const filters = dictionary.match(/\/FlateDecode\b|\/Fl\b/g)?.length ?? 0;
  let content = data;
  for (let step = 0; step < filters; step += 1) {
    try {
      content = inflateSync(content, {
        maxOutputLength: Math.max(1, limit),
        finishFlush: constants.Z_SYNC_FLUSH,
      });
    } catch (error) {
      if (error instanceof RangeError) return 'too-large';
      return Buffer.alloc(0); // Damaged or encrypted: the parser says so, or skips it.
    }
  }
  return content.length > limit ? 'too-large' : content;
}

function hasActions(content: Buffer): boolean {
  if (!/\/J|\/Launch/.test(content.toString('latin1'))) return false;
  return ACTIVE.test(content.toString('latin1'));
}

function active(): Refused {
  return refuse(
    'active-content',
    'a PDF must run nothing, got a JavaScript or launch action; print it to a new PDF',
  );
}
