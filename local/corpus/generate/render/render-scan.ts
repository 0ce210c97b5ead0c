import type { PDFiumLibrary } from '@hyzyla/pdfium';
import type { Chance } from '../chance.ts';
import type { Draft } from '../draft.ts';
import { greyPng } from './grey-png.ts';
import type { PdfFont } from './pdf-file.ts';
import { choosePdfLayout, renderPdf } from './render-pdf.ts';
import type { Rendered } from './render-text.ts';
import { addScanNoise } from './scan-noise.ts';

/** Dots an inch of a cheap scanner's fast mode. */
const DOTS_PER_INCH = 150;
const POINTS_PER_INCH = 72;
/** Tried from the largest on until the document fits one page. */
const SIZES = [11.5, 10.5, 9.5, 9];

let library: Promise<PDFiumLibrary> | undefined;

/**
 * A noisy scan of one page. The page is set in a PDF's standard fonts and drawn by PDFium, which
 * carries its own: a bare machine has no fonts that could be counted on.
 * @throws RangeError where the document does not fit one page
 */
export async function renderScan(
  draft: Draft,
  chance: Chance,
  american: boolean,
): Promise<Rendered> {
  const layout = choosePdfLayout(chance, american);
  const { font, boldFont } = legible(layout);
  for (const size of SIZES) {
    const page = renderPdf(draft, { ...layout, font, boldFont, size, footer: false });
    if (page.pages > 1) continue;
    const image = await rasterise(page.bytes);
    const bytes = greyPng(addScanNoise(image, chance));
    return { bytes, extension: 'png', printed: () => null };
  }
  throw new RangeError('a scan must fit one page; write a shorter document for it');
}

/** Thin strokes of the typewriter face do not survive the noise. */
function legible(fonts: { readonly font: PdfFont; readonly boldFont: PdfFont }) {
  return fonts.font === 'Courier'
    ? ({ font: 'Helvetica', boldFont: 'Helvetica-Bold' } as const)
    : fonts;
}

async function rasterise(pdf: Uint8Array) {
  library ??= import('@hyzyla/pdfium').then(({ PDFiumLibrary: Library }) => Library.init());
  const document = await (await library).loadDocument(pdf);
  try {
    const scale = DOTS_PER_INCH / POINTS_PER_INCH;
    const { data, width, height } = await document.getPage(0).render({ scale, colorSpace: 'Gray' });
    return { width, height, data };
  } finally {
    document.destroy();
  }
}
