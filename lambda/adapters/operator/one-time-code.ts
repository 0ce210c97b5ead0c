import { createHmac } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP_MS = 30_000;
const DIGITS = 6;

/**
 * The code that an authenticator app would show (RFC 6238, SHA-1, 30 seconds, six digits).
 * @param secret base32, as Cognito gives it
 */
export function oneTimeCode(secret: string, atMs: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(atMs / STEP_MS)));
  const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  // RFC 4226, 5.3: the last four bits say where the 31 bits of the code begin.
  const offset = digest.readUInt8(digest.length - 1) & 0x0f;
  const bits = digest.readUInt32BE(offset) & 0x7f_ff_ff_ff;
  return String(bits % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** RFC 4648, without padding. */
function fromBase32(text: string): Buffer {
  const bits = Array.from(text.toUpperCase().replaceAll('=', ''))
    .map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const bytes = bits.match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}
