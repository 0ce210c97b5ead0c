/** WHATWG HTML, 13.2.3.2: a declaration must stand within the first 1,024 bytes; some are later. */
const SCANNED_BYTES = 4_096;

/** The charset that a page declares in a `meta` or an XML declaration; null where it does not. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SCANNED_BYTES);
  const head = Buffer.from(sample.buffer, sample.byteOffset, sample.byteLength)
    .toString('latin1')
    .replaceAll(/<!--[\s\S]*?(?:-->|$)/g, '');
  const xml = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1];
  if (xml !== undefined) return xml;
  for (const [tag] of head.matchAll(/<meta\b[^>]*>/gi)) {
    const charset = /\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(tag)?.[1];
    if (charset !== undefined) return charset;
  }
  return null;
}
