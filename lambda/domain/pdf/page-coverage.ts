import type { Glyph } from './page-glyphs.ts';
import type { PageView } from './page-view.ts';
import { type Pdfium, withMemory } from './pdfium.ts';
import { readFloats } from './page-view.ts';

/** FPDF_PAGEOBJ_IMAGE of fpdf_edit.h. */
const IMAGE = 3;
/** A scan fills its page but for a margin; a logo or a photograph does not. */
const SCAN_SHARE = 0.5;
/** Lines of a stamp, a header or a page number cover less of a page, a short letter more. */
const TEXT_SHARE = 0.02;
/** A page of maps and drawings has more objects than any scan. */
const MOST_OBJECTS = 2_000;

/** Whether the page is a scan that its text layer hardly speaks of. */
export function isScanned(
  pdfium: Pdfium,
  page: number,
  { glyphs, view }: { readonly glyphs: readonly Glyph[]; readonly view: PageView },
): boolean {
  const area = view.width * view.height;
  if (area === 0) return false;
  const written = glyphs.reduce((sum, { box }) => sum + areaOf(box), 0);
  return written < TEXT_SHARE * area && imageArea(pdfium, page) >= SCAN_SHARE * area;
}

/** Of the page's own images; strips of a scan do not overlap. */
function imageArea(pdfium: Pdfium, page: number): number {
  const count = Math.min(MOST_OBJECTS, pdfium._FPDFPage_CountObjects(page));
  return withMemory(pdfium, 16, (memory) => {
    let area = 0;
    for (let index = 0; index < count; index += 1) {
      const object = pdfium._FPDFPage_GetObject(page, index);
      if (pdfium._FPDFPageObj_GetType(object) !== IMAGE) continue;
      pdfium._FPDFPageObj_GetBounds(object, memory, memory + 4, memory + 8, memory + 12);
      const [left = 0, bottom = 0, right = 0, top = 0] = readFloats(pdfium, memory, 4);
      area += areaOf([left, bottom, right, top]);
    }
    return area;
  });
}

function areaOf([x0, y0, x1, y1]: readonly [number, number, number, number]): number {
  return Math.abs(x1 - x0) * Math.abs(y1 - y0);
}
