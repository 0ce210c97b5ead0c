import { type Refused, refuse } from './refusal.ts';

/** What can be read. */
export type MediaType =
  | 'application/pdf'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'text/html'
  | 'text/plain'
  | 'image/png'
  | 'image/jpeg'
  | 'image/tiff';

export const DOCX =
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document' satisfies MediaType;

/** First bytes → type (registered signatures: ISO 32000, RFC 2083, ISO 10918, TIFF 6.0, APPNOTE). */
const SIGNATURES: readonly (readonly [string, MediaType])[] = [
  ['89504e470d0a1a0a', 'image/png'],
  ['ffd8ff', 'image/jpeg'],
  ['49492a00', 'image/tiff'],
  ['4d4d002a', 'image/tiff'],
];
/** Known kinds that cannot be read, so that the refusal can name them. */
const UNREADABLE: readonly (readonly [string, string])[] = [
  ['d0cf11e0a1b11ae1', 'an old Office file (.doc, .xls, .ppt)'],
  ['47494638', 'a GIF'],
  ['52494646', 'a RIFF file (WebP, WAV, AVI)'],
  ['1f8b', 'a gzip archive'],
  ['377abcaf271c', 'a 7-Zip archive'],
  ['526172211a07', 'a RAR archive'],
  ['7f454c46', 'a Linux program'],
  ['4d5a', 'a Windows program'],
  ['7b5c727466', 'an RTF document'],
  ['25215053', 'a PostScript file'],
  ['53514c69746520', 'an SQLite database'],
];
const BY_EXTENSION: Readonly<Record<string, MediaType>> = {
  pdf: 'application/pdf',
  docx: DOCX,
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'text/html',
  txt: 'text/plain',
  text: 'text/plain',
  md: 'text/plain',
  csv: 'text/plain',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  tif: 'image/tiff',
  tiff: 'image/tiff',
};
/** Name of the stream in which Office keeps an encrypted DOCX (MS-OFFCRYPTO, 2.3.4.4). */
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');
/** ISO 32000-1, annex H: a reader accepts the header within the first 1,024 bytes. */
const HEADER_BYTES = 1_024;

/** What a file's name claims; null for a name that claims nothing we read. */
export function claimedMediaType(name: string): MediaType | null {
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return BY_EXTENSION[extension] ?? null;
}

/**
 * What a file is, by its bytes. A binary kind under the extension of another one is refused as
 * mislabelled: somebody's mistake, or somebody's trick. `text/plain` means only that no other
 * kind was recognised; decoding decides whether it is text.
 */
export function detectMediaType(
  bytes: Uint8Array,
  name: string,
): { readonly mediaType: MediaType } | Refused {
  const claimed = claimedMediaType(name);
  const head = Buffer.from(bytes.subarray(0, HEADER_BYTES));
  const found = binaryKind(head);
  if (found === null) {
    const mediaType = looksLikeHtml(head) ? 'text/html' : 'text/plain';
    return claimed === null || isText(claimed)
      ? { mediaType: claimed === 'text/html' ? claimed : mediaType }
      : notAsClaimed(name, claimed, bytes);
  }
  if ('unreadable' in found) {
    if (Buffer.from(bytes).includes(ENCRYPTED_PACKAGE)) {
      return refuse('encrypted', 'a DOCX must be readable without a password; save it without one');
    }
    return refuse(
      'binary',
      `a document must be text, HTML, PDF, DOCX, PNG, JPEG or TIFF, got ${found.unreadable}; convert it to one of these`,
    );
  }
  if (claimed !== null && claimed !== found.mediaType) {
    return mislabelled(name, claimed, found.mediaType);
  }
  return found;
}

function binaryKind(head: Buffer): { mediaType: MediaType } | { unreadable: string } | null {
  const hex = head.toString('hex', 0, 16);
  const known = SIGNATURES.find(([signature]) => hex.startsWith(signature));
  if (known) return { mediaType: known[1] };
  if (hex.startsWith('504b0304') || hex.startsWith('504b0506')) return { mediaType: DOCX };
  if (head.includes('%PDF-')) return { mediaType: 'application/pdf' };
  const unreadable = UNREADABLE.find(([signature]) => hex.startsWith(signature));
  return unreadable ? { unreadable: unreadable[1] } : null;
}

/** Text under a binary extension is mislabelled; other bytes under it are a damaged file of it. */
function notAsClaimed(name: string, claimed: MediaType, bytes: Uint8Array): Refused {
  const sample = Buffer.from(bytes.subarray(0, HEADER_BYTES)).toString('latin1');
  const printable = sample.match(/[\t\n\r\u0020-\u007e]/g)?.length ?? 0;
  if (printable > sample.length * 0.9) return mislabelled(name, claimed, 'text/plain');
  return refuse(
    'corrupt',
    `a file named .${name.split('.').at(-1)} must start as ${claimed} does, got other bytes; send the original again`,
  );
}

function mislabelled(name: string, claimed: MediaType, found: MediaType): Refused {
  return refuse(
    'mislabelled',
    `the content of a file named .${name.split('.').at(-1)} must be ${claimed}, got ${found}; give it the extension of its content`,
  );
}

function looksLikeHtml(head: Buffer): boolean {
  const start = head.includes(0) ? head.toString('utf16le') : head.toString('latin1');
  return /^[^<]{0,64}<(?:!doctype\s+html|html|head|body|\?xml[^>]*>\s*<(?:!doctype\s+)?html)\b/i.test(
    start,
  );
}

function isText(mediaType: MediaType): boolean {
  return mediaType === 'text/plain' || mediaType === 'text/html';
}
