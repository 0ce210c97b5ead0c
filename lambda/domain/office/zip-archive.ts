import { Inflate } from 'fflate';
import { type Refused, refuse } from '../document/refusal.ts';

/** One file of an archive, as its central directory lists it. */
export interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  /** Unfolds it. @throws Error beyond `limit` bytes (see `isTooLarge`) or where it is damaged */
  read(limit: number): Uint8Array;
}

/** More files than any DOCX has (each image, header and footnote part is one). */
const MAX_ENTRIES = 10_000;
const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
/** The end record is 22 bytes and a comment of at most 65,535. */
const MAX_END_BYTES = 22 + 65_535;
/** DEFLATE unfolds at most 1,032 times: a step gives at most 17 MB. */
const STEP_BYTES = 16_384;

/**
 * Lists a ZIP archive by its central directory (APPNOTE.TXT 6.3.10, sections 4.3.7 to 4.3.16).
 * Sizes that the directory states are not believed: `read` counts what comes out.
 */
export function listZip(bytes: Uint8Array): { readonly entries: readonly ZipEntry[] } | Refused {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) return corrupt('no central directory: the file is cut off');
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES) {
    return refuse(
      'expands-too-far',
      `an archive must hold at most ${MAX_ENTRIES} files, got ${count}; take out what is not needed`,
    );
  }
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY_SIGNATURE) {
      return corrupt(`a central directory that ends after ${index} of ${count} entries`);
    }
    entries.push(entryAt(bytes, view, at));
    at +=
      46 +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
  }
  return { entries };
}

/** Whether unfolding stopped at its limit: ours, or that of Node's zlib. */
export function isTooLarge(error: unknown): boolean {
  if (error instanceof TooLargeError) return true;
  const code =
    typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return code === 'ERR_BUFFER_TOO_LARGE';
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): ZipEntry {
  const method = view.getUint16(at + 10, true);
  const compressed = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  const nameBytes = bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true));
  return {
    name: new TextDecoder().decode(nameBytes),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    read(limit) {
      if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL_SIGNATURE) {
        throw new Error('the entry has no local header');
      }
      const start =
        local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const data = bytes.subarray(start, start + compressed);
      if (data.length < compressed) throw new Error('the entry is cut off');
      if (method !== 0 && method !== 8) throw new Error(`compression method ${method} is unknown`);
      if (method === 8) return unfold(data, limit);
      if (data.length > limit) throw new TooLargeError();
      return data;
    },
  };
}

class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
  constructor() {
    super('the entry is larger than allowed');
  }
}

/** Piece by piece: what comes out is counted before the next piece goes in. */
function unfold(data: Uint8Array, limit: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  const inflate = new Inflate((piece) => {
    bytes += piece.length;
    pieces.push(piece);
  });
  for (let at = 0; at < data.length; at += STEP_BYTES) {
    inflate.push(data.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= data.length);
    if (bytes > limit) throw new TooLargeError();
  }
  const whole = new Uint8Array(bytes);
  let to = 0;
  for (const piece of pieces) {
    whole.set(piece, to);
    to += piece.length;
  }
  return whole;
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - MAX_END_BYTES);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  return -1;
}

function corrupt(found: string): Refused {
  return refuse(
    'corrupt',
    `an office file must be a whole ZIP archive, got ${found}; send the original again`,
  );
}
