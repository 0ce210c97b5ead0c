import { decodeText } from './plain-text.ts';
import { inspectImage } from './image-header.ts';
import { DOCX, type MediaType } from '../document/media-type.ts';
import { plainPage } from '../layout/document-layout.ts';
import type { Pdfium } from '../pdf/pdfium.ts';
import type { ParsedSource, ParsingLimits } from '../document/parsed-source.ts';
import { type Refused, isRefused, refuse } from '../document/refusal.ts';

/** Text that a file carries, by its kind. Parsers are loaded when a file of their kind comes. */
export async function parseSource(
  bytes: Uint8Array,
  mediaType: MediaType,
  limits: ParsingLimits,
  pdfium: () => Promise<Pdfium>,
): Promise<ParsedSource | Refused> {
  switch (mediaType) {
    case 'application/pdf': {
      const { pdfPages } = await import('../pdf/pdf-pages.ts');
      return pdfPages(await pdfium(), bytes, limits);
    }
    case DOCX: {
      const { docxText } = await import('./docx-text.ts');
      return onePage(await docxText(bytes, limits));
    }
    case 'text/html': {
      const decoded = decodeText(bytes);
      if (isRefused(decoded)) return decoded;
      const { htmlText } = await import('./html-text.ts');
      return onePage(await htmlText(decoded.text, limits));
    }
    case 'text/plain':
      return onePage(decodeText(bytes));
    case 'image/png':
    case 'image/jpeg':
    case 'image/tiff':
    default:
      return imagePages(bytes, mediaType, limits);
  }
}

function onePage(parsed: { readonly text: string } | Refused): ParsedSource | Refused {
  if (isRefused(parsed)) return parsed;
  return { pages: [plainPage(parsed.text)], pagesToRecognise: [], attachments: [] };
}

function imagePages(
  bytes: Uint8Array,
  mediaType: 'image/png' | 'image/jpeg' | 'image/tiff',
  limits: ParsingLimits,
): ParsedSource | Refused {
  const image = inspectImage(bytes, mediaType);
  if (isRefused(image)) return image;
  if (image.pages > limits.maxPages) {
    return refuse(
      'too-many-pages',
      `a document must have at most ${limits.maxPages} pages, got ${image.pages}; split it or raise ingestion.maxPages in config`,
    );
  }
  const numbers = Array.from({ length: image.pages }, (_, index) => index + 1);
  const pages = numbers.map(() => plainPage('', 'recognised'));
  return { pages, pagesToRecognise: numbers, attachments: [] };
}
