/** At least as long as three encoded words. */
const BASE64 = /(?<![\w+/=-])[A-Za-z0-9+/_-]{24,4000}={0,2}(?![\w+/=-])/g;
const HEX = /(?<![\w])(?:[0-9a-f]{2}[ :]?){16,2000}(?![\w])/gi;
const ESCAPES =
  /(?:\\x[0-9a-f]{2}|\\u[0-9a-f]{4}|&#x?[0-9a-f]{1,6};|%[0-9a-f]{2}|[ \w]){12,4000}/gi;
const ESCAPE = /\\x[0-9a-f]{2}|\\u[0-9a-f]{4}|&#x?[0-9a-f]{1,6};|%[0-9a-f]{2}/gi;
const BINARY = /(?<!\d)(?:[01]{8} ?){12,500}(?!\d)/g;
/** Of the characters of such a run, so many are escapes. */
const LEAST_ESCAPES = 12;
/** Prose is words: two with a blank between them, and nearly nothing but letters. */
const LEAST_LETTERS = 0.75;

/**
 * What stands in a text in base64 (RFC 4648), hexadecimal, octets of bits or escapes of URLs, HTML
 * and strings, where it decodes to words.
 */
export function encodedWords(text: string): readonly string[] {
  const decoded = [
    ...[...text.matchAll(BASE64)].map(([run]) => fromBase64(run)),
    ...[...text.matchAll(HEX)].map(([run]) => fromOctets(run.replace(/[ :]/g, ''), 16)),
    ...[...text.matchAll(BINARY)].map(([run]) => fromOctets(run.replaceAll(' ', ''), 2)),
    ...[...text.matchAll(ESCAPES)].map(([run]) => fromEscapes(run)),
  ];
  return decoded.filter(isProse);
}

function fromBase64(run: string): string {
  const standard = run.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  if (standard.length % 4 === 1) return '';
  return utf8(Uint8Array.from(atob(standard), (character) => character.charCodeAt(0)));
}

function fromOctets(digits: string, base: 2 | 16): string {
  const width = base === 2 ? 8 : 2;
  const octets = digits.match(new RegExp(`.{${width}}`, 'g')) ?? [];
  return utf8(Uint8Array.from(octets, (octet) => Number.parseInt(octet, base)));
}

function fromEscapes(run: string): string {
  if ((run.match(ESCAPE) ?? []).length < LEAST_ESCAPES) return '';
  const read = run.replace(/(?:(?:%|\\x)[0-9a-f]{2})+/gi, (octets) =>
    fromOctets(octets.replace(/%|\\x/gi, ''), 16),
  );
  return read.replace(ESCAPE, (escape) => {
    const base = escape.startsWith('&#') && !/^&#x/i.test(escape) ? 10 : 16;
    const code = Number.parseInt(escape.replace(/^(?:\\u|&#x?)/i, ''), base);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
  });
}

/** What is not UTF-8 is no text. */
function utf8(octets: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets);
  } catch {
    return '';
  }
}

function isProse(text: string): boolean {
  const letters = text.match(/[\p{L} ]/gu)?.length ?? 0;
  return /\p{L}{2,}[ ,]+\p{L}{2,}/u.test(text) && letters / text.length >= LEAST_LETTERS;
}
