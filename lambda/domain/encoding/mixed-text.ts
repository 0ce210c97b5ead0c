import { decodeBytes } from './decode-bytes.ts';
import { highSample } from './high-sample.ts';
import { singleByteEncoding } from './single-byte.ts';

/** Sequences of UTF-8 that hardly come about by chance, before a text is taken to be partly it. */
const MIN_WHOLE = 2;

/**
 * Text whose lines are partly UTF-8 and partly in one single-byte encoding, as logs and pasted
 * files are: each line by itself. Null text where one line is both: it is damaged. Null where it is not mixed.
 */
export function mixedText(bytes: Uint8Array): { readonly text: string | null } | null {
  const lenient = new TextDecoder('utf-8').decode(bytes);
  const whole = lenient.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  const broken = lenient.match(/\ufffd/g)?.length ?? 0;
  if (whole < MIN_WHOLE || whole * 4 < broken) return null;
  const lines = linesOf(bytes).map((line) => ({ line, text: decodeBytes(line, 'utf-8') }));
  const foreign = lines.filter(({ text }) => text === null).map(({ line }) => line);
  const isBoth = foreign.some((line) => {
    const inLine = new TextDecoder('utf-8').decode(line);
    return /[\u0080-\ufffc]/.test(inLine);
  });
  if (isBoth) return whole > broken ? { text: null } : null;
  const label = singleByteEncoding(highSample(join(foreign)))?.label;
  if (label === undefined) return null;
  return { text: lines.map(({ line, text }) => text ?? decodeBytes(line, label) ?? '').join('') };
}

/** Lines with their ends. */
function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(0x0a, from);
    const to = end < 0 ? bytes.length : end + 1;
    lines.push(bytes.subarray(from, to));
    from = to;
  }
  return lines;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
