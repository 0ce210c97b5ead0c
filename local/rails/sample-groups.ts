import { sentencesOf } from '../../lambda/domain/text/sentences.ts';

/** Shorter sentences ("Sehr gut.") stand in unrelated texts. */
const LEAST_WORDS = 4;
const OPENING_WORDS = 3;

/** One number for all texts that open with the same three words. */
export function groupsByOpening(texts: readonly string[]): readonly number[] {
  return joined(texts.map((text) => [wordsOf(text).slice(0, OPENING_WORDS).join(' ')]));
}

/** One number for all texts that share their opening or any sentence of four words or more. */
export function groupsBySentence(texts: readonly string[]): readonly number[] {
  return joined(
    texts.map((text) => [
      `opening ${wordsOf(text).slice(0, OPENING_WORDS).join(' ')}`,
      ...sentencesOf(text)
        .map(wordsOf)
        .filter((words) => words.length >= LEAST_WORDS)
        .map((words) => words.join(' ')),
    ]),
  );
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Texts with a key in common, directly or through others, get the number of the first of them. */
function joined(keysOfTexts: readonly (readonly string[])[]): readonly number[] {
  const parents = keysOfTexts.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parents[root] !== root) root = parents[root] ?? root;
    return root;
  };
  const firsts = new Map<string, number>();
  for (const [at, keys] of keysOfTexts.entries()) {
    for (const key of keys) {
      const first = firsts.get(key) ?? at;
      firsts.set(key, first);
      const [one, other] = [rootOf(first), rootOf(at)];
      parents[Math.max(one, other)] = Math.min(one, other);
    }
  }
  return keysOfTexts.map((_, at) => rootOf(at));
}
