/**
 * Words, without regard to case and order, that `found` and `gold` share, each as often as both
 * have it: recall of gold's words, precision of the found ones.
 */
export function wordOverlap(
  found: string,
  gold: string,
): { readonly recall: number; readonly precision: number } {
  const foundWords = wordsOf(found);
  const goldWords = wordsOf(gold);
  const counts = new Map<string, number>();
  for (const word of foundWords) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of goldWords) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    shared += 1;
    counts.set(word, left - 1);
  }
  return {
    recall: shared / Math.max(1, goldWords.length),
    precision: shared / Math.max(1, foundWords.length),
  };
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
}
