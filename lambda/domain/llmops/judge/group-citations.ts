import type { CharacterRange } from '../../text/character-range.ts';
import { sentencesOf } from '../../text/sentences.ts';
import { contentWords, stem, words } from '../../text/words.ts';
import type { Citation, ShownPassage } from '../answer/answer.ts';
import type { Claim } from './claims.ts';
import { soundText } from './suspect-sentences.ts';

/** A quote is a sentence; a longer one is cut at a word. */
const LONGEST_QUOTE = 400;

/**
 * What the marks of a group's claims point at: for each mark the sentence of its passage that says most
 * of the claim; none that is suspect.
 */
export function groupCitations(claims: readonly Claim[], question: string): readonly Citation[] {
  const found = new Map<string, Citation>();
  for (const { text, cited } of claims) {
    for (const { mark, passage } of cited) {
      const citation = { mark, ...citationOf(passage, text, question) };
      found.set(`${mark}/${citation.range.join('-')}`, citation);
    }
  }
  return [...found.values()];
}

function citationOf(
  passage: ShownPassage,
  claim: string,
  question: string,
): Omit<Citation, 'mark'> {
  const { chunkId, documentId } = passage;
  const sound = soundText(passage);
  const quote = sound.slice(...supportingSentence(sound, claim, question));
  return { chunkId, documentId, range: rangeOf(passage, quote), quote };
}

/** Of the quote in the source; of the whole chunk where it is not found there. */
function rangeOf(passage: ShownPassage, quote: string): CharacterRange {
  const at = passage.text.indexOf(quote);
  // The chunk's text is its headings and its source: the range is in the source.
  const before = passage.text.length - (passage.range[1] - passage.range[0]);
  const start = passage.range[0] + Math.max(0, at - before);
  const end = passage.range[0] + Math.max(0, at + quote.length - before);
  return at >= 0 && end > start ? [start, end] : passage.range;
}

/** Where the sentence stands that shares most words with the claim; of equals, with the question. */
function supportingSentence(text: string, claim: string, question: string): CharacterRange {
  const [claimed, asked] = [stems(claim), stems(question)];
  let best = { start: 0, sentence: '', score: -1 };
  let from = 0;
  for (const sentence of sentencesOf(text)) {
    const start = text.indexOf(sentence, from);
    from = start + sentence.length;
    const own = new Set(words(sentence).map(stem));
    // A word of the claim outweighs all of the question's.
    const score = shared(claimed, own) + shared(asked, own) / (asked.size + 1);
    if (score > best.score) best = { start, sentence, score };
  }
  const { sentence } = best;
  const cut = sentence.length > LONGEST_QUOTE ? sentence.lastIndexOf(' ', LONGEST_QUOTE) : 0;
  const length = cut > 0 ? cut : Math.min(sentence.length, LONGEST_QUOTE);
  return [best.start, best.start + length];
}

function stems(text: string): ReadonlySet<string> {
  return new Set(contentWords(text).map(stem));
}

function shared(wanted: ReadonlySet<string>, own: ReadonlySet<string>): number {
  return [...wanted].filter((word) => own.has(word)).length;
}
