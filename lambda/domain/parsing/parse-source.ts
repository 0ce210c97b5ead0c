import type { CarriedInvoice } from '../document/document.ts';
import type { ParsedPages, ParsedSource, ParsingLimits } from '../document/parsed-source.ts';
import type { MediaType } from '../document/media-type.ts';
import { type Refused, isRefused, refuse } from '../document/refusal.ts';
import { blockPage, textPage } from '../layout/block-page.ts';
import { plainPage } from '../layout/document-layout.ts';
import type { Pdfium } from '../pdf/pdfium.ts';
import { detectMediaType } from './detect-media-type.ts';
import { inspectImage } from './image-header.ts';
import { parseBlocks } from './parse-blocks.ts';

/**
 * What a file carries: its kind by its bytes, against the extension of its name, then its pages.
 * Parsers are loaded when a file of their kind comes.
 */
export async function parseSource(
  file: { readonly bytes: Uint8Array; readonly name: string },
  limits: ParsingLimits,
  pdfium: () => Promise<Pdfium>,
): Promise<ParsedSource | Refused> {
  const kind = detectMediaType(file.bytes, file.name);
  if (isRefused(kind)) return kind;
  const pages = await pagesOf(file.bytes, kind.mediaType, limits, pdfium);
  if (isRefused(pages)) return pages;
  const carried = await carriedIn(pages, kind.mediaType, limits);
  return { ...pages, mediaType: kind.mediaType, carried };
}

/** The e-invoice that the file is, or the first one among what it carries. */
async function carriedIn(
  { pages, attachments }: ParsedPages,
  mediaType: MediaType,
  limits: ParsingLimits,
): Promise<CarriedInvoice | null> {
  const texts = mediaType === 'application/xml' ? pages.map(({ text }) => text) : [];
  const files = attachments.filter((file) => file.mediaType === 'application/xml');
  if (texts.length === 0 && files.length === 0) return null;
  const { carriedInvoice } = await import('../markup/carried-invoice.ts');
  const { decodeXml } = await import('../markup/xml-tree.ts');
  for (const xml of [...texts, ...files.map(({ bytes }) => decodeXml(bytes))]) {
    const found = carriedInvoice(xml, limits.maxDepth);
    if (found !== null) return found;
  }
  return null;
}

async function pagesOf(
  bytes: Uint8Array,
  mediaType: MediaType,
  limits: ParsingLimits,
  pdfium: () => Promise<Pdfium>,
): Promise<ParsedPages | Refused> {
  if (mediaType === 'application/pdf') {
    const { pdfPages } = await import('../pdf/pdf-pages.ts');
    return pdfPages(await pdfium(), bytes, limits);
  }
  if (mediaType === 'image/png' || mediaType === 'image/jpeg' || mediaType === 'image/tiff') {
    return imagePages(bytes, mediaType, limits);
  }
  const parsed = await parseBlocks(bytes, mediaType, limits);
  if (isRefused(parsed)) return parsed;
  if (parsed.pages.length > limits.maxPages) return tooManyPages(parsed.pages.length, limits);
  const { attachments } = parsed;
  const pages = parsed.pages.map((page) =>
    typeof page === 'string' ? textPage(page) : blockPage(page),
  );
  return { pages, pagesToRecognise: [], attachments };
}

function imagePages(
  bytes: Uint8Array,
  mediaType: 'image/png' | 'image/jpeg' | 'image/tiff',
  limits: ParsingLimits,
): ParsedPages | Refused {
  const image = inspectImage(bytes, mediaType);
  if (isRefused(image)) return image;
  if (image.pages > limits.maxPages) return tooManyPages(image.pages, limits);
  const numbers = Array.from({ length: image.pages }, (_, index) => index + 1);
  const pages = numbers.map(() => plainPage('', 'recognised'));
  return { pages, pagesToRecognise: numbers, attachments: [] };
}

function tooManyPages(pages: number, { maxPages }: ParsingLimits): Refused {
  return refuse(
    'too-many-pages',
    `a document must have at most ${maxPages} pages, got ${pages}; split it or raise ingestion.maxPages in config`,
  );
}
