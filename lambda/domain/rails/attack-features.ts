import { ATTACK_SIGNS, attackSigns } from './attack-signs.ts';
import { legible } from './legible-text.ts';

/** Sparse row: parallel arrays, indices ascending. */
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

/**
 * A text as hashed n-grams (Weinberger et al., ICML 2009): words and pairs, 2 to 4 characters, each
 * kind 1 + ln(count) at unit length; then the signs of attacks and the text's shape.
 */
export function attackFeatures(text: string): AttackVector {
  const plain = legible(text).replace(/\s+/g, ' ');
  const cells = [
    ...unitLength(countWords(plain.toLowerCase()), 0),
    ...unitLength(countCharacters(plain.toLowerCase()), BUCKETS),
    ...[...attackSigns(text), ...shapeOf(text)].flatMap((value, at): [number, number][] =>
      value === 0 ? [] : [[2 * BUCKETS + at, value * SIGN_VALUE]],
    ),
  ];
  return { indices: cells.map(([index]) => index), values: cells.map(([, value]) => value) };
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

function countWords(plain: string): Map<number, number> {
  const counts = new Map<number, number>();
  let before: string | null = null;
  for (const [word] of plain.matchAll(WORD)) {
    add(counts, hashOf(word));
    if (before !== null) add(counts, hashOf(`${before} ${word}`));
    before = word;
  }
  return counts;
}

function countCharacters(plain: string): Map<number, number> {
  const counts = new Map<number, number>();
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

function hashOf(text: string): number {
  let hash = OFFSET;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return bucketOf(hash);
}

/** FNV's low bits mix least: the high ones are folded in. */
function bucketOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
}

function add(counts: Map<number, number>, bucket: number): void {
  counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
}

function unitLength(counts: ReadonlyMap<number, number>, offset: number): [number, number][] {
  const cells = [...counts]
    .map(([bucket, count]): [number, number] => [bucket + offset, 1 + Math.log(count)])
    .sort(([one], [other]) => one - other);
  const length = Math.sqrt(cells.reduce((sum, [, value]) => sum + value * value, 0));
  return cells.map(([index, value]) => [index, value / length]);
}
