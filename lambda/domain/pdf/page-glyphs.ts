import type { Rectangle } from '../layout/text-run.ts';
import { type PageView, readFloats, toView } from './page-view.ts';
import { type Pdfium, viewOf, withMemory } from './pdfium.ts';

/** One character as it is drawn, on the upright page. */
export interface Glyph {
  readonly text: string;
  readonly box: Rectangle;
  /** Where its baseline begins. */
  readonly origin: readonly [number, number];
  readonly size: number;
  readonly bold: boolean;
  /** Counter-clockwise quarter turns against the upright page. */
  readonly quarter: number;
  /** The file names no character for it: what stands here is a guess. */
  readonly unmapped: boolean;
}

interface Style {
  readonly size: number;
  readonly bold: boolean;
  readonly quarter: number;
}

/** Weight of a font from which it is bold (OpenType OS/2, usWeightClass). */
const BOLD = 600;
/** A page of small print has 20,000; more is a trap. */
export const MAX_GLYPHS = 400_000;

/** Characters of a loaded page in the file's order; null where there are too many. */
export function pageGlyphs(pdfium: Pdfium, page: number, view: PageView): readonly Glyph[] | null {
  const text = pdfium._FPDFText_LoadPage(page);
  if (text === 0) return [];
  try {
    const count = pdfium._FPDFText_CountChars(text);
    if (count > MAX_GLYPHS) return null;
    return withMemory(pdfium, 40, (memory) => readGlyphs(pdfium, { text, count, memory, view }));
  } finally {
    pdfium._FPDFText_ClosePage(text);
  }
}

function readGlyphs(
  pdfium: Pdfium,
  page: { text: number; count: number; memory: number; view: PageView },
): Glyph[] {
  const { text, count, memory, view } = page;
  const glyphs: Glyph[] = [];
  let object = -1;
  let style: Style = { size: 0, bold: false, quarter: 0 };
  for (let index = 0; index < count; index += 1) {
    if (pdfium._FPDFText_IsGenerated(text, index) === 1) continue;
    const character = characterAt(pdfium, text, index);
    if (character === '') continue;
    const drawnBy = pdfium._FPDFText_GetTextObject(text, index);
    if (drawnBy !== object) {
      object = drawnBy;
      style = styleAt(pdfium, page, index);
    }
    pdfium._FPDFText_GetLooseCharBox(text, index, memory);
    const [left = 0, top = 0, right = 0, bottom = 0] = readFloats(pdfium, memory, 4);
    const [x0, y0] = toView(view, left, bottom);
    const [x1, y1] = toView(view, right, top);
    pdfium._FPDFText_GetCharOrigin(text, index, memory + 16, memory + 24);
    const origin = viewOf(pdfium, memory + 16, 16);
    glyphs.push({
      ...style,
      text: character,
      box: [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)],
      origin: toView(view, origin.getFloat64(0, true), origin.getFloat64(8, true)),
      unmapped: pdfium._FPDFText_HasUnicodeMapError(text, index) === 1,
    });
  }
  return glyphs;
}

/** Empty for what is no character. U+0002 is PDFium's mark for a hyphen at a line's end. */
function characterAt(pdfium: Pdfium, text: number, index: number): string {
  const code = pdfium._FPDFText_GetUnicode(text, index);
  if (code === 2 || code === 0xfffe) return '-';
  if (code < 0x20 || code === 0xfeff || code === 0xffff || code > 0x10ffff) return '';
  return presentable(String.fromCodePoint(code));
}

/** Ligatures and contextual forms (U+FB00 to U+FDFF, U+FE70 to U+FEFC) as the letters they are. */
function presentable(character: string): string {
  return /[\ufb00-\ufdff\ufe70-\ufefc]/.test(character) ? character.normalize('NFKC') : character;
}

function styleAt(
  pdfium: Pdfium,
  { text, memory, view }: { text: number; memory: number; view: PageView },
  index: number,
): Style {
  pdfium._FPDFText_GetMatrix(text, index, memory);
  const [a = 1, b = 0, c = 0, d = 1] = readFloats(pdfium, memory, 4);
  // The text's direction counter-clockwise on the page, less the page's own clockwise turns.
  const angle = Math.atan2(b, a) / (Math.PI / 2) - view.turns;
  return {
    size: pdfium._FPDFText_GetFontSize(text, index) * Math.hypot(c, d),
    bold: pdfium._FPDFText_GetFontWeight(text, index) >= BOLD,
    quarter: ((Math.round(angle) % 4) + 4) % 4,
  };
}
