import { type MediaType, READABLE, claimedMediaType, isTextual } from '../document/media-type.ts';
import { type Refused, isRefused, refuse } from '../document/refusal.ts';
import { archiveKind } from './archive-kind.ts';
import { textKind } from './text-kind.ts';

/** First bytes → type (registered signatures: ISO 32000, RFC 2083, ISO 10918, TIFF 6.0, RTF 1.9). */
const SIGNATURES: readonly (readonly [string, MediaType])[] = [
  ['89504e470d0a1a0a', 'image/png'],
  ['ffd8ff', 'image/jpeg'],
  ['49492a00', 'image/tiff'],
  ['4d4d002a', 'image/tiff'],
  ['7b5c727466', 'application/rtf'],
];
/** Known kinds that cannot be read, with what to do about them. */
const UNREADABLE: readonly (readonly [signature: string, kind: string, remedy: string])[] = [
  ['47494638', 'a GIF', 'save it as PNG'],
  ['52494646', 'a RIFF file (WebP, WAV, AVI)', 'save an image as PNG'],
  ['424d', 'a BMP image', 'save it as PNG'],
  ['1f8b', 'a gzip archive', 'unpack it and send each file'],
  ['377abcaf271c', 'a 7-Zip archive', 'unpack it and send each file'],
  ['526172211a07', 'a RAR archive', 'unpack it and send each file'],
  ['7f454c46', 'a Linux program', 'send a document'],
  ['4d5a', 'a Windows program', 'send a document'],
  ['25215053', 'a PostScript file', 'save it as PDF'],
  ['53514c69746520', 'an SQLite database', 'send a document'],
  ['ff575043', 'a WordPerfect document', 'save it as .docx or PDF'],
  ['0e11fc0dd0cf11e0', 'an old Office file', 'save it in a current format'],
];
/** Streams of a compound file (MS-CFB) → what it is, and what to do. */
const COMPOUND: readonly (readonly [stream: string, kind: string, remedy: string])[] = [
  ['WordDocument', 'an old Word document (.doc)', 'save it as .docx or PDF'],
  ['Workbook', 'an old Excel workbook (.xls)', 'save it as .xlsx'],
  ['Book', 'an old Excel workbook (.xls)', 'save it as .xlsx'],
  ['PowerPoint Document', 'an old PowerPoint presentation (.ppt)', 'save it as .pptx or PDF'],
  ['VisioDocument', 'a Visio drawing (.vsd)', 'save it as PDF'],
  ['HwpSummaryInformation', 'a Hangul document (.hwp)', 'save it as .docx or PDF'],
  ['Quill', 'a Publisher document (.pub)', 'save it as PDF'],
];
const COMPOUND_SIGNATURE = 'd0cf11e0a1b11ae1';
/** Its property stream is what makes a compound file a message (MS-OXMSG, 2.4). */
const MESSAGE_STREAM = '__properties_version1.0';
/** The stream in which Office keeps an encrypted file (MS-OFFCRYPTO, 2.3.4.4). */
const ENCRYPTED_STREAM = 'EncryptedPackage';
/** ISO 32000-1, annex H: a reader accepts the header within the first 1,024 bytes. */
const HEADER_BYTES = 1_024;

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
  const found = binaryKind(bytes);
  if (found !== null && isRefused(found)) return found;
  if (found === null) {
    if (claimed === null || isTextual(claimed)) return { mediaType: textKind(bytes, claimed) };
    return notAsClaimed(name, claimed, bytes);
  }
  if (claimed !== null && claimed !== found.mediaType) {
    return mislabelled(name, claimed, found.mediaType);
  }
  return found;
}

function binaryKind(bytes: Uint8Array): { readonly mediaType: MediaType } | Refused | null {
  const head = Buffer.from(bytes.subarray(0, HEADER_BYTES));
  const hex = head.toString('hex', 0, 16);
  const known = SIGNATURES.find(([signature]) => hex.startsWith(signature));
  if (known) return { mediaType: known[1] };
  if (hex.startsWith('504b0304') || hex.startsWith('504b0506')) return archiveKind(bytes);
  if (head.includes('%PDF-')) return { mediaType: 'application/pdf' };
  if (hex.startsWith(COMPOUND_SIGNATURE)) return compoundKind(bytes);
  const unreadable = UNREADABLE.find(([signature]) => hex.startsWith(signature));
  if (unreadable === undefined || isPlainly(unreadable[0], head)) return null;
  return unsupported(unreadable[1], unreadable[2]);
}

function compoundKind(bytes: Uint8Array): { readonly mediaType: MediaType } | Refused {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (stream: string): boolean => content.includes(Buffer.from(stream, 'utf16le'));
  if (has(ENCRYPTED_STREAM)) {
    return refuse(
      'encrypted',
      'an office file must be readable without a password; save it without one',
    );
  }
  if (has(MESSAGE_STREAM)) return { mediaType: 'application/vnd.ms-outlook' };
  const known = COMPOUND.find(([stream]) => has(stream));
  return known
    ? unsupported(known[1], known[2])
    : unsupported('an old Office file (.doc, .xls, .ppt)', 'save it in a current format or as PDF');
}

/** Two letters are a signature too: a text may begin with them. */
function isPlainly(signature: string, head: Buffer): boolean {
  return signature.length === 4 && !head.includes(0);
}

function unsupported(kind: string, remedy: string): Refused {
  return refuse('unsupported-format', `a document must be ${READABLE}, got ${kind}; ${remedy}`);
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
