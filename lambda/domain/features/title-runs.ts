/** Titles stand in the head; the end of a run of capitals is where a title ends. */
const HEAD_CHARACTERS = 1_500;
/** Longer runs are warnings in capitals, not names of documents. */
const MAX_TERM_WORDS = 3;
const RUN = /(?:\p{Lu}[\p{L}\p{M}\d'’-]*[^\S\n]*(?:(?:\p{Ll}{1,3}|&|,|\/)[^\S\n]+(?=\p{Lu}))?)+/gu;
const WORD = /[\p{L}\p{M}\d'’-]+/gu;

/**
 * Words, pairs and triples of words inside runs of capitalised words of the head, with counts: the
 * same words in running text say less about what the document calls itself.
 */
export function titleTermsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [run] of text.slice(0, HEAD_CHARACTERS).matchAll(RUN)) {
    const words = run.toLowerCase().match(WORD) ?? [];
    if (words.length < 2) continue;
    for (let from = 0; from < words.length; from += 1) {
      for (let length = 1; length <= MAX_TERM_WORDS && from + length <= words.length; length += 1) {
        const term = words.slice(from, from + length).join(' ');
        counts.set(term, (counts.get(term) ?? 0) + 1);
      }
    }
  }
  return counts;
}
