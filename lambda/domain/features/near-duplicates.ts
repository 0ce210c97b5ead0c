import { wordsOf } from '../text/tokens.ts';

/** Minima of a document's shingles under so many hash functions. */
const HASHES = 32;
/** Minima that must agree for two documents to be compared: pairs of 0.8 alike nearly always do. */
const BAND = 4;
const SHINGLE = 3;
/** Share of equal minima, an estimate of the Jaccard similarity, from which two are the same. */
const SAME = 0.8;

/**
 * MinHash of the word triples of a text (Broder, 1997): versions of one document agree in nearly
 * all of the numbers. Digits do not count, so that a form filled in twice is one form.
 */
export function sketchOf(text: string): Uint32Array {
  const minima = new Uint32Array(HASHES).fill(0xffffffff);
  const words = wordsOf(text);
  for (let at = 0; at + SHINGLE <= words.length; at += 1) {
    const base = hashText(words.slice(at, at + SHINGLE).join(' '));
    for (let one = 0; one < HASHES; one += 1) {
      const mixed = mix(base, one);
      if (mixed < (minima[one] ?? 0)) minima[one] = mixed;
    }
  }
  return minima;
}

/** Group number of each sketch: near-duplicates share one, in the order of first members. */
export function groupNearDuplicates(sketches: readonly Uint32Array[]): number[] {
  const parents = sketches.map((_, index) => index);
  const rootOf = (index: number): number => {
    let at = index;
    while (parents[at] !== undefined && parents[at] !== at) at = parents[at] ?? at;
    return at;
  };
  const firsts = new Map<string, number>();
  for (const [index, sketch] of sketches.entries()) {
    for (let band = 0; band < HASHES; band += BAND) {
      const key = `${band}:${sketch.subarray(band, band + BAND).join(',')}`;
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, index);
      else if (similarity(sketches[first], sketch) >= SAME) parents[rootOf(index)] = rootOf(first);
    }
  }
  return sketches.map((_, index) => rootOf(index));
}

function similarity(one: Uint32Array | undefined, other: Uint32Array): number {
  if (one === undefined) return 0;
  let equal = 0;
  for (let at = 0; at < HASHES; at += 1) if (one[at] === other[at]) equal += 1;
  return equal / HASHES;
}

function hashText(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  return state >>> 0;
}

/** A different permutation for each number (the finaliser of MurmurHash3). */
function mix(base: number, one: number): number {
  let state = (base ^ Math.imul(one + 1, 0x9e3779b1)) >>> 0;
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}
