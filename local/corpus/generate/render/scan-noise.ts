import type { Chance } from '../chance.ts';
import type { GreyImage } from './grey-png.ts';

/** Tangents of up to 0.7 degrees either way, in 1/65536: integers, so that no platform rounds. */
const SKEWS = [-800, -450, -200, 200, 450, 800];
const UNIT = 65_536;

/** What a cheap scanner does to a page: skew, soft edges, grey paper, specks and a dark margin. */
export function addScanNoise(page: GreyImage, chance: Chance): GreyImage {
  const skewed = skew(page, chance.pick(SKEWS));
  const soft = soften(skewed, chance.int(1, 3));
  shade(soft, chance.int(6, 26));
  speckle(soft, chance);
  return soft;
}

/** Two shears, which for such angles are a rotation to within half a pixel a page. */
function skew({ width, height, data }: GreyImage, tangent: number): GreyImage {
  const turned = new Uint8Array(width * height).fill(255);
  const down = shear(width, tangent);
  const across = shear(height, tangent);
  for (let y = 0; y < height; y++) {
    const right = across[y] ?? 0;
    for (let x = 0; x < width; x++) {
      const fromX = x + right;
      const fromY = y - (down[x] ?? 0);
      if (fromX < 0 || fromX >= width || fromY < 0 || fromY >= height) continue;
      turned[y * width + x] = data[fromY * width + fromX] ?? 255;
    }
  }
  return { width, height, data: turned };
}

/** Pixels by which each column or row moves, zero in the middle. */
function shear(length: number, tangent: number): Int32Array {
  return Int32Array.from({ length }, (_, at) => Math.floor(((at - length / 2) * tangent) / UNIT));
}

/** A mean of each pixel (weight `centre`) with its neighbours to the right and below. */
function soften({ width, height, data }: GreyImage, centre: number): GreyImage {
  const soft = new Uint8Array(data);
  const sum = centre + 2;
  const end = width * (height - 1) - 1;
  for (let at = 0; at < end; at++) {
    const here = data[at] ?? 255;
    const right = data[at + 1] ?? 255;
    const below = data[at + width] ?? 255;
    // The array keeps the whole part.
    if (here + right + below < 765) soft[at] = (here * centre + right + below) / sum;
  }
  return { width, height, data: soft };
}

/** Paper is not white, and darker towards one edge. */
function shade({ width, height, data }: GreyImage, depth: number): void {
  for (let y = 0; y < height; y++) {
    const dark = 4 + Math.trunc((depth * y) / height);
    const end = (y + 1) * width;
    for (let at = y * width; at < end; at++) {
      const grey = data[at] ?? 255;
      data[at] = grey > dark ? grey - dark : 0;
    }
  }
}

/** One pixel in a thousand is dirt; as many letters lose a dot. */
function speckle({ width, height, data }: GreyImage, chance: Chance): void {
  const specks = Math.trunc((width * height) / 1_000);
  for (let count = 0; count < specks; count++) {
    const at = chance.int(0, width * height - 2);
    const grey = chance.int(60, 255);
    data[at] = grey;
    if (count % 9 === 0) data[at + 1] = grey;
  }
}
