import type { PdfFont, PdfPage, PdfText } from '../generate/render/pdf-file.ts';
import { letterWidth, pdfFile } from '../generate/render/pdf-file.ts';

/** Points from the upper left corner of an A4 page. */
interface Mark {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly text: string;
}
export interface Pen {
  readonly size?: number;
  readonly bold?: boolean;
  /** Where `x` lies in the text. */
  readonly align?: 'left' | 'right' | 'centre';
}

/** Pages on which text stands where a layout puts it, not one block after another. */
export interface Sheet {
  /** Writes one line. */
  put(x: number, y: number, text: string, pen?: Pen): void;
  /** Writes lines one below another; the next free y. */
  stack(x: number, y: number, lines: readonly string[], pen?: Pen): number;
  /** Writes a paragraph within a width; the next free y. */
  flow(x: number, y: number, width: number, text: string, pen?: Pen): number;
  turn(): void;
  readonly pages: readonly (readonly Mark[])[];
}

export type Family = 'Helvetica' | 'Times' | 'Courier';

export const PAGE_WIDTH = 595;
export const PAGE_HEIGHT = 842;
const LEADING = 1.32;
const USUAL_SIZE = 9.5;
/** Width of a column of plain text, in points. */
const COLUMN = 4.9;
/** Rows of plain text part here, in points. */
const SAME_ROW = 5;

export function openSheet(family: Family): Sheet {
  const pages: Mark[][] = [[]];
  const put: Sheet['put'] = (
    x,
    y,
    text,
    { size = USUAL_SIZE, bold = false, align = 'left' } = {},
  ) => {
    if (text === '') return;
    const width = align === 'left' ? 0 : widthOf(text, family, size);
    const left = align === 'right' ? x - width : align === 'centre' ? x - width / 2 : x;
    pages.at(-1)?.push({ x: left, y, size, bold, text });
  };
  const stack: Sheet['stack'] = (x, y, lines, pen = {}) => {
    const step = (pen.size ?? USUAL_SIZE) * LEADING;
    for (const [at, line] of lines.entries()) put(x, y + at * step, line, pen);
    return y + lines.length * step;
  };
  return {
    put,
    stack,
    flow: (x, y, width, text, pen = {}) =>
      stack(x, y, breakLines(text, width, family, pen.size ?? USUAL_SIZE), pen),
    turn: () => void pages.push([]),
    pages,
  };
}

/** @throws Error for letters that WinAnsi does not have */
export function sheetPdf({ pages }: Sheet, family: Family): Uint8Array {
  return pdfFile(
    pages.map(
      (marks): PdfPage => ({
        size: [PAGE_WIDTH, PAGE_HEIGHT],
        texts: marks.map(
          ({ x, y, size, bold, text }): PdfText => ({
            x: Math.round(x * 100) / 100,
            y: Math.round((PAGE_HEIGHT - y) * 100) / 100,
            size,
            font: fontOf(family, bold),
            text,
          }),
        ),
      }),
    ),
  );
}

/** The pages as programs dump them: rows of blanks and text, each where it stands. */
export function sheetText({ pages }: Sheet): Uint8Array {
  const written = pages.map((marks) => {
    const rows: Mark[][] = [];
    for (const mark of [...marks].sort((a, b) => a.y - b.y || a.x - b.x)) {
      const row = rows.at(-1);
      const top = row?.[0]?.y;
      if (row === undefined || top === undefined || mark.y - top > SAME_ROW) rows.push([mark]);
      else row.push(mark);
    }
    return rows.map(textRow).join('\n');
  });
  return new TextEncoder().encode(`${written.join('\n\f\n')}\n`);
}

function textRow(row: readonly Mark[]): string {
  let line = '';
  for (const { x, text } of [...row].sort((a, b) => a.x - b.x)) {
    const column = Math.round(x / COLUMN) - 8;
    line =
      line === ''
        ? ' '.repeat(Math.max(0, column))
        : line.padEnd(Math.max(column, line.length + 2));
    line += text;
  }
  return line;
}

function widthOf(text: string, family: Family, size: number): number {
  const font = fontOf(family, false);
  return Array.from(text).reduce((sum, letter) => sum + knownWidth(font, letter) * size, 0);
}

/** Letters outside WinAnsi stand in plain text only. */
function knownWidth(font: PdfFont, letter: string): number {
  return /[\u0020-\u007e\u00a0-\u00ff€]/u.test(letter) ? letterWidth(font, letter) : 0.5;
}

function breakLines(text: string, width: number, family: Family, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, family, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

function fontOf(family: Family, bold: boolean): PdfFont {
  if (family === 'Times') return bold ? 'Times-Bold' : 'Times-Roman';
  return bold ? `${family}-Bold` : family;
}
