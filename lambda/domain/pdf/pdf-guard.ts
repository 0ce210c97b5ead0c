import { constants, inflateSync } from 'node:zlib';
import { expandedBytesAllowed } from '../document/parsed-source.ts';
import type { IngestionLimits } from '../../../config/schema.ts';
import { type PdfStream, drawingsOf } from './pdf-forms.ts';
import { type Refused, refuse } from '../document/refusal.ts';

/** A dictionary before a stream is short; object streams hold the long ones. */
const DICTIONARY_BYTES = 8_192;
/** Actions that run something (ISO 32000-1, 12.6.4.16 and 12.6.4.5). */
const ACTIVE = /\/S\s*\/(?:JavaScript|Launch)\b|\/JS\s*[(<\d]/;

/** A page of a busy drawing has some thousand; parsers manage 10,000 a second. */
const MAX_DRAWINGS = 100_000;

/**
 * Looks through a PDF before a parser unfolds it: the size that its streams come to, and actions
 * that run code. Images are left out: reading text does not unfold them.
 */
export function inspectPdf(bytes: Uint8Array, limits: IngestionLimits): Refused | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const allowed = expandedBytesAllowed(bytes.length, limits);
  let left = allowed;
  const forms: PdfStream[] = [];
  const packed: string[] = [];
  let outside = 0;
  for (const { number, dictionary, data } of streamsOf(file)) {
    if (hasActions(file.subarray(outside, data.byteOffset - file.byteOffset))) return active();
    outside = data.byteOffset - file.byteOffset + data.length;
    const content = unfold(dictionary, data, left);
    if (content === 'too-large') return expands(bytes.length, allowed, limits);
    left -= content.length;
    if (/\/Subtype\s*\/Form\b/.test(dictionary)) {
      forms.push({ number, dictionary, content: content.toString('latin1') });
    }
    if (/\/Type\s*\/ObjStm\b/.test(dictionary)) {
      if (hasActions(content)) return active();
      packed.push(content.toString('latin1'));
    }
  }
  if (hasActions(file.subarray(outside))) return active();
  const drawings = drawingsOf(forms, (number) => objectText(file, packed, number));
  return drawings > MAX_DRAWINGS ? tooManyDrawings(drawings) : null;
}

/** Text of an object that is no stream: in the file itself, or packed in an object stream. */
function objectText(file: Buffer, packed: readonly string[], number: number): string {
  const at = file.indexOf(`\n${number} 0 obj`);
  if (at >= 0) return file.toString('latin1', at, at + DICTIONARY_BYTES);
  for (const content of packed) {
    // "12 0 13 54 …": numbers and offsets, the offsets from the first object on.
    const header = /^[\d\s]+/.exec(content)?.[0] ?? '';
    const offset = new RegExp(`(?:^|\\s)${number}\\s+(\\d+)(?=\\s|$)`).exec(header)?.[1];
    if (offset !== undefined) return content.slice(header.length + Number(offset));
  }
  return '';
}

function* streamsOf(file: Buffer) {
  let at = file.indexOf('stream');
  while (at >= 0) {
    const end = file.indexOf('endstream', at + 6);
    const dictionaryStart = file.lastIndexOf('obj', at);
    const start = Math.max(dictionaryStart, at - DICTIONARY_BYTES, 0);
    const dictionary = file.toString('latin1', start, at);
    const label = file.toString('latin1', Math.max(0, start - 24), start);
    const number = Number(/(\d+)\s+\d+\s+$/.exec(label)?.[1] ?? -1);
    const lineBreak = file[at + 6] === 0x0d ? 2 : 1;
    const data = file.subarray(at + 6 + lineBreak, end < 0 ? undefined : end);
    yield { number, dictionary, data };
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
      if (isTooLarge(error)) return 'too-large';
      return Buffer.alloc(0); // Damaged or encrypted: the parser says so, or skips it.
    }
  }
  return content.length > limit ? 'too-large' : content;
}

function isTooLarge(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return error instanceof RangeError || code === 'ERR_BUFFER_TOO_LARGE';
}

/** @param content objects without the data of their streams, which may hold any bytes */
function hasActions(content: Buffer): boolean {
  const objects = content
    .toString('latin1')
    // Strings say anything; a name may write its letters in hexadecimal (ISO 32000-1, 7.3.5).
    .replaceAll(/\((?:[^()\\]|\\[^])*\)/g, '()')
    .replaceAll(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    );
  return ACTIVE.test(objects);
}

function expands(size: number, allowed: number, { maxExpansion }: IngestionLimits): Refused {
  return refuse(
    'expands-too-far',
    `a PDF of ${size} bytes must unfold to at most ${allowed} bytes, got more; check where it comes from, or raise ingestion.maxExpansion (${maxExpansion}) in config`,
  );
}

function tooManyDrawings(drawings: number): Refused {
  return refuse(
    'expands-too-far',
    `the forms of a PDF must come to at most ${MAX_DRAWINGS} drawings, got ${drawings}; print it to a new PDF`,
  );
}

function active(): Refused {
  return refuse(
    'active-content',
    'a PDF must run nothing, got a JavaScript or launch action; print it to a new PDF',
  );
}
