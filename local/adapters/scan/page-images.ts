import sharp, { type Sharp } from 'sharp';
import type { PageRenderer } from '../../../lambda/adapters/parser/parser.ts';
import { InvalidInputError } from '../../../lambda/errors.ts';

/** Dots an inch that recognition is trained for are 300; 200 reads as well and takes half. */
const DOTS_PER_INCH = 200;
/** A page larger than A2 is scaled down to it: memory, 16 MB at one byte a pixel. */
const MAX_SIDE_PIXELS = 4_700;

// Nothing is decoded twice, so a cache of decoded images only costs memory.
sharp.cache(false);

/** A page of a PDF; null for a blank one. @throws InvalidInputError where it cannot be drawn */
export async function pageImage(render: PageRenderer, page: number): Promise<Sharp | null> {
  const image = await render(page, { dotsPerInch: DOTS_PER_INCH, maxSide: MAX_SIDE_PIXELS });
  if (image === null) return null;
  const { data, width, height } = image;
  return sharp(data, { raw: { width, height, channels: 1 } });
}

/** Pages of an image file, in order. @throws InvalidInputError for a file that cannot be opened */
export async function imagePages(bytes: Uint8Array): Promise<readonly (() => Sharp)[]> {
  try {
    const { pages = 1 } = await sharp(bytes).metadata();
    return Array.from(
      { length: pages },
      (_, page) => () => sharp(bytes, pages > 1 ? { page } : {}),
    );
  } catch (error) {
    throw new InvalidInputError(
      `an image must be whole and decodable, got: ${error instanceof Error ? error.message : String(error)}; send the original again`,
      { cause: error },
    );
  }
}
