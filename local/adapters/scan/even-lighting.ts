import sharp, { type Sharp } from 'sharp';

/** Sides of the map of the paper's brightness: letters vanish on it, shadows do not. */
const MAP_SIDE = 48;
/** Shares of the paper's brightness from which a pixel is ink on it, or light on dark ground. */
const DARKER = 0.75;
const LIGHTER = 1.33;
const WHITE = 255;
/** Of black ground too there are shares. */
const BLACK = 4;
/** Bytes a pixel with opacity. */
const RGBA = 4;

/**
 * Greyscale pixels, one byte each, as if evenly lit: dark on white, also where the paper is grey or in
 * shadow, or where the writing is lighter than its ground or stands on none.
 */
export async function evenlyLit(
  image: Sharp,
): Promise<{ readonly data: Buffer; readonly width: number; readonly height: number }> {
  const { hasAlpha } = await image.metadata();
  const pixels = hasAlpha ? image.toColourspace('srgb') : image.greyscale().toColourspace('b-w');
  const { data, info } = await pixels.raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const grey = hasAlpha ? onGround(data) : data;
  const raw = { width, height, channels: 1 } as const;
  const map = await sharp(grey, { raw })
    .resize(MAP_SIDE, MAP_SIDE, { fit: 'fill', kernel: 'linear' })
    .median(5)
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  const paper = await sharp(map, { raw: { width: MAP_SIDE, height: MAP_SIDE, channels: 1 } })
    .resize(width, height, { fit: 'fill', kernel: 'linear' })
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  return { data: divided(grey, paper), width, height };
}

/** Transparent pixels as white behind dark writing, and as black behind light writing. */
function onGround(pixels: Buffer): Buffer {
  const count = pixels.length / RGBA;
  const opacity = (at: number) => (pixels[at * RGBA + 3] ?? WHITE) / WHITE;
  let light = 0;
  let opaque = 0;
  for (let at = 0; at < count; at += 1) {
    light += lumaAt(pixels, at) * opacity(at);
    opaque += opacity(at);
  }
  const ground = opaque > 0 && light / opaque > WHITE / 2 && opaque < count / 2 ? 0 : WHITE;
  const grey = Buffer.alloc(count);
  for (let at = 0; at < count; at += 1) {
    const share = opacity(at);
    grey[at] = Math.round(lumaAt(pixels, at) * share + ground * (1 - share));
  }
  return grey;
}

/** ITU-R BT.709. */
function lumaAt(pixels: Buffer, at: number): number {
  const [red = 0, green = 0, blue = 0] = pixels.subarray(at * RGBA, at * RGBA + 3);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function divided(grey: Buffer, paper: Buffer): Buffer {
  let darker = 0;
  let lighter = 0;
  for (let at = 0; at < grey.length; at += 1) {
    const share = shareAt(grey, paper, at);
    if (share < DARKER) darker += 1;
    else if (share > LIGHTER) lighter += 1;
  }
  const even = Buffer.alloc(grey.length);
  for (let at = 0; at < grey.length; at += 1) {
    const share =
      lighter > darker
        ? (WHITE - (grey[at] ?? 0)) / Math.max(1, WHITE - (paper[at] ?? 0))
        : shareAt(grey, paper, at);
    even[at] = Math.min(WHITE, Math.round(share * WHITE));
  }
  return even;
}

function shareAt(grey: Buffer, paper: Buffer, at: number): number {
  return ((grey[at] ?? 0) + BLACK) / ((paper[at] ?? 0) + BLACK);
}
