/**
 * The form of every reply to the task `answer-question`: sentences that carry the numbers of the
 * passages they rest on, `Payment is due in 30 days [2].`, or this mark alone where no passage answers.
 */
export const NOT_IN_DOCUMENTS = '[not in the documents]';

/** `[3]`, `[1, 4]`: one mark of one or several passages, counted from 1. */
export const MARK_PATTERN = String.raw`\[\s*\d{1,3}(?:\s*[,;]\s*\d{1,3})*\s*\]`;
const MARK = new RegExp(MARK_PATTERN, 'g');
const OPENING = new RegExp(`\\[(?=${MARK_PATTERN.slice(2)})`, 'g');

/** Numbers of the passages that a text cites, each once, in order of mention. */
export function citedPassages(text: string): readonly number[] {
  return [...new Set([...text.matchAll(MARK)].flatMap(([mark]) => numbersOf(mark)))];
}

/** The text with the marks of these passages alone. */
export function withMarks(text: string, passages: ReadonlySet<number>): string {
  return text.replace(MARK, (mark) => {
    const kept = numbersOf(mark).filter((number) => passages.has(number));
    return kept.length === 0 ? '' : `[${kept.join(', ')}]`;
  });
}

/** The text as it reads without its marks: what is compared with sources, and what is said. */
export function withoutMarks(text: string): string {
  return text.replace(MARK, '').replace(/[ \t]+(?=[.,;:!?)]|\s|$)/g, '');
}

/** A text of a document in which nothing looks like a mark: it must not cite by itself. */
export function withoutFalseMarks(text: string): string {
  return text.replace(OPENING, '‹');
}

/** A text with the mark of the passage that it comes from. */
export function citing(text: string, passage: number): string {
  return `${withoutFalseMarks(text)} [${passage}]`;
}

function numbersOf(mark: string): readonly number[] {
  return (mark.match(/\d+/g) ?? []).map(Number);
}
