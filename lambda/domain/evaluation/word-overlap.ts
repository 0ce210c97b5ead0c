/** A run of at least this share of the shorter text's words stands in the longer one. */
const LEAST_SHARE = 0.5;

/** Words and numbers in lower case, as they compare: punctuation falls away. */
function wordsIn(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/**
 * F1 over the words that two texts share, each as often as it stands in both (Rajpurkar et al., SQuAD,
 * 2016, without its removal of English articles). 1 where both are empty.
 */
export function wordF1(text: string, gold: string): number {
  const [given, wanted] = [wordsIn(text), wordsIn(gold)];
  if (given.length === 0 || wanted.length === 0) return given.length === wanted.length ? 1 : 0;
  const left = new Map<string, number>();
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of given) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    shared += 1;
  }
  return (2 * shared) / (given.length + wanted.length);
}

/** Whether both have the same words in the same order. */
export function sameWords(text: string, other: string): boolean {
  return wordsIn(text).join(' ') === wordsIn(other).join(' ');
}

/** Whether the words stand in the text, in a row. */
export function holdsWords(text: string, wanted: string): boolean {
  const run = wordsIn(wanted).join(' ');
  return run !== '' && ` ${wordsIn(text).join(' ')} `.includes(` ${run} `);
}

/** Whether two pieces of a document share at least half of the shorter one's words, in a row. */
export function overlaps(quote: string, span: string): boolean {
  const [short, long] = [wordsIn(quote), wordsIn(span)].toSorted((x, y) => x.length - y.length);
  if (short === undefined || long === undefined || short.length === 0) return false;
  const length = Math.max(1, Math.ceil(short.length * LEAST_SHARE));
  const text = ` ${long.join(' ')} `;
  for (let at = 0; at + length <= short.length; at++) {
    if (text.includes(` ${short.slice(at, at + length).join(' ')} `)) return true;
  }
  return false;
}
