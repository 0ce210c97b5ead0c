import { ATTACK_SIGNS, attackSigns } from './attack-signs.ts';
import { legible } from './legible-text.ts';

/** Sparse row: parallel arrays, each index once. */
export interface AttackVector {
  readonly indices: readonly number[];
  readonly values: readonly number[];
}

/** Buckets of hashed words and pairs, and as many of hashed characters. */
export const BUCKETS = 2 ** 14;
export const SHAPES = [
  'upper-case words',
  'sentences',
  'length',
  'asks within',
  'asks at the end',
  'starts in lower case',
] as const;
/** Words, characters, signs, shapes: one column each. */
export const ATTACK_COLUMNS = 2 * BUCKETS + ATTACK_SIGNS.length + SHAPES.length;

const WORD = /[\p{L}\p{N}_]{2,64}/gu;
const LEAST_CHARACTERS = 2;
const MOST_CHARACTERS = 4;
/** A sign weighs as much as the most telling n-grams of a short text. */
const SIGN_VALUE = 0.6;
/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv). */
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
const BLANK = 32;

/**
 * A text as hashed n-grams (Weinberger et al., ICML 2009): words and pairs, 2 to 4 characters, each
 * kind 1 + ln(count) at unit length; then the signs of attacks and the text's shape.
 */
export function attackFeatures(text: string): AttackVector {
  const shown = legible(text);
  const plain = shown.replace(/\s+/g, ' ').toLowerCase();
  const indices: number[] = [];
  const values: number[] = [];
  const keep = (index: number, value: number): void => {
    indices.push(index);
    values.push(value);
  };
  unitLength(countWords(plain), 0, keep);
  unitLength(countCharacters(plain), BUCKETS, keep);
  for (const [at, value] of [...attackSigns(text, shown), ...shapeOf(text)].entries()) {
    if (value !== 0) keep(2 * BUCKETS + at, value * SIGN_VALUE);
  }
  return { indices, values };
}

function shapeOf(text: string): readonly number[] {
  const words = text.match(WORD) ?? [];
  const loud = words.filter((word) => word.length > 2 && /^\p{Lu}+$/u.test(word)).length;
  const sentences = text.split(/[.!?\n]+/).filter((one) => one.trim() !== '').length;
  const asked = text.trimEnd();
  return [
    Math.min(1, loud / 5),
    Math.min(1, sentences / 10),
    Math.min(1.5, Math.log1p(text.length) / 7),
    asked.slice(0, -1).includes('?') ? 1 : 0,
    asked.endsWith('?') ? 1 : 0,
    /^\s*\p{Ll}/u.test(text) ? 1 : 0,
  ];
}

/** How often each bucket was met, and which were, in the order of their first time. */
interface Counts {
  readonly times: Uint16Array;
  readonly met: number[];
}

/** Zero between calls: a new array for each sentence costs more than counting it. */
const scratch = new Uint16Array(BUCKETS);

function countWords(plain: string): Counts {
  const counts: Counts = { times: scratch, met: [] };
  let before: number | null = null;
  for (const [word] of plain.matchAll(WORD)) {
    const hash = hashOf(word, OFFSET);
    add(counts, bucketOf(hash));
    // The pair's hash goes on from the first word's, past a blank.
    if (before !== null) add(counts, bucketOf(hashOf(word, Math.imul(before ^ BLANK, PRIME))));
    before = hash;
  }
  return counts;
}

function countCharacters(plain: string): Counts {
  const counts: Counts = { times: scratch, met: [] };
  for (let start = 0; start < plain.length; start += 1) {
    let hash = OFFSET;
    const end = Math.min(plain.length, start + MOST_CHARACTERS);
    for (let at = start; at < end; at += 1) {
      hash = Math.imul(hash ^ plain.charCodeAt(at), PRIME);
      if (at - start + 1 >= LEAST_CHARACTERS) add(counts, bucketOf(hash));
    }
  }
  return counts;
}

function hashOf(text: string, from: number): number {
  let hash = from;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash;
}

/** FNV's low bits mix least: the high ones are folded in. */
function bucketOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
}

function add({ times, met }: Counts, bucket: number): void {
  const before = times[bucket] ?? 0;
  if (before === 0) met.push(bucket);
  times[bucket] = before + 1;
}

/** Hands out the counts at unit length, and clears them. */
function unitLength(
  { times, met }: Counts,
  offset: number,
  keep: (index: number, value: number) => void,
): void {
  let squares = 0;
  for (const bucket of met) squares += (1 + Math.log(times[bucket] ?? 1)) ** 2;
  const length = Math.sqrt(squares);
  for (const bucket of met) {
    keep(bucket + offset, (1 + Math.log(times[bucket] ?? 1)) / length);
    times[bucket] = 0;
  }
}
