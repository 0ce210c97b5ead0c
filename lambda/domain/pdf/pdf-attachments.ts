import type { Attachment } from '../document/parsed-source.ts';
import { type Pdfium, readText, viewOf, withMemory } from './pdfium.ts';

/** An e-invoice of a thousand lines takes 2 MB; larger files are named and not unpacked. */
const MOST_BYTES = 10_000_000;
const MOST_FILES = 20;

/** XML files that a PDF carries, as Factur-X and ZUGFeRD invoices do (ISO 19005-3, 6.8). */
export function xmlAttachments(pdfium: Pdfium, document: number): Attachment[] {
  const count = Math.min(pdfium._FPDFDoc_GetAttachmentCount(document), MOST_FILES);
  return Array.from({ length: count }, (_, index) =>
    pdfium._FPDFDoc_GetAttachment(document, index),
  ).flatMap((attachment) => {
    const name = readText(pdfium, (out, size) =>
      pdfium._FPDFAttachment_GetName(attachment, out, size),
    );
    if (attachment === 0 || !/\.xml$/iu.test(name)) return [];
    const bytes = fileOf(pdfium, attachment);
    return bytes === null ? [] : [{ name, mediaType: 'application/xml', bytes }];
  });
}

/** Null where it is empty or too large. */
function fileOf(pdfium: Pdfium, attachment: number): Uint8Array | null {
  return withMemory(pdfium, 4, (needed) => {
    if (pdfium._FPDFAttachment_GetFile(attachment, 0, 0, needed) === 0) return null;
    const size = viewOf(pdfium, needed, 4).getUint32(0, true);
    if (size === 0 || size > MOST_BYTES) return null;
    return withMemory(pdfium, size, (out) => {
      if (pdfium._FPDFAttachment_GetFile(attachment, out, size, needed) === 0) return null;
      return pdfium.HEAPU8.slice(out, out + size);
    });
  });
}
