import { strToU8, zlibSync } from 'fflate';
import { Encodings, Font } from '@pdf-lib/standard-fonts';

/** Fonts that every reader of PDF has (ISO 32000-1, 9.6.2.2). */
export type PdfFont =
  | 'Helvetica'
  | 'Helvetica-Bold'
  | 'Times-Roman'
  | 'Times-Bold'
  | 'Courier'
  | 'Courier-Bold';

/** Points, from the lower left corner. */
export interface PdfText {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly font: PdfFont;
  readonly text: string;
}

export interface PdfPage {
  readonly size: readonly [width: number, height: number];
  readonly texts: readonly PdfText[];
}

/** What stands between `obj` and `endobj`, or the entries and bytes of a stream. */
export type PdfObject = string | { readonly entries: string; readonly bytes: Uint8Array };

/** Width of a glyph that a font has no metrics for, as readers take it. */
const UNKNOWN_WIDTH = 250;

/** Pages of text, with the same bytes whenever they are made. */
export function pdfFile(pages: readonly PdfPage[]): Uint8Array {
  const fonts = [...new Set(pages.flatMap(({ texts }) => texts.map(({ font }) => font)))];
  const firstPage = 3 + fonts.length;
  const kids = pages.map((_, index) => `${firstPage + 2 * index} 0 R`).join(' ');
  const named = fonts.map((_, index) => `/F${index} ${3 + index} 0 R`).join(' ');
  return writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
    ...fonts.map(
      (font) => `<< /Type /Font /Subtype /Type1 /BaseFont /${font} /Encoding /WinAnsiEncoding >>`,
    ),
    ...pages.flatMap(({ size, texts }, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size.join(' ')}] /Resources << /Font << ${named} >> >> /Contents ${firstPage + 2 * index + 1} 0 R >>`,
      deflated(texts.map((one) => show(one, fonts.indexOf(one.font))).join('\n')),
    ]),
  ]);
}

/** A file of these objects, numbered from 1; the first is the catalogue (ISO 32000-1, 7.5). */
export function writePdf(objects: readonly PdfObject[]): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const add = (part: string | Uint8Array): void => {
    const bytes = typeof part === 'string' ? strToU8(part, true) : part;
    parts.push(bytes);
    length += bytes.length;
  };
  // Four bytes above 127: the file is no text.
  add('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n');
  const offsets = objects.map((object, index) => {
    const offset = length;
    add(`${index + 1} 0 obj\n`);
    if (typeof object === 'string') add(object);
    else {
      add(`<< ${object.entries} /Length ${object.bytes.length} >>\nstream\n`);
      add(object.bytes);
      add('\nendstream');
    }
    add('\nendobj\n');
    return offset;
  });
  const start = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const size = objects.length + 1;
  add(`xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}`);
  add(`trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  const file = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

export function deflated(content: string): PdfObject {
  return { entries: '/Filter /FlateDecode', bytes: zlibSync(strToU8(content, true)) };
}

/**
 * Width of one letter at size 1.
 * @throws Error for a letter that WinAnsi does not have
 */
export function letterWidth(font: PdfFont, letter: string): number {
  const { name } = Encodings.WinAnsi.encodeUnicodeCodePoint(letter.codePointAt(0) ?? 0);
  const width = Font.load(font).getWidthOfGlyph(name);
  return (typeof width === 'number' ? width : UNKNOWN_WIDTH) / 1_000;
}

function show({ x, y, size, text }: PdfText, font: number): string {
  return `BT /F${font} ${size} Tf ${x} ${y} Td <${hex(text)}> Tj ET`;
}

function hex(text: string): string {
  return Array.from(text, (letter) => {
    const { code } = Encodings.WinAnsi.encodeUnicodeCodePoint(letter.codePointAt(0) ?? 0);
    return code.toString(16).padStart(2, '0');
  }).join('');
}
