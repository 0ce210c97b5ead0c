import { type Refused, refuse } from '../document/refusal.ts';

/** Share of control characters from which bytes are no text: file(1) allows none, scans a few. */
const MAX_CONTROL_SHARE = 0.002;
/** Share of high bytes above which single-byte text is no Western language (Spanish has 3 %). */
const MAX_HIGH_SHARE = 0.25;

/**
 * Decodes a text file: byte order mark, else UTF-8, else UTF-16 by its zero bytes, else
 * Windows-1252. The text is what the file says, byte order mark aside: ranges into it stay true.
 */
export function decodeText(bytes: Uint8Array): { readonly text: string } | Refused {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 'utf-16be');
  const zeros = countZeros(bytes);
  if (zeros.even + zeros.odd > 0) return decodeWithZeros(bytes, zeros);
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== null) return checked(utf8);
  return decodeSingleByte(bytes);
}

function decodeUtf16(bytes: Uint8Array, label: 'utf-16le' | 'utf-16be') {
  const text = decodeStrictly(bytes, label);
  return text === null ? wrongEncoding(`${label} with half or unpaired characters`) : checked(text);
}

/** Latin text in UTF-16 has a zero in nearly every other byte, always on the same side. */
function decodeWithZeros(bytes: Uint8Array, zeros: { even: number; odd: number }) {
  const half = bytes.length / 2;
  if (zeros.odd > half * 0.7 && zeros.even < half * 0.05) return decodeUtf16(bytes, 'utf-16le');
  if (zeros.even > half * 0.7 && zeros.odd < half * 0.05) return decodeUtf16(bytes, 'utf-16be');
  return binary(`${zeros.even + zeros.odd} NUL bytes`);
}

function decodeSingleByte(bytes: Uint8Array) {
  const high = bytes.reduce((count, byte) => (byte >= 0x80 ? count + 1 : count), 0);
  // Sequences that are whole in UTF-8 do not come about by chance in a single-byte text.
  const lenient = new TextDecoder('utf-8').decode(bytes);
  const whole = lenient.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  const broken = lenient.match(/\ufffd/g)?.length ?? 0;
  if (whole > broken) return wrongEncoding(`UTF-8 with ${broken} broken characters`);
  const text = new TextDecoder('windows-1252').decode(bytes);
  const undefinedCodes = text.match(/[\u0080-\u009f]/g)?.length ?? 0;
  const controls = countControls(text);
  if (controls > text.length * MAX_CONTROL_SHARE) return binary(`${controls} control characters`);
  if (undefinedCodes > 0) return wrongEncoding('bytes that Windows-1252 does not define');
  if (high > bytes.length * MAX_HIGH_SHARE) {
    return wrongEncoding('neither UTF-8 nor a Western single-byte encoding');
  }
  return checked(text);
}

function checked(text: string): { readonly text: string } | Refused {
  const controls = countControls(text);
  if (controls > text.length * MAX_CONTROL_SHARE) return binary(`${controls} control characters`);
  const replaced = text.match(/\ufffd/g)?.length ?? 0;
  // One in a hundred: the file was decoded wrongly before it came here, and cannot be mended.
  if (replaced > text.length / 100) return wrongEncoding(`${replaced} replacement characters`);
  return { text: text.startsWith('\ufeff') ? text.slice(1) : text };
}

function decodeStrictly(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null; // The decoder's only message is that it failed; the caller tries the next one.
  }
}

/** Control characters that no text holds: C0 but tab, line and form feed, return and escape. */
function countControls(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 && code !== 9 && code !== 10 && code !== 12 && code !== 13 && code !== 27) {
      count += 1;
    }
  }
  return count;
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
    `a document must be text, HTML, PDF, DOCX, PNG, JPEG or TIFF, got bytes with ${found}; convert it to one of these`,
  );
}

function wrongEncoding(found: string): Refused {
  return refuse(
    'wrong-encoding',
    `text must be UTF-8, UTF-16 or Windows-1252, got ${found}; save it again as UTF-8`,
  );
}
