import { InvalidInputError } from '../../errors.ts';

/** Cursor over the bytes; every number is big-endian. */
interface Reader {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  at: number;
}

/** Size of each number type in bytes, by its marker. */
const SIZES: Readonly<Record<string, number>> = { i: 1, U: 1, I: 2, l: 4, L: 8, d: 4, D: 8 };
/** Nesting that no model reaches; a corrupt file must not exhaust the stack. */
const MAX_DEPTH = 64;

/**
 * Reads UBJSON (draft 12, ubjson.org) as XGBoost writes it from 2.1 on: objects, strings, counted
 * and typed arrays. 64-bit integers become numbers.
 * @throws InvalidInputError naming the byte that cannot be read
 */
export function decodeUbjson(bytes: Uint8Array): unknown {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const reader = { bytes, view, at: 0 };
  return readValue(reader, readMarker(reader), 0);
}

function readValue(reader: Reader, marker: string, depth: number): unknown {
  if (depth > MAX_DEPTH) throw unreadable(reader, `at most ${MAX_DEPTH} levels`);
  if (marker in SIZES) return readNumber(reader, marker);
  switch (marker) {
    case '{':
      return readObject(reader, depth);
    case '[':
      return readArray(reader, depth);
    case 'S':
      return readString(reader);
    case 'C':
      return readMarker(reader);
    case 'T':
      return true;
    case 'F':
      return false;
    case 'Z':
      return null;
    default:
      throw unreadable(reader, 'a UBJSON value');
  }
}

function readObject(reader: Reader, depth: number): Record<string, unknown> {
  const entries: [string, unknown][] = [];
  while (peek(reader) !== '}') {
    const key = readString(reader);
    entries.push([key, readValue(reader, readMarker(reader), depth + 1)]);
  }
  reader.at += 1;
  return Object.fromEntries(entries);
}

function readArray(reader: Reader, depth: number): unknown[] {
  let type: string | null = null;
  if (peek(reader) === '$') {
    reader.at += 1;
    type = readMarker(reader);
  }
  if (peek(reader) !== '#') {
    const items: unknown[] = [];
    while (peek(reader) !== ']') items.push(readValue(reader, readMarker(reader), depth + 1));
    reader.at += 1;
    return items;
  }
  reader.at += 1;
  const count = readLength(reader);
  const items: unknown[] = [];
  for (let index = 0; index < count; index += 1) {
    items.push(readValue(reader, type ?? readMarker(reader), depth + 1));
  }
  return items;
}

function readString(reader: Reader): string {
  const length = readLength(reader);
  const end = reader.at + length;
  const text = new TextDecoder().decode(reader.bytes.subarray(reader.at, end));
  reader.at = end;
  return text;
}

/** A length cannot exceed what is left: each item takes a byte at least. */
function readLength(reader: Reader): number {
  const length = readNumber(reader, readMarker(reader));
  const left = reader.bytes.length - reader.at;
  if (!Number.isInteger(length) || length < 0 || length > left) {
    throw unreadable(reader, `a length of at most ${left}`);
  }
  return length;
}

function readNumber(reader: Reader, marker: string): number {
  const size = SIZES[marker] ?? 0;
  const at = reader.at;
  if (size === 0 || at + size > reader.bytes.length) throw unreadable(reader, 'a number');
  reader.at += size;
  switch (marker) {
    case 'i':
      return reader.view.getInt8(at);
    case 'U':
      return reader.view.getUint8(at);
    case 'I':
      return reader.view.getInt16(at);
    case 'l':
      return reader.view.getInt32(at);
    case 'L':
      return Number(reader.view.getBigInt64(at));
    case 'd':
      return reader.view.getFloat32(at);
    default:
      return reader.view.getFloat64(at);
  }
}

function peek(reader: Reader): string {
  const byte = reader.bytes[reader.at];
  if (byte === undefined) throw unreadable(reader, 'more bytes');
  return String.fromCharCode(byte);
}

function readMarker(reader: Reader): string {
  const marker = peek(reader);
  reader.at += 1;
  return marker;
}

function unreadable(reader: Reader, expected: string): InvalidInputError {
  return new InvalidInputError(
    `byte ${reader.at} of the UBJSON model must begin ${expected}; ` +
      'give the xgboost-model of the XGBoost 3.0 container',
  );
}
