import { foldLetters } from '../../text/terms/label-classes.ts';

/** A word of a question as term lists write it, and where it stands. */
export interface Token {
  readonly word: string;
  /** Begins with a capital letter. */
  readonly capital: boolean;
  readonly start: number;
  readonly end: number;
}
export interface FoundPhrase<T> {
  readonly meaning: T;
  /** Position of its first token, and how many it has. */
  readonly at: number;
  readonly length: number;
  /** It stands in another form than the list's: a plural, mostly. */
  readonly isInflected: boolean;
}
interface Phrase<T> {
  readonly words: readonly string[];
  readonly meaning: T;
}
export type PhraseIndex<T> = ReadonlyMap<string, readonly Phrase<T>[]>;

const WORD = /\p{L}+|\p{N}+|[%#]/gu;
/** Regular plurals and cases of English, German and Spanish nouns. */
const ENDINGS = new Set(['s', 'es', 'n', 'en', 'e', 'er', 'ern', 'nen']);
/** Shorter words are not inflected: `no` is not the singular of `nos`. */
const LEAST_INFLECTED = 3;
const LONGEST = 6;

export function tokensOf(text: string): readonly Token[] {
  return [...text.normalize('NFC').matchAll(WORD)].map(({ 0: written, index }) => ({
    word: foldLetters(written),
    capital: /^\p{Lu}/u.test(written),
    start: index,
    end: index + written.length,
  }));
}

/** Phrases between `|`, by their first words. */
export function indexPhrases<T>(
  lists: readonly (readonly [T, string])[],
  isSkipped: (words: readonly string[]) => boolean = () => false,
): PhraseIndex<T> {
  const index = new Map<string, Phrase<T>[]>();
  for (const [meaning, list] of lists) {
    for (const written of new Set(list.split('|'))) {
      const words = tokensOf(written).map(({ word }) => word);
      const [first] = words;
      if (first === undefined || isSkipped(words)) continue;
      const known = index.get(keyOf(first)) ?? [];
      known.push({ words, meaning });
      index.set(keyOf(first), known);
    }
  }
  for (const phrases of index.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  return index;
}

/** All phrases that begin at a token, longest first; those of one length share a place. */
export function phrasesAt<T>(
  index: PhraseIndex<T>,
  tokens: readonly Token[],
  at: number,
): readonly FoundPhrase<T>[] {
  const first = tokens[at]?.word ?? '';
  return (index.get(keyOf(first)) ?? []).flatMap(({ words, meaning }) => {
    const { length } = words;
    if (length > LONGEST || !words.every((word, ahead) => isWord(tokens[at + ahead]?.word, word))) {
      return [];
    }
    const isInflected = words.some((word, ahead) => tokens[at + ahead]?.word !== word);
    return [{ meaning, at, length, isInflected }];
  });
}

/** Phrases of a text that do not overlap, the longest where several begin; `taken` is skipped. */
export function findPhrases<T>(
  index: PhraseIndex<T>,
  tokens: readonly Token[],
  taken: ReadonlySet<number> = new Set(),
): readonly FoundPhrase<T>[] {
  const found: FoundPhrase<T>[] = [];
  let at = 0;
  while (at < tokens.length) {
    const here = phrasesAt(index, tokens, at).filter((one) => !overlaps(one, taken));
    const [longest] = here;
    found.push(...here.filter(({ length }) => length === longest?.length));
    at += longest?.length ?? 1;
  }
  return found;
}

export function positionsOf({ at, length }: Pick<FoundPhrase<unknown>, 'at' | 'length'>): number[] {
  return Array.from({ length }, (_, ahead) => at + ahead);
}

function overlaps(phrase: FoundPhrase<unknown>, taken: ReadonlySet<number>): boolean {
  return positionsOf(phrase).some((position) => taken.has(position));
}

/** Whether a word is another one or a regular form of it. */
export function isWord(given: string | undefined, wanted: string): boolean {
  if (given === undefined || given === wanted) return given === wanted;
  if (wanted.length < LEAST_INFLECTED || given.length < wanted.length) return false;
  if (given.startsWith(wanted)) return ENDINGS.has(given.slice(wanted.length));
  return wanted.endsWith('y') && given === `${wanted.slice(0, -1)}ies`;
}

/** What every form of a word begins with. */
function keyOf(word: string): string {
  return word.slice(0, LEAST_INFLECTED - 1);
}
