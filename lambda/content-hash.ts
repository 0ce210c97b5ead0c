import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/**
 * SHA-256 of the value's canonical JSON (RFC 8785), hexadecimal: the same content, the same hash,
 * whatever the order of its keys. Properties that are undefined count as absent.
 */
export function contentHash(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

/** SHA-256 of the text as it stands, hexadecimal. */
export function textHash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Leaf of a Merkle tree (RFC 6962, section 2.1) over a salt and the value's canonical JSON, hexadecimal:
 * without the salt nobody can guess a short value from its hash.
 */
export function commitment(salt: string, value: unknown): string {
  return createHash('sha256').update('\0').update(salt).update(canonical(value)).digest('hex');
}

/** The tree without leaves: SHA-256 of nothing (RFC 6962, section 2.1). */
export const EMPTY_TREE = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** Leaf of a Merkle tree over a hash, hexadecimal (RFC 6962, section 2.1). */
export function leafHash(hash: string): string {
  return createHash('sha256').update('\0').update(hash, 'hex').digest('hex');
}

/** Inner node over its two children, hexadecimal (RFC 6962, section 2.1). */
export function nodeHash(left: string, right: string): string {
  const hash = createHash('sha256').update('\u0001');
  return hash.update(left, 'hex').update(right, 'hex').digest('hex');
}

/** Its first 16 digits: enough to name a version. */
export function shortHash(value: unknown): string {
  return contentHash(value).slice(0, 16);
}

function canonical(value: unknown): string {
  return canonicalize(wellFormed(value)) ?? 'null';
}

/**
 * RFC 8785 has no form for half a surrogate pair, which a text that was cut may end in: it is hashed as
 * JSON would escape it.
 */
function wellFormed(value: unknown): unknown {
  const text = JSON.stringify(value);
  if (text === undefined || !/\\ud[89a-f]/.test(text)) return value;
  return JSON.parse(text, (_, inner: unknown) =>
    typeof inner === 'string' ? inner.replaceAll(/\p{Surrogate}/gu, escaped) : inner,
  );
}

function escaped(half: string): string {
  return `\\u${half.charCodeAt(0).toString(16)}`;
}
