import { amountRoles } from './amount-roles.ts';
import { cellFeatures } from './evidence/cell-features.ts';
import { cellGrid } from './evidence/cell-grid.ts';
import { codeFeatures } from './evidence/code-features.ts';
import { dateFeatures } from './evidence/date-features.ts';
import { partyFeatures } from './evidence/party-features.ts';
import { zoneFeatures } from './evidence/zone-features.ts';
import type { FieldType } from '../document/normalise-value.ts';
import type { CellGrid } from './evidence/cell-grid.ts';
import type { Candidate } from './field-candidates.ts';
import { labelFeatures } from './label-features.ts';
import { nameFeatures } from './name-features.ts';

/** Weights a ranker: hashed features share them. 2^13 keeps collisions rare at ~2,000 features. */
export const BUCKETS = 8_192;
/** The upper half holds words of the text, the lower what is said of structure. */
const FIRST_OF_WORDS = BUCKETS / 2;
/** Characters of context on each side. */
const CONTEXT = 90;

type Evidence = (text: string, grid: CellGrid, candidates: readonly Candidate[]) => string[][];

const parties: Evidence = (text, grid, candidates) => {
  const named = nameFeatures(text, candidates);
  return partyFeatures(grid, candidates).map((names, index) => [...names, ...(named[index] ?? [])]);
};
/** What tells candidates of one type apart beside what all types have. */
const OWN: Readonly<Partial<Record<FieldType, Evidence>>> = {
  date: (text, _, candidates) => dateFeatures(text, candidates),
  code: (text, _, candidates) => codeFeatures(text, candidates),
  party: parties,
  text: parties,
  address: parties,
};

/**
 * Hashed binary features of each candidate: its form and shape, the words around it, its line's
 * first words, the line above, its place in the document and among the other candidates.
 */
export function featuresOf(
  text: string,
  type: FieldType,
  candidates: readonly Candidate[],
): Int32Array[] {
  const counts = new Map<string, number>();
  for (const { value } of candidates) counts.set(value, (counts.get(value) ?? 0) + 1);
  const largest = Math.max(...candidates.map(({ value }) => Math.abs(Number(value)) || 0));
  const roles =
    type === 'amount'
      ? amountRoles(
          text,
          candidates.map(({ value }) => value),
        )
      : null;
  const labels = labelFeatures(text, candidates);
  const grid = cellGrid(text);
  const cells = cellFeatures(text, grid, candidates);
  const zones = zoneFeatures(text, grid, candidates);
  const own = OWN[type]?.(text, grid, candidates) ?? [];
  return candidates.map((candidate, index) => {
    const structure = [
      ...(labels[index] ?? []),
      ...(cells[index] ?? []),
      ...roleNames(roles?.get(candidate.value), roles),
      ...(zones[index] ?? []),
      ...(own[index] ?? []),
      ...placeNames(text, candidate),
      ...valueNames(candidate, largest),
      `count=${Math.min(counts.get(candidate.value) ?? 1, 4)}`,
      `first=${Math.min(index, 5)}`,
      `last=${Math.min(candidates.length - 1 - index, 5)}`,
      `of=${bucketOf(candidates.length)}`,
    ];
    const words = [...contextWords(text, candidate), ...valueWords(candidate)];
    return hashesOf(structure, words);
  });
}

/** By index: an iterator costs more than the hashing. */
function hashesOf(structure: readonly string[], words: readonly string[]): Int32Array {
  const hashes = new Int32Array(structure.length + words.length);
  for (let index = 0; index < structure.length; index += 1) {
    hashes[index] = hash(structure[index] ?? '');
  }
  for (let index = 0; index < words.length; index += 1) {
    hashes[structure.length + index] = FIRST_OF_WORDS + hash(words[index] ?? '');
  }
  return hashes;
}

/** Whether a feature is a word of the text: known only where training documents had it. */
export function isOfWords(bucket: number): boolean {
  return bucket >= FIRST_OF_WORDS;
}

/** Hash of a feature's name to its weight (FNV-1a). */
export function hash(name: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1) {
    state = Math.imul(state ^ name.charCodeAt(index), 0x01000193);
  }
  return ((state ^ (state >>> 15)) >>> 0) % FIRST_OF_WORDS;
}

function contextWords(text: string, { range, form }: Candidate): string[] {
  const [start, end] = range;
  const before = wordsIn(text.slice(Math.max(0, start - CONTEXT), start)).slice(-6);
  const after = wordsIn(text.slice(end, end + CONTEXT)).slice(0, 4);
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const sameLine = wordsIn(text.slice(Math.max(lineStart, start - CONTEXT), start));
  const above = text.slice(text.lastIndexOf('\n', lineStart - 2) + 1, Math.max(0, lineStart - 1));
  const names = [
    `b1b2=${before.at(-2)} ${before.at(-1)}`,
    `a1a2=${after[0]} ${after[1]}`,
    `form,b1=${form} ${before.at(-1)}`,
    `label=${sameLine.slice(0, 2).join(' ')}`,
    `line=${sameLine.join(' ').slice(-40)}`,
  ];
  for (const [distance, word] of before.toReversed().entries()) {
    names.push(`b=${word}`);
    if (distance < 3) names.push(`b${distance + 1}=${word}`);
  }
  for (const [distance, word] of after.entries()) {
    names.push(`a=${word}`);
    if (distance < 2) names.push(`a${distance + 1}=${word}`);
  }
  for (const word of sameLine) names.push(`l=${word}`);
  for (const word of wordsIn(above.slice(0, CONTEXT)).slice(0, 4)) names.push(`up=${word}`);
  return names;
}

function roleNames(
  own: ReadonlySet<string> | undefined,
  all: ReadonlyMap<string, unknown> | null,
): string[] {
  if (all === null || all.size === 0) return [];
  return own === undefined ? ['role=none'] : Array.from(own, (role) => `role=${role}`);
}

function placeNames(text: string, { range, form }: Candidate): string[] {
  const lines = countLines(text, range[0]);
  const place = Math.floor((range[0] * 10) / Math.max(1, text.length));
  return [
    `form=${form}`,
    `lines=${lines}`,
    `lines,form=${lines} ${form}`,
    `place=${place}`,
    `start=${bucketOf(range[0])}`,
    `end=${bucketOf(text.length - range[1])}`,
    `starts=${text.slice(range[0] - 1, range[0])}`,
    `stops=${text.slice(range[1], range[1] + 1)}`,
  ];
}

function valueNames({ value, form }: Candidate, largest: number): string[] {
  const words = wordsIn(value);
  const number = Number(value);
  const names = [
    `length=${bucketOf(value.length)}`,
    `words=${Math.min(words.length, 12)}`,
    `upper=${value === value.toUpperCase()}`,
  ];
  if (!Number.isNaN(number)) {
    names.push(`size=${bucketOf(Math.abs(number))}`, `largest=${number === largest}`);
    names.push(`largest,form=${number === largest} ${form}`);
  }
  return names;
}

function valueWords({ value }: Candidate): string[] {
  const words = wordsIn(value);
  const names = [`w1=${words[0]}`, `w-1=${words.at(-1)}`, `value=${value.slice(0, 40)}`];
  if (words.length > 1) for (const word of words) names.push(`w=${word}`);
  return names;
}

function wordsIn(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/\d/gu, '#')
      .match(/[\p{L}#]+|[^\s\p{L}#]/gu) ?? []
  );
}

/** Lines above the position, up to 20. */
function countLines(text: string, position: number): number {
  let count = 0;
  let at = text.indexOf('\n');
  while (at >= 0 && at < position && count < 20) {
    count += 1;
    at = text.indexOf('\n', at + 1);
  }
  return count;
}

function bucketOf(value: number): number {
  return Math.round(Math.log2(1 + value));
}
