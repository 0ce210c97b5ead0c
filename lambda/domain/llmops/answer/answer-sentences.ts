import { citedPassages, MARK_PATTERN, NOT_IN_DOCUMENTS } from '../../gateway/answer-text.ts';
import { endsInAbbreviation } from '../../text/sentences.ts';

/** A full stop with what closes after it, or the end of a line. */
const END = /[.!?…][)"'”’*_]{0,3}(?=[\s[]|$)|\n/g;
/** Marks that belong to the sentence before them: `… in 30 days. [2] The next …`. */
const MARKS_AFTER = new RegExp(`(?:\\s*${MARK_PATTERN})+`, 'y');
/** What may still become such marks: nothing but space, or a bracket that is not closed. */
const UNDECIDED = /^\s*(?:\[[\s\d,;]*)?$/;

/**
 * Whole sentences at the beginning of a text that is still being written, each with the white space
 * before it and the marks after it, and the rest. Where a sentence ends is decided by the text alone,
 * never by how it was cut into events: what the next characters could still change is left in the rest.
 */
export function cutSentences(
  text: string,
  isWhole: boolean,
): { readonly sentences: readonly string[]; readonly rest: string } {
  const sentences: string[] = [];
  let start = 0;
  for (const match of text.matchAll(END)) {
    const stop = match.index + match[0].length;
    const end = stop + marksAfter(text, stop);
    if (!isWhole && UNDECIDED.test(text.slice(end))) break;
    if (match[0].startsWith('.') && endsInAbbreviation(text.slice(start, match.index + 1)))
      continue;
    // The end of a line begins the next sentence, so that sentences put together are the text.
    const cut = match[0] === '\n' && end === stop ? match.index : end;
    if (text.slice(start, cut).trim() === '') continue;
    sentences.push(text.slice(start, cut));
    start = cut;
  }
  const rest = text.slice(start);
  if (!isWhole || rest.trim() === '') return { sentences, rest };
  return { sentences: [...sentences, rest], rest: '' };
}

/** Sentences that are judged together. */
export type SentenceGroup = readonly string[];

/**
 * Whether a group is judged now: it has enough sentences and ends in one that cites, so that what a
 * sentence without a mark says is judged by the marks that follow it; or it says that there is no answer.
 */
export function isGroup(sentences: SentenceGroup, least: number): boolean {
  const last = sentences.at(-1) ?? '';
  if (saysNotInDocuments(last)) return true;
  return sentences.length >= least && citedPassages(last).length > 0;
}

export function saysNotInDocuments(text: string): boolean {
  return text.toLowerCase().includes(NOT_IN_DOCUMENTS);
}

function marksAfter(text: string, at: number): number {
  MARKS_AFTER.lastIndex = at;
  return MARKS_AFTER.exec(text)?.[0].length ?? 0;
}
