import { type Refused, refuse } from '../document/refusal.ts';

/** A1 paper at 300 dots an inch is 70 million pixels; nothing that is read needs more than 100. */
const MAX_PIXELS = 100_000_000;
/** A TIFF directory of a page; more are not followed. */
const MAX_TIFF_PAGES = 3_000;

/**
 * Checks an image by its headers, before anything decodes it: that it is whole, and that its
 * pixels fit into memory. Gives the number of pages.
 * Sources: PNG (RFC 2083, 3 and 4.1), JPEG (ITU T.81, B.1 and B.2.2), TIFF 6.0 (section 2).
 */
export function inspectImage(
  bytes: Uint8Array,
  mediaType: 'image/png' | 'image/jpeg' | 'image/tiff',
): { readonly pages: number } | Refused {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const sizes = { 'image/png': pngSizes, 'image/jpeg': jpegSizes, 'image/tiff': tiffSizes };
    const pages = sizes[mediaType](view);
    const largest = Math.max(...pages);
    if (largest <= MAX_PIXELS && pages.length > 0) return { pages: pages.length };
    if (pages.length === 0 || Number.isNaN(largest)) return corrupt('no dimensions');
    return refuse(
      'expands-too-far',
      `an image must have at most ${MAX_PIXELS} pixels, got ${largest}; scan it at 300 dots an inch`,
    );
  } catch (error) {
    if (error instanceof RangeError) return corrupt('a file that is cut off');
    if (error instanceof TypeError) return corrupt(error.message);
    throw error;
  }
}

/** Walks the chunks to IEND: a cut file has none. */
function pngSizes(view: DataView): number[] {
  const pixels = view.getUint32(16) * view.getUint32(20);
  if (pixels === 0) throw new TypeError('dimensions of zero');
  let at = 8;
  while (view.getUint32(at + 4) !== 0x49454e44) at += 12 + view.getUint32(at);
  return [pixels];
}

/** Walks the segments to the frame header, then looks for the end mark among the last bytes. */
function jpegSizes(view: DataView): number[] {
  let at = 2;
  let marker = view.getUint16(at);
  while (!isFrame(marker)) {
    if (marker >> 8 !== 0xff || marker === 0xffda) throw new TypeError('no frame header');
    // Any number of bytes FF may stand before a marker (ITU T.81, B.1.1.2).
    at += marker === 0xffff ? 1 : 2 + view.getUint16(at + 2);
    marker = view.getUint16(at);
  }
  const pixels = view.getUint16(at + 5) * view.getUint16(at + 7);
  if (pixels === 0) throw new TypeError('dimensions of zero');
  const tail = Buffer.from(view.buffer, view.byteOffset + at, view.byteLength - at);
  if (!tail.includes(Buffer.of(0xff, 0xd9))) throw new RangeError('no end of image');
  return [pixels];
}

/** SOF0 to SOF15; C4, C8 and CC are other segments. */
function isFrame(marker: number): boolean {
  return marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
}

function tiffSizes(view: DataView): number[] {
  const little = view.getUint16(0) === 0x4949;
  const pages: number[] = [];
  const seen = new Set<number>();
  let at = view.getUint32(4, little);
  while (at !== 0 && !seen.has(at) && pages.length < MAX_TIFF_PAGES) {
    seen.add(at);
    const count = view.getUint16(at, little);
    const sides = new Map<number, number>();
    for (let entry = at + 2; entry < at + 2 + count * 12; entry += 12) {
      const short = view.getUint16(entry + 2, little) === 3;
      const value = short ? view.getUint16(entry + 8, little) : view.getUint32(entry + 8, little);
      sides.set(view.getUint16(entry, little), value);
    }
    pages.push((sides.get(256) ?? Number.NaN) * (sides.get(257) ?? Number.NaN));
    at = view.getUint32(at + 2 + count * 12, little);
  }
  return pages;
}

function corrupt(found: string): Refused {
  return refuse('corrupt', `an image must be whole, got ${found}; scan or send it again`);
}
