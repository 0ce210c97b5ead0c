import type { Sharp } from 'sharp';

/** Lines of text are still apart on a map of this width, and it takes milliseconds. */
const MAP_WIDTH = 600;
/** Lightness, of 255, below which a pixel of the map is ink. */
const INK = 160;
/** Degrees: scanners and cameras tilt a page by less. */
const MOST = 12;
const STEP = 0.25;
/** Degrees that the engine reads as well as none; turning blurs. */
const LEAST = 0.75;
/** Fewer pixels of ink make no lines. */
const FEWEST_PIXELS = 200;
/** How much clearer the lines must come out than as they lie. */
const GAIN = 1.1;

/** Degrees by which an evenly lit page must be turned clockwise to lie straight; 0 for little or none. */
export async function skewOf(image: Sharp): Promise<number> {
  const { data, info } = await image
    .resize({ width: MAP_WIDTH, withoutEnlargement: true })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const ink: (readonly [x: number, y: number])[] = [];
  for (let at = 0; at < data.length; at += 1) {
    if ((data[at] ?? 255) < INK) ink.push([at % info.width, Math.floor(at / info.width)]);
  }
  if (ink.length < FEWEST_PIXELS) return 0;
  let best = 0;
  let clearest = clarity(ink, info, 0) * GAIN;
  for (let angle = -MOST; angle <= MOST; angle += STEP) {
    const clear = clarity(ink, info, angle);
    if (clear > clearest) [best, clearest] = [angle, clear];
  }
  return Math.abs(best) < LEAST ? 0 : best;
}

/** Lines and the gaps between them stand out where rows of pixels run along them. */
function clarity(
  ink: readonly (readonly [x: number, y: number])[],
  { width, height }: { readonly width: number; readonly height: number },
  degrees: number,
): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const rows = new Float64Array(height + 2 * width);
  for (const [x, y] of ink) {
    const row = Math.round(y + x * slope) + width;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  return rows.reduce((sum, count) => sum + count * count, 0);
}
