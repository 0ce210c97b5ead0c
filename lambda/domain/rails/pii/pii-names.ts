import type { CharacterRange } from '../../text/character-range.ts';
import { COMPANY, isCompanyName } from '../../text/legal-forms.ts';
import given from './given-names.json' with { type: 'json' };

/**
 * Given names of the US Census Bureau (1990 census, dist.male.first and dist.female.first; public
 * domain), without states, countries, languages and months (CLDR) and without words that contracts write
 * in lower case. `often`: of one person in a thousand or more.
 */
const OFTEN: ReadonlySet<string> = new Set(given.often.split(' '));
const GIVEN: ReadonlySet<string> = new Set([...OFTEN, ...given.rare.split(' ')]);
const NAME = String.raw`\p{Lu}\p{Ll}+(?:['’-]\p{L}+)*|\p{Lu}['’]\p{Lu}\p{Ll}+`;
const BEFORE = String.raw`(?<![\p{L}\p{N}'’._/@-])`;
const AFTER = String.raw`(?![\p{L}\p{N}_/@-]|\.\p{L})`;
/** A name, up to three more parts: initials, particles, names. */
const FULL = new RegExp(
  String.raw`${BEFORE}(?<first>${NAME})(?<rest>(?: (?:\p{Lu}\.?(?!\p{L})|van|von|der|den|de|del|di|da|(?:${NAME}))){1,3})${AFTER}`,
  'gu',
);
const LONE = new RegExp(`${BEFORE}(?:${NAME})${AFTER}`, 'gu');
/** What a person's name does not end in: ways and places (UPU S42), institutions. */
const NO_PERSON =
  /(?<!\p{L})(?:street|st|avenue|ave|road|rd|drive|dr|lane|way|court|square|boulevard|blvd|place|plaza|park|county|city|state|river|lake|island|islands|beach|valley|north|south|east|west|university|college|school|institute|hospital|church|airport|hotel|center|centre|bank|fund|trust|group|partners|company|investments|foundation|association|agreement|section|article|exhibit)(?!\p{L})/iu;
/** A legal form stands so near behind a company's name. */
const FORM_WITHIN = 20;
/** A number beside it: premises. */
const PREMISES_BEFORE = /\d[.,]?\s$/u;
const PREMISES_AFTER = /^\s\d/u;
/** A capitalised word beside it, or one that joins it to another: part of a longer name of something else. */
const JOINED_BEFORE = /(?:\p{Lu}[\p{L}.'’-]*|&|,) $/u;
const JOINED_AFTER = /^(?: \p{Lu}|, \p{Lu}[\p{L}'’-]*(?: and| &|,)| &)/u;

/** Names by lexicon: a given name with what follows it, or a frequent one that stands alone. */
export function* findNames(text: string): Generator<CharacterRange> {
  let end = 0;
  for (const { 0: written, index, groups } of text.matchAll(FULL)) {
    const range = [index, index + written.length] as const;
    const isGiven = GIVEN.has((groups?.['first'] ?? '').toLowerCase());
    const hasInitial = /\s\p{Lu}\.\s/u.test(written);
    if (!(isGiven || hasInitial) || NO_PERSON.test(written) || isPremises(text, range)) continue;
    if (isOtherName(text, range)) continue;
    yield* lonesIn(text, end, range[0]);
    yield range;
    end = range[1];
  }
  yield* lonesIn(text, end, text.length);
}

function* lonesIn(text: string, from: number, to: number): Generator<CharacterRange> {
  for (const { 0: name, index } of text.slice(from, to).matchAll(LONE)) {
    const range = [from + index, from + index + name.length] as const;
    if (!OFTEN.has(name.toLowerCase()) || isPremises(text, range)) continue;
    const before = text.slice(Math.max(0, range[0] - 24), range[0]);
    if (JOINED_BEFORE.test(before) || JOINED_AFTER.test(text.slice(range[1], range[1] + 24)))
      continue;
    yield range;
  }
}

/** A company that the text names with its legal form, or a defined term: a word of the text in capitals. */
function isOtherName(text: string, [start, end]: CharacterRange): boolean {
  const written = text.slice(start, end);
  const [, ...rest] = written.replace(/['’]s$/u, '').split(' ');
  if (rest.some((part) => /^\p{Lu}\p{Ll}/u.test(part) && text.includes(` ${part.toLowerCase()}`)))
    return true;
  const line = text.slice(end, end + FORM_WITHIN).split('\n')[0];
  return isCompanyName(`${written}${line}`) || companiesOf(text).includes(written.toLowerCase());
}

let read = { text: '', companies: '' };

/** Of the text that was read last: asked for each of its names. */
function companiesOf(text: string): string {
  if (read.text !== text) {
    read = { text, companies: (text.match(COMPANY) ?? []).join('\n').toLowerCase() };
  }
  return read.companies;
}

function isPremises(text: string, [start, end]: CharacterRange): boolean {
  return (
    PREMISES_BEFORE.test(text.slice(Math.max(0, start - 3), start)) ||
    PREMISES_AFTER.test(text.slice(end, end + 2))
  );
}
