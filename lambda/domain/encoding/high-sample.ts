/** Enough words to tell a language by, and few enough for twenty-five encodings. */
const MAX_SAMPLE_BYTES = 20_000;

/** The words of a text that have bytes beyond ASCII, with a blank between. */
export function highSample(bytes: Uint8Array): Uint8Array {
  const sample: number[] = [];
  let start = 0;
  let high = false;
  for (let at = 0; at <= bytes.length && sample.length < MAX_SAMPLE_BYTES; at += 1) {
    const byte = bytes[at] ?? 0x20;
    if (byte > 0x20) {
      high ||= byte >= 0x80;
      continue;
    }
    if (high) {
      // One very long word must not take the whole sample's time either.
      for (const one of bytes.subarray(start, Math.min(at, start + MAX_SAMPLE_BYTES))) {
        sample.push(one);
      }
      sample.push(byte === 0 ? 0x20 : byte);
    }
    start = at + 1;
    high = false;
  }
  return Uint8Array.from(sample);
}
