import { PDFDocument, type PDFFont, type PDFPage, StandardFonts } from '@cantoo/pdf-lib';
import type { Chance } from '../chance.ts';
import type { Block, Draft } from '../draft.ts';
import { type Rendered, wrap } from './render-text.ts';

export interface PdfLayout {
  readonly font: StandardFonts;
  readonly boldFont: StandardFonts;
  /** Points. */
  readonly size: number;
  readonly pageSize: readonly [width: number, height: number];
  readonly footer: boolean;
}

/** Text is laid out as lines first, so that a block never splits across pages. */
interface Line {
  readonly cells: readonly { readonly x: number; readonly text: string }[];
  readonly bold: boolean;
  readonly size: number;
}

const A4 = [595.28, 841.89] as const;
const LETTER = [612, 792] as const;
const MARGIN = 58;
/** Leading within a block; blocks stand two and more apart, so that readers see paragraphs. */
const LEADING = 1.3;
const BLOCK_GAP = 0.9;
const FAMILIES = [
  [StandardFonts.Helvetica, StandardFonts.HelveticaBold],
  [StandardFonts.TimesRoman, StandardFonts.TimesRomanBold],
  [StandardFonts.Courier, StandardFonts.CourierBold],
] as const;
/** The files bear one fixed day: the same corpus has the same bytes whenever it is made. */
const FIXED_DATE = new Date(Date.UTC(2024, 0, 1));

export function choosePdfLayout(chance: Chance, american: boolean): PdfLayout {
  const [font, boldFont] = chance.pick([...FAMILIES, FAMILIES[0], FAMILIES[1]]);
  return {
    font,
    boldFont,
    size: chance.pick([10, 10.5, 11]),
    pageSize: american ? LETTER : A4,
    footer: chance.happens(0.5),
  };
}

/** A PDF with a text layer in standard fonts (WinAnsi: English, German and Spanish letters). */
export async function renderPdf(
  draft: Draft,
  layout: PdfLayout,
): Promise<Rendered & { readonly pages: number }> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.setCreationDate(FIXED_DATE);
  pdf.setModificationDate(FIXED_DATE);
  const regular = await pdf.embedFont(layout.font);
  const bold = await pdf.embedFont(layout.boldFont);
  const typesetter = createTypesetter(pdf, layout, regular, bold);
  for (const block of draft.blocks) {
    typesetter.place(setBlock(block, layout, widthsOf(block.kind === 'title' ? bold : regular)));
  }
  if (layout.footer) drawFooters(pdf.getPages(), regular);
  const bytes = await pdf.save({ addDefaultPage: false, updateFieldAppearances: false });
  const printed = (text: string): string =>
    setBlock({ kind: 'paragraph', text }, layout, widthsOf(regular))
      .map((line) => line.cells[0]?.text ?? '')
      .join('\n');
  return { bytes, extension: 'pdf', printed, pages: pdf.getPageCount() };
}

function createTypesetter(pdf: PDFDocument, layout: PdfLayout, regular: PDFFont, bold: PDFFont) {
  const [width, height] = layout.pageSize;
  let page = pdf.addPage([width, height]);
  let y = height - MARGIN;
  return {
    place(lines: readonly Line[]): void {
      const needed = lines.reduce((sum, line) => sum + line.size * LEADING, 0);
      if (y - needed < MARGIN && y < height - MARGIN) {
        page = pdf.addPage([width, height]);
        y = height - MARGIN;
      }
      for (const line of lines) {
        y -= line.size * LEADING;
        for (const { x, text } of line.cells) {
          page.drawText(text, {
            x: MARGIN + x,
            y,
            size: line.size,
            font: line.bold ? bold : regular,
          });
        }
      }
      y -= layout.size * BLOCK_GAP;
    },
  };
}

function setBlock(block: Block, layout: PdfLayout, widthOf: (text: string) => number): Line[] {
  const { size, pageSize } = layout;
  const usable = pageSize[0] - 2 * MARGIN;
  const set = (text: string, bold = false, at = size): Line[] =>
    wrap(text, (line) => widthOf(line) * at <= usable).map((line) => ({
      cells: [{ x: 0, text: line }],
      bold,
      size: at,
    }));
  switch (block.kind) {
    case 'title':
      return set(block.text, true, size + 5);
    case 'heading':
      return set(block.text, true);
    case 'paragraph':
      return set(block.text);
    case 'lines':
      return block.lines.flatMap((line) => set(line));
    case 'table':
      return setTable(block, usable, size);
  }
}

/** The first column takes what the others leave. */
function setTable(block: Block & { kind: 'table' }, usable: number, size: number): Line[] {
  const column = usable / (block.header.length + 1.5);
  const row = (cells: readonly string[], bold: boolean): Line => ({
    cells: cells.map((text, index) => ({
      x: index === 0 ? 0 : usable - (cells.length - index) * column,
      text,
    })),
    bold,
    size,
  });
  return [row(block.header, true), ...block.rows.map((cells) => row(cells, false))];
}

const widths = new WeakMap<PDFFont, Map<string, number>>();

/** Width at size 1 by single letters: a tenth of the time of measuring each line whole. */
function widthsOf(font: PDFFont): (text: string) => number {
  const letters = widths.get(font) ?? new Map<string, number>();
  widths.set(font, letters);
  return (text) => {
    let sum = 0;
    for (const letter of text) {
      let width = letters.get(letter);
      if (width === undefined) {
        width = font.widthOfTextAtSize(letter, 1);
        letters.set(letter, width);
      }
      sum += width;
    }
    return sum;
  };
}

function drawFooters(pages: readonly PDFPage[], font: PDFFont): void {
  for (const [index, page] of pages.entries()) {
    const text = `Page ${index + 1} of ${pages.length}`;
    page.drawText(text, { x: MARGIN, y: MARGIN / 2, size: 8, font });
  }
}
