import type { Chance } from '../chance.ts';
import type { Block, Draft } from '../draft.ts';
import { letterWidth, type PdfFont, type PdfPage, type PdfText, pdfFile } from './pdf-file.ts';
import { type Rendered, wrap } from './render-text.ts';

export interface PdfLayout {
  readonly font: PdfFont;
  readonly boldFont: PdfFont;
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
  ['Helvetica', 'Helvetica-Bold'],
  ['Times-Roman', 'Times-Bold'],
  ['Courier', 'Courier-Bold'],
] as const;

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
export function renderPdf(draft: Draft, layout: PdfLayout): Rendered & { readonly pages: number } {
  const typesetter = createTypesetter(layout);
  for (const block of draft.blocks) {
    const font = block.kind === 'title' ? layout.boldFont : layout.font;
    typesetter.place(setBlock(block, layout, widthsOf(font)));
  }
  const { pages } = typesetter;
  if (layout.footer) drawFooters(pages, layout.font);
  const size = layout.pageSize;
  const bytes = pdfFile(pages.map((texts): PdfPage => ({ size, texts })));
  const printed = (text: string): string =>
    setBlock({ kind: 'paragraph', text }, layout, widthsOf(layout.font))
      .map((line) => line.cells[0]?.text ?? '')
      .join('\n');
  return { bytes, extension: 'pdf', printed, pages: pages.length };
}

function createTypesetter({ font, boldFont, pageSize, size }: PdfLayout) {
  const [, height] = pageSize;
  let page: PdfText[] = [];
  const pages = [page];
  let y = height - MARGIN;
  return {
    pages,
    place(lines: readonly Line[]): void {
      const needed = lines.reduce((sum, line) => sum + line.size * LEADING, 0);
      if (y - needed < MARGIN && y < height - MARGIN) {
        page = [];
        pages.push(page);
        y = height - MARGIN;
      }
      for (const line of lines) {
        y -= line.size * LEADING;
        for (const { x, text } of line.cells) {
          page.push({
            x: MARGIN + x,
            y,
            size: line.size,
            font: line.bold ? boldFont : font,
            text,
          });
        }
      }
      y -= size * BLOCK_GAP;
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
    case 'grid':
      return setGrid(block.rows, usable, size);
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

/** Columns of equal width. */
function setGrid(rows: readonly (readonly string[])[], usable: number, size: number): Line[] {
  const columns = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => ({
    cells: row.flatMap((text, index) =>
      text === '' ? [] : [{ x: (index * usable) / columns, text }],
    ),
    bold: false,
    size,
  }));
}

const widths = new Map<PdfFont, Map<string, number>>();

/** Width at size 1 by single letters: a tenth of the time of measuring each line whole. */
function widthsOf(font: PdfFont): (text: string) => number {
  const letters = widths.get(font) ?? new Map<string, number>();
  widths.set(font, letters);
  return (text) => {
    let sum = 0;
    for (const letter of text) {
      let width = letters.get(letter);
      if (width === undefined) {
        width = letterWidth(font, letter);
        letters.set(letter, width);
      }
      sum += width;
    }
    return sum;
  };
}

function drawFooters(pages: readonly PdfText[][], font: PdfFont): void {
  for (const [index, page] of pages.entries()) {
    const text = `Page ${index + 1} of ${pages.length}`;
    page.push({ x: MARGIN, y: MARGIN / 2, size: 8, font, text });
  }
}
