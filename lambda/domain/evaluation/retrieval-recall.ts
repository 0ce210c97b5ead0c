import type { CharacterRange } from '../text/character-range.ts';
import type { MeasuredRetrieval } from './measured.ts';

/** Only the first five chunks of an answer count. */
export const RECALL_CHUNKS = 5;
/** A chunk must cover this many first characters of a marked span. */
const TARGET_CHARACTERS = 120;
/** Shorter spans (a date, a name) are found by chance and are not asked for. */
const MIN_SPAN_CHARACTERS = 20;
/** Labellers join the two ends of a long clause by this mark: only the first end is looked for. */
const OMITTED = '<omitted>';

export interface Recall {
  /** Hits / questions with what was learned from the training corpus; null where nothing was. */
  readonly recallAt5: number | null;
  readonly recallAt5Untuned: number | null;
  readonly questions: number;
}

/**
 * Where the spans of a clause begin in the source text: the first 120 characters of each span that
 * is longer than 20. Located by exact search, then with any white space between the words; a span
 * that is not found is left out. Null where no span is long enough: the clause is not asked for.
 */
export function spanTargets(
  source: string,
  spans: readonly string[],
): readonly CharacterRange[] | null {
  const long = spans.filter((span) => span.length > MIN_SPAN_CHARACTERS);
  if (long.length === 0) {
    return null;
  }
  return long.flatMap((span) => {
    const target = locate(source, firstCharacters(span));
    return target === null ? [] : [target];
  });
}

/** Whether one of the first five chunks covers one target whole. */
export function isHit(
  targets: readonly CharacterRange[],
  chunks: readonly CharacterRange[],
): boolean {
  return chunks
    .slice(0, RECALL_CHUNKS)
    .some(([start, end]) => targets.some(([from, to]) => start <= from && to <= end));
}

/** Recall at five over all questions; a question without a located target is a miss. */
export function retrievalRecall(measured: readonly MeasuredRetrieval[]): Recall {
  const hits = (chunksOf: (one: MeasuredRetrieval) => readonly CharacterRange[]): number | null =>
    measured.length === 0
      ? null
      : measured.filter((one) => isHit(one.question.targets, chunksOf(one))).length /
        measured.length;
  const tuned = measured.some((one) => one.tuned !== null);
  return {
    recallAt5: tuned ? hits((one) => one.tuned ?? one.untuned) : null,
    recallAt5Untuned: hits((one) => one.untuned),
    questions: measured.length,
  };
}

function firstCharacters(span: string): string {
  const parts = span.split(OMITTED).map((part) => part.trim());
  return (parts.find((part) => part !== '') ?? '').slice(0, TARGET_CHARACTERS).trimEnd();
}

function locate(source: string, wanted: string): CharacterRange | null {
  if (wanted === '') {
    return null;
  }
  const exact = source.indexOf(wanted);
  if (exact >= 0) {
    return [exact, exact + wanted.length];
  }
  const words = wanted.split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const found = new RegExp(words.join('\\s+'), 'u').exec(source);
  return found === null ? null : [found.index, found.index + found[0].length];
}
