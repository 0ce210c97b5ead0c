import { gunzipSync } from 'node:zlib';

import { InvalidInputError } from '../../errors.ts';
import { decodeUbjson } from './decode-ubjson.ts';

const TAR_BLOCK = 512;
/** Far above a model of 2,000 rounds; a small archive must not fill the memory. */
const MAX_BYTES = 500_000_000;

/**
 * The XGBoost model object inside what a training job leaves: `model.tar.gz` (a member
 * `xgboost-model`), or the model itself as UBJSON or JSON. Tar: POSIX ustar, IEEE 1003.1.
 * @throws InvalidInputError when there is no such model
 */
export function readModelFile(bytes: Uint8Array): unknown {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    const archive = gunzipSync(bytes, { maxOutputLength: MAX_BYTES });
    return readModelFile(memberOf(archive, 'xgboost-model'));
  }
  /** UBJSON writes a length marker after the brace, JSON a quote or white space. */
  if (bytes[0] === 0x7b && /["\s}]/u.test(String.fromCharCode(bytes[1] ?? 0))) {
    return JSON.parse(new TextDecoder().decode(bytes));
  }
  return decodeUbjson(bytes);
}

function memberOf(archive: Uint8Array, name: string): Uint8Array {
  let at = 0;
  while (at + TAR_BLOCK <= archive.length) {
    const member = asciiOf(archive, at, 100);
    const size = Number.parseInt(asciiOf(archive, at + 124, 12), 8) || 0;
    const start = at + TAR_BLOCK;
    if (member.split('/').at(-1) === name) return archive.subarray(start, start + size);
    at = start + Math.ceil(size / TAR_BLOCK) * TAR_BLOCK;
  }
  throw new InvalidInputError(
    `the model archive must hold a file "${name}"; train with the built-in XGBoost container`,
  );
}

function asciiOf(bytes: Uint8Array, start: number, length: number): string {
  const text = String.fromCharCode(...bytes.subarray(start, start + length));
  return text.replace(/\0.*$/su, '').trim();
}
