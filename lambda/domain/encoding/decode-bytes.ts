/**
 * 0x80 to 0x9F of Windows-1252 (WHATWG Encoding, index-windows-1252). Several Node versions decode
 * it as ISO-8859-1 and lose the euro sign (nodejs/node issue 56542).
 */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** 0x80 to 0xFF of code page 850, which DOS wrote and no decoder knows (Unicode's CP850.TXT). */
const IBM850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞ¯´±‗¾¶§÷¸°¨·¹³²■\u00a0';
const LATIN1_LABELS = /^(?:windows-1252|cp-?1252|iso-?8859-1|latin-?1|l1|us-ascii|ascii)$/;
const IBM850_LABELS = /^(?:ibm-?850|cp-?850|850)$/;

/** Text of bytes; null where the label is unknown, or where the bytes are not of that encoding. */
export function decodeBytes(bytes: Uint8Array, label: string): string | null {
  const name = label.trim().toLowerCase();
  if (LATIN1_LABELS.test(name)) return withTable(bytes, WINDOWS_1252, 0x80, 0x9f);
  if (IBM850_LABELS.test(name)) return withTable(bytes, IBM850, 0x80, 0xff);
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch {
    return null; // The decoder's only message is that it failed; the caller tries the next one.
  }
}

/** Text of bytes in the encoding that a file declares; what is damaged becomes U+FFFD. */
export function decodeDeclared(bytes: Uint8Array, label: string): string {
  const exact = decodeBytes(bytes, label);
  if (exact !== null) return exact;
  try {
    return new TextDecoder(label.trim().toLowerCase()).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes); // A name that nobody knows says nothing.
  }
}

function withTable(bytes: Uint8Array, table: string, first: number, last: number): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const pattern = last === 0x9f ? /[\u0080-\u009f]/g : /[\u0080-\u00ff]/g;
  return latin1.replaceAll(pattern, (sign) => table[sign.charCodeAt(0) - first] ?? sign);
}
