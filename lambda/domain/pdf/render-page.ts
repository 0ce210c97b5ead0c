import { type PageView, pageView } from './page-view.ts';
import { type Pdfium, withMemory } from './pdfium.ts';

/** FPDFBitmap_Gray of fpdfview.h: one byte a pixel. */
const GREY = 1;
/** FPDF_ANNOT, FPDF_GRAYSCALE of fpdfview.h: annotations as they are shown, no colour. */
const FLAGS = 0x01 | 0x08;
const WHITE = 0xffffffff;
const POINTS_PER_INCH = 72;

/**
 * A page as a viewer shows it, upright, in grey; null for a page without anything on it.
 * @throws RangeError for a file that cannot be opened or has no such page
 */
export function renderPage(
  pdfium: Pdfium,
  bytes: Uint8Array,
  wanted: { readonly page: number; readonly dotsPerInch: number; readonly maxSide: number },
): { readonly data: Uint8Array; readonly width: number; readonly height: number } | null {
  return withMemory(pdfium, bytes.length, (memory) => {
    pdfium.HEAPU8.set(bytes, memory);
    const document = pdfium._FPDF_LoadMemDocument(memory, bytes.length, 0);
    if (document === 0) throw new RangeError('a file that cannot be opened');
    try {
      const page = pdfium._FPDF_LoadPage(document, wanted.page - 1);
      if (page === 0) throw new RangeError(`no page ${wanted.page}`);
      try {
        const shown = pdfium._FPDFPage_CountObjects(page) + pdfium._FPDFPage_GetAnnotCount(page);
        return shown === 0 ? null : draw(pdfium, { document, page }, wanted);
      } finally {
        pdfium._FPDF_ClosePage(page);
      }
    } finally {
      pdfium._FPDF_CloseDocument(document);
    }
  });
}

function draw(
  pdfium: Pdfium,
  { document, page }: { readonly document: number; readonly page: number },
  wanted: { readonly dotsPerInch: number; readonly maxSide: number },
) {
  const { width, height } = pixelsOf(pageView(pdfium, page), wanted);
  return withMemory(pdfium, width * height, (first) => {
    const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, GREY, first, width);
    if (bitmap === 0) throw new RangeError(`no room for ${width} by ${height} pixels`);
    // Version 2 of FPDF_FORMFILLINFO without any call back; unset ones are not called to draw.
    return withMemory(pdfium, 256, (info) => {
      pdfium.HEAPU8[info] = 2;
      const form = pdfium._FPDFDOC_InitFormFillEnvironment(document, info);
      try {
        pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
        pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, FLAGS);
        if (form !== 0) pdfium._FPDF_FFLDraw(form, bitmap, page, 0, 0, width, height, 0, FLAGS);
        return { data: pdfium.HEAPU8.slice(first, first + width * height), width, height };
      } finally {
        if (form !== 0) pdfium._FPDFDOC_ExitFormFillEnvironment(form);
        pdfium._FPDFBitmap_Destroy(bitmap);
      }
    });
  });
}

function pixelsOf(
  view: PageView,
  { dotsPerInch, maxSide }: { readonly dotsPerInch: number; readonly maxSide: number },
): { readonly width: number; readonly height: number } {
  const longest = Math.max(view.width, view.height, 1);
  const scale = Math.min(dotsPerInch / POINTS_PER_INCH, maxSide / longest);
  const pixels = (points: number) => Math.max(1, Math.round(points * scale));
  return { width: pixels(view.width), height: pixels(view.height) };
}
