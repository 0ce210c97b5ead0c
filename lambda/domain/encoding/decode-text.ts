import { READABLE } from '../document/media-type.ts';
import { type Refused, refuse } from '../document/refusal.ts';
import { decodeBytes } from './decode-bytes.ts';
import { doubleByteCandidates } from './double-byte.ts';
import { mixedText } from './mixed-text.ts';
import { highSample } from './high-sample.ts';
import { singleByteEncoding } from './single-byte.ts';

/** Share of control characters from which bytes are no text: file(1) allows none, scans a few. */
const MAX_CONTROL_SHARE = 0.002;

/** What switches ISO-2022-JP to Kanji and back (RFC 1468). */
const ESCAPES = ['\u001b$B', '\u001b$@', '\u001b(J', '\u001b(I'];

export interface DecodedText {
  readonly text: string;
  /** Label of WHATWG's Encoding standard; `mixed` where lines are in several. */
  readonly encoding: string;
}

/**
 * Decodes a text file by evidence: byte order mark; UTF-16 by its zero bytes; UTF-8 where it is
 * whole; the encoding that the file declares; an Asian one whose rows of common characters the
 * bytes keep to; the single-byte one whose letters make words of one language.
 */
export function decodeText(
  bytes: Uint8Array,
  declared: string | null = null,
): DecodedText | Refused {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 'utf-16be');
  const zeros = countZeros(bytes);
  if (zeros.even + zeros.odd > 0) return decodeWithZeros(bytes, zeros);
  const utf8 = decodeBytes(bytes, 'utf-8');
  if (utf8 !== null)
    return ESCAPES.some((escape) => utf8.includes(escape))
      ? decodeEscaped(bytes)
      : checked(utf8, 'utf-8');
  const byDeclaration = declared === null ? null : decodeAs(bytes, declared);
  return byDeclaration ?? decodeLegacy(bytes);
}

function decodeAs(bytes: Uint8Array, label: string): DecodedText | null {
  if (/^utf-?(?:8|16)/i.test(label.trim())) return null; // It is not: see above.
  const text = decodeBytes(bytes, label);
  return text === null ? null : { text, encoding: label.trim().toLowerCase() };
}

/** ISO-2022-JP is in seven bits: its escapes are all that tells it from ASCII. */
function decodeEscaped(bytes: Uint8Array): DecodedText | Refused {
  const text = decodeBytes(bytes, 'iso-2022-jp');
  return text === null ? wrongEncoding('broken ISO-2022-JP') : checked(text, 'iso-2022-jp');
}

function decodeUtf16(bytes: Uint8Array, label: 'utf-16le' | 'utf-16be'): DecodedText | Refused {
  const text = decodeBytes(bytes, label);
  return text === null
    ? wrongEncoding(`${label} with half or unpaired characters`)
    : checked(text, label);
}

/**
 * Characters up to U+00FF have a zero in UTF-16, always on the same side: in Latin text nearly
 * every one, in Chinese at least the line ends.
 */
function decodeWithZeros(bytes: Uint8Array, zeros: { even: number; odd: number }) {
  const half = bytes.length / 2;
  if (zeros.odd > half * 0.7 && zeros.even < half * 0.05) return decodeUtf16(bytes, 'utf-16le');
  if (zeros.even > half * 0.7 && zeros.odd < half * 0.05) return decodeUtf16(bytes, 'utf-16be');
  const wide = bytes.length % 2 === 0 && !isMostlyAscii(bytes) ? decodeWide(bytes) : null;
  if (wide !== null) return wide;
  return binary(`${zeros.even + zeros.odd} NUL bytes`);
}

/** The byte order in which nearly all is text, and most of it punctuation, blanks and digits. */
function decodeWide(bytes: Uint8Array): DecodedText | null {
  const usual = (text: string): number => text.match(/[\n\r \d\u3000-\u3002\uff0c]/g)?.length ?? 0;
  return (['utf-16le', 'utf-16be'] as const)
    .map((encoding) => ({ encoding, text: decodeBytes(bytes, encoding) ?? '' }))
    .filter(({ text }) => text !== '' && isMostlyLetters(text))
    .reduce<DecodedText | null>(
      (best, one) => (best === null || usual(one.text) > usual(best.text) ? one : best),
      null,
    );
}

/** Letters of ASCII with a few zeros between are no UTF-16, whatever the pairs would mean. */
function isMostlyAscii(bytes: Uint8Array): boolean {
  const ascii = bytes.reduce((sum, byte) => sum + (byte >= 0x20 && byte < 0x7f ? 1 : 0), 0);
  return ascii > bytes.length * 0.75;
}

/** Letters, digits, blanks and punctuation that Unicode assigns, of at most a few scripts. */
function isMostlyLetters(text: string): boolean {
  const usual = text.match(/[\p{L}\p{M}\p{N}\p{P}\p{Zs}\n\r\t\p{Sc}]/gu)?.join('').length ?? 0;
  const rare = text.match(/\p{Script=Yi}|\p{Co}|\p{Cn}|[\u3400-\u4dbf]/gu)?.length ?? 0;
  return usual > text.length * 0.95 && rare < text.length * 0.02;
}

function decodeLegacy(bytes: Uint8Array): DecodedText | Refused {
  const controls = bytes.reduce((count, byte) => count + (isControl(byte) ? 1 : 0), 0);
  if (controls > bytes.length * MAX_CONTROL_SHARE) return binary(`${controls} control characters`);
  const mixed = mixedText(bytes);
  if (mixed?.text === null) return wrongEncoding('UTF-8 with broken characters');
  if (mixed !== null) return checked(mixed.text, 'mixed');
  const label = legacyEncoding(bytes);
  const text = label === null ? null : decodeBytes(bytes, label);
  return label === null || text === null
    ? wrongEncoding('bytes that are no language in any encoding')
    : checked(text, label);
}

/** The encoding of bytes that are not UTF-8; null where nothing fits. */
export function legacyEncoding(bytes: Uint8Array): string | null {
  const sample = highSample(bytes);
  const double = doubleByteCandidates(sample).find(
    ({ label }) => decodeBytes(bytes, label) !== null,
  );
  const single = singleByteEncoding(sample);
  // An Asian text is hardly ever plausible in a single-byte encoding: its words jump in case.
  if (double && double.score >= (single?.score ?? 0) * 0.8) return double.label;
  return single?.label ?? null;
}

function checked(text: string, encoding: string): DecodedText | Refused {
  let controls = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (isControl(text.charCodeAt(at))) controls += 1;
  }
  if (controls > text.length * MAX_CONTROL_SHARE) return binary(`${controls} control characters`);
  const replaced = text.match(/\ufffd/g)?.length ?? 0;
  // One in a hundred: the file was decoded wrongly before it came here, and cannot be mended.
  if (replaced > text.length / 100) return wrongEncoding(`${replaced} replacement characters`);
  return { text: text.startsWith('\ufeff') ? text.slice(1) : text, encoding };
}

/** Control characters that no text holds: C0 but tab, line and form feed, return and escape. */
function isControl(code: number): boolean {
  return code < 0x20 && ![9, 10, 12, 13, 27].includes(code);
}

function countZeros(bytes: Uint8Array): { even: number; odd: number } {
  const zeros = { even: 0, odd: 0 };
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) {
    if (at % 2 === 0) zeros.even += 1;
    else zeros.odd += 1;
  }
  return zeros;
}

function binary(found: string): Refused {
  return refuse(
    'binary',
    `a document must be ${READABLE}, got bytes with ${found}; convert it to one of these`,
  );
}

function wrongEncoding(found: string): Refused {
  return refuse(
    'wrong-encoding',
    `text must be UTF-8, UTF-16 or in an encoding that its words show, got ${found}; save it again as UTF-8`,
  );
}
