const WORD = /[\p{L}\p{M}]+|[\p{L}\p{N}][\p{L}\p{N}./:_-]*[\p{L}\p{N}]|\p{N}|[$€£¥%#]/gu;
const HAS_DIGIT = /\p{N}/u;
/** Longer tokens are scanner noise or encoded attachments. */
const MAX_LENGTH = 24;

/**
 * Words of the text in order, lower case, for every language that separates words by spaces.
 * Tokens with digits keep their shape only (`12.05.2024` → `##.##.####`): a classifier must not
 * learn the numbers of its training documents.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const match of text.normalize('NFKC').toLowerCase().matchAll(WORD)) {
    const word = match[0];
    if (word.length > MAX_LENGTH) continue;
    words.push(HAS_DIGIT.test(word) ? word.replace(/\p{N}/gu, '#') : word);
  }
  return words;
}

/** Counts of words and of pairs of neighbours (`word word`). */
export function countTerms(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  let previous: string | undefined;
  for (const word of words) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    if (previous !== undefined) {
      const pair = `${previous} ${word}`;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    previous = word;
  }
  return counts;
}
