import { sentencesOf } from '../../text/sentences.ts';
import { contentWords, stem, words } from '../../text/words.ts';
import type { ShownPassage } from '../answer/answer.ts';

/** A passage without its suspect sentences: what an answer may rest on. */
export function soundText({ shown, suspect }: Pick<ShownPassage, 'shown' | 'suspect'>): string {
  let sound = shown;
  // Blank lines: what stood around the sentence must not become one.
  for (const [start, end] of suspect.toReversed()) {
    sound = `${sound.slice(0, start)}\n\n${sound.slice(end)}`;
  }
  return sound;
}

/**
 * The passages a suspect sentence of which says more of a claim than any sound sentence of them all
 * does: what the claim says was put there by who gives the reader orders. A claim without any content
 * word (`Yes.`) says no more than it was told to.
 */
export function obeyed(claim: string, passages: readonly ShownPassage[]): readonly ShownPassage[] {
  const claimed = new Set(contentWords(claim).map(stem));
  const sound = mostShared(claimed, passages.map(soundText).flatMap(sentencesOf));
  return passages.filter(({ shown, suspect }) => {
    const told = suspect.map(([start, end]) => shown.slice(start, end));
    return told.length > 0 && (claimed.size === 0 || mostShared(claimed, told) > sound);
  });
}

function mostShared(claimed: ReadonlySet<string>, sentences: readonly string[]): number {
  return Math.max(0, ...sentences.map((sentence) => shared(claimed, sentence)));
}

function shared(claimed: ReadonlySet<string>, sentence: string): number {
  const own = new Set(words(sentence).map(stem));
  return [...claimed].filter((word) => own.has(word)).length;
}
