import type { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp, { type Sharp } from 'sharp';
import { InvalidInputError } from '../../lambda/errors.ts';

/** Dots an inch that recognition is trained for are 300; 200 reads as well and takes half. */
const DOTS_PER_INCH = 200;
const POINTS_PER_INCH = 72;
/** A page larger than A2 is scaled down to it: memory, 16 MB at one byte a pixel. */
const MAX_SIDE_PIXELS = 4_700;

// Nothing is decoded twice, so a cache of decoded images only costs memory.
sharp.cache(false);

let library: Promise<PDFiumLibrary> | undefined;

/**
 * Images of a file's pages, in order; null for a page that is not wanted or blank.
 * @throws InvalidInputError for a file that cannot be opened
 */
export async function* renderPages(
  bytes: Uint8Array,
  mediaType: string,
  wanted: ReadonlySet<number> | null,
): AsyncGenerator<Sharp | null> {
  const isWanted = (number: number) => wanted === null || wanted.has(number);
  if (mediaType === 'application/pdf') yield* renderPdf(bytes, isWanted);
  else yield* decodeImage(bytes, isWanted);
}

async function* renderPdf(
  bytes: Uint8Array,
  isWanted: (number: number) => boolean,
): AsyncGenerator<Sharp | null> {
  library ??= loadLibrary();
  const document = await (await library).loadDocument(bytes).catch((error: unknown) => {
    throw unreadable('PDF', error);
  });
  try {
    for (const page of document.pages()) {
      if (!isWanted(page.number + 1) || page.getObjectCount() === 0) {
        yield null;
        continue;
      }
      const { originalWidth, originalHeight } = page.getOriginalSize();
      const longest = Math.max(originalWidth, originalHeight, 1);
      const scale = Math.min(DOTS_PER_INCH / POINTS_PER_INCH, MAX_SIDE_PIXELS / longest);
      const { data, width, height } = await page
        .render({ scale, colorSpace: 'Gray' })
        .catch((error: unknown) => {
          library = undefined; // An engine that has aborted serves nobody again.
          throw unreadable('PDF', error);
        });
      yield sharp(data, { raw: { width, height, channels: 1 } });
    }
  } finally {
    if (library !== undefined) document.destroy();
  }
}

async function* decodeImage(
  bytes: Uint8Array,
  isWanted: (number: number) => boolean,
): AsyncGenerator<Sharp | null> {
  const pages = await sharp(bytes)
    .metadata()
    .then(({ pages: count = 1 }) => count)
    .catch((error: unknown) => {
      throw unreadable('image', error);
    });
  for (let number = 1; number <= pages; number += 1) {
    yield isWanted(number) ? sharp(bytes, pages > 1 ? { page: number - 1 } : {}) : null;
  }
}

async function loadLibrary(): Promise<PDFiumLibrary> {
  const { PDFiumLibrary: Library } = await import('@hyzyla/pdfium');
  return Library.init();
}

function unreadable(kind: string, error: unknown): InvalidInputError {
  return new InvalidInputError(
    `a ${kind} must be whole and decodable, got: ${error instanceof Error ? error.message : String(error)}; send the original again`,
    { cause: error },
  );
}
