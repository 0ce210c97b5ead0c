import sharp, { type Sharp } from 'sharp';
import { InvalidInputError } from '../../../lambda/errors.ts';
import { evenlyLit } from './even-lighting.ts';
import { skewOf } from './skew.ts';

/** Width of text at which letters come out 20 to 40 pixels high: 7 inches at 215 dots. */
const TARGET_WIDTH = 1_500;
/** Beyond this, scaling up adds no detail, only time. */
const MAX_SCALE = 2.5;
const MAX_HEIGHT = 5_000;
/** The engine guesses a resolution where the image names none, and mostly too low. */
const DOTS_PER_INCH = 300;
/** The text's area is looked for in an image of this width: letters are grey, specks vanish. */
const MAP_WIDTH = 400;
/** Lightness, of 255, below which a pixel of that image is ink; half-covered strokes are 150. */
const INK = 200;
/** Pixels of ink in a band of rows or columns from which they are no specks of dust. */
const MIN_INK = 5;
/** Rows or columns on either side that make the band: a letter is that wide on the map. */
const BAND = 2;
/** Pixels of the map left around the area. */
const MARGIN = 6;

/**
 * What recognition is given: greyscale on white as if evenly lit, cut to the area that holds ink (a receipt on the
 * glass of a large scanner), at a legible size. Null for a blank page.
 * @throws InvalidInputError for an image that cannot be decoded
 */
export async function makeLegible(image: Sharp): Promise<Buffer | null> {
  try {
    const lying = await evenlyLit(image.rotate());
    const { data, width, height } = await straightened(lying);
    const raw = { width, height, channels: 1 } as const;
    const area = await textArea(sharp(data, { raw }), width, height);
    if (area === null) return null;
    const scale = Math.min(TARGET_WIDTH / area.width, MAX_SCALE, MAX_HEIGHT / area.height);
    return await sharp(data, { raw })
      .extract(area)
      .resize({ width: Math.max(1, Math.round(area.width * scale)), kernel: 'lanczos3' })
      .normalise()
      .extend({ top: 20, bottom: 20, left: 20, right: 20, background: '#ffffff' })
      .greyscale()
      .withMetadata({ density: DOTS_PER_INCH })
      .png({ compressionLevel: 1 })
      .toBuffer();
  } catch (error) {
    throw new InvalidInputError(
      `an image must be whole and decodable, got: ${error instanceof Error ? error.message : String(error)}; scan or send it again`,
      { cause: error },
    );
  }
}

async function straightened(page: {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}): Promise<{ readonly data: Buffer; readonly width: number; readonly height: number }> {
  const image = () =>
    sharp(page.data, { raw: { width: page.width, height: page.height, channels: 1 } });
  const angle = await skewOf(image());
  if (angle === 0) return page;
  const { data, info } = await image()
    .rotate(angle, { background: '#ffffff' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The smallest rectangle around all rows and columns of ink, with a margin. */
async function textArea(image: Sharp, width: number, height: number): Promise<Area | null> {
  const mapWidth = Math.min(MAP_WIDTH, width);
  const { data, info } = await image
    .resize({ width: mapWidth, kernel: 'cubic' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const rows = spanOf(inkCounts(data, info.width, info.height, 'row'));
  const columns = spanOf(inkCounts(data, info.width, info.height, 'column', rows));
  if (rows === null || columns === null) return null;
  const ratio = width / info.width;
  const left = Math.max(0, Math.floor((columns[0] - MARGIN) * ratio));
  const top = Math.max(0, Math.floor((rows[0] - MARGIN) * ratio));
  const right = Math.min(width, Math.ceil((columns[1] + MARGIN) * ratio));
  const bottom = Math.min(height, Math.ceil((rows[1] + MARGIN) * ratio));
  return { left, top, width: right - left, height: bottom - top };
}

function inkCounts(
  pixels: Buffer,
  width: number,
  height: number,
  along: 'row' | 'column',
  rows: readonly [number, number] | null = null,
): Uint32Array {
  const counts = new Uint32Array(along === 'row' ? height : width);
  const [first, end] = rows ?? [0, height];
  for (let y = first; y < end; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((pixels[y * width + x] ?? 255) >= INK) continue;
      const at = along === 'row' ? y : x;
      counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  return counts;
}

function spanOf(counts: Uint32Array): readonly [number, number] | null {
  const isInk = (_: number, at: number): boolean =>
    counts.subarray(Math.max(0, at - BAND), at + BAND + 1).reduce((a, b) => a + b, 0) >= MIN_INK;
  const first = counts.findIndex(isInk);
  return first < 0 ? null : [first, counts.findLastIndex(isInk) + 1];
}
