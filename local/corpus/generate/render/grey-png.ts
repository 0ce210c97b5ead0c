import { zlibSync } from 'fflate';

/** Eight-bit grey pixels, row by row. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
/** Bits a pixel: sixteen greys are what a scanner's text mode keeps. */
const DEPTH = 4;

/**
 * A PNG (W3C Portable Network Graphics, third edition) of sixteen greys. Written here because a
 * native encoder does not promise the same bytes on every platform.
 */
export function greyPng({ width, height, data }: GreyImage): Uint8Array {
  const stride = Math.ceil(width / 2);
  const raw = new Uint8Array((stride + 1) * height);
  for (let y = 0; y < height; y++) {
    const row = y * (stride + 1) + 1;
    for (let x = 0; x < width; x++) {
      const grey = (data[y * width + x] ?? 255) >> 4;
      const at = row + (x >> 1);
      raw[at] = (raw[at] ?? 0) | (x % 2 === 0 ? grey << 4 : grey);
    }
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header[8] = DEPTH;
  const parts = [
    Uint8Array.from(SIGNATURE),
    pngChunk('IHDR', header),
    pngChunk('IDAT', zlibSync(raw, { level: 4 })),
    pngChunk('IEND', new Uint8Array(0)),
  ];
  return Uint8Array.from(Buffer.concat(parts));
}

function pngChunk(type: string, body: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(body.length + 12);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, body.length);
  chunk.set(new TextEncoder().encode(type), 4);
  chunk.set(body, 8);
  view.setUint32(body.length + 8, checksum(chunk.subarray(4, body.length + 8)));
  return chunk;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, value) => {
  let rest = value;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest >>> 0;
});

/** CRC-32 as PNG and ZIP have it. */
function checksum(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = (CRC_TABLE[(rest ^ byte) & 255] ?? 0) ^ (rest >>> 8);
  return (rest ^ 0xffffffff) >>> 0;
}
