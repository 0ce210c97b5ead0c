import type { File } from './closure.ts';
import { literalsIn } from './literals.ts';

const PHRASE_WORDS = 3;
/** So many different words in a literal are a list or a text. */
const LIST_WORDS = 8;
/** Standards, terminologies and code lists that anyone can look up. */
const SOURCE =
  /\b(?:CLDR|ISO(?:\/IEC)? \d+|EN 16931|UPU S42|USPS|EuroVoc|IATE|Unicode|Universal Dependencies|UN\/EDIFACT|GS1|POSIX|WordNet|Snowball|Interinstitutional style guide|OWASP|RFC \d+)\b/u;

/** Runs of three words; a letter by itself belongs to an abbreviation. */
export function phrasesOf(text: string): readonly string[] {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]{2,}/gu);
  return (words ?? []).flatMap((_, at, all) => {
    const phrase = all.slice(at, at + PHRASE_WORDS);
    return phrase.length === PHRASE_WORDS ? [phrase.join(' ')] : [];
  });
}

/** Phrases of a file's literals that are forbidden. */
export function forbiddenIn(file: File, forbidden: ReadonlySet<string>): readonly string[] {
  const phrases = literalsIn(file.path, file.code).flatMap(({ texts }) => texts.flatMap(phrasesOf));
  return [...new Set(phrases)].filter((phrase) => forbidden.has(phrase));
}

/** Whether a file holds lists of words without naming where they come from. */
export function listsWithoutSource({ path, code }: File): readonly string[] {
  if (SOURCE.test(code)) return [];
  return literalsIn(path, code).flatMap(({ texts }) => {
    const all = new Set(texts.join(' ').match(/\p{L}{2,}/gu));
    return all.size >= LIST_WORDS ? [`${path}: ${texts[0]?.slice(0, 60)}`] : [];
  });
}
