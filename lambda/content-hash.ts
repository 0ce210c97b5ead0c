import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/**
 * SHA-256 of the value's canonical JSON (RFC 8785), hexadecimal: the same content, the same hash,
 * whatever the order of its keys. Properties that are undefined count as absent.
 */
export function contentHash(value: unknown): string {
  const text = canonicalize(wellFormed(value)) ?? 'null';
  return createHash('sha256').update(text).digest('hex');
}

/** Its first 16 digits: enough to name a version. */
export function shortHash(value: unknown): string {
  return contentHash(value).slice(0, 16);
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
