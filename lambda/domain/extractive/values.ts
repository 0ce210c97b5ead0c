import type { Taxonomy } from '../../../config/schema.ts';
import { findAddresses } from '../text/addresses.ts';
import { readAmounts } from '../text/amounts.ts';
import type { CharacterRange } from '../text/character-range.ts';
import { currencyOf, findCurrencyMarks } from '../text/currencies.ts';
import { findDurations } from '../text/durations.ts';
import { findCodes } from '../text/identifiers.ts';
import { findLaws } from '../text/laws.ts';
import { COMPANY, isCompanyName } from '../text/legal-forms.ts';
import { readDates } from '../text/read-dates.ts';

export type ValueType = Taxonomy['fields'][number]['type'];

/** A value in its normal form and where it stands in the text. */
export interface Value {
  readonly value: string;
  readonly range: CharacterRange;
}

/** After a label's colon, or before the quoted or bracketed term that a preamble defines. */
const NAME = String.raw`\p{Lu}[\p{L}\d.'’&-]*(?:[^\S\n]+(?:(?:of|de|von|van)[^\S\n]+)?\p{Lu}[\p{L}\d.'’&-]*){1,5}`;
const LABELLED_NAME = new RegExp(String.raw`(?<=:[^\S\n]*\n?[^\S\n]*)${NAME}`, 'gu');
/** `1 High Street` is a place. */
const DEFINED_NAME = new RegExp(String.raw`(?<![\p{L}\d][^\S\n]*)${NAME}(?=,?\s*[("“„«])`, 'gu');
/** A line of its own above the name, or the end of another party's description before it. */
const NAME_BREAK = /(?<=^[^\n]{0,60})\n+(?=\p{Lu})|,\s+\p{Ll}{1,3}\s+/u;
const LINE = /^[^\S\n]*(?<line>\S[^\n]{2,79}?)[^\S\n]*$/gmu;

const READERS: Readonly<Record<ValueType, (text: string) => readonly Value[]>> = {
  date: (text) =>
    readDates(text).flatMap(({ value, range }) => (value === null ? [] : [{ value, range }])),
  amount: (text) => readAmounts(text).filter(({ cents, currency }) => cents || currency !== null),
  currency: findCurrencies,
  code: (text) => findCodes(text),
  integer: (text) => findDurations(text).map(({ days, range }) => ({ value: String(days), range })),
  duration: (text) => findDurations(text),
  place: (text) => findLaws(text),
  address: (text) => findAddresses(text),
  party: findNames,
  list: findNames,
  text: (text) => lines(text),
};

/** Values of a type, in reading order, none inside another. */
export function findValues(text: string, type: ValueType): readonly Value[] {
  const found = READERS[type](text).toSorted(
    (a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1],
  );
  let end = 0;
  return found.filter(({ range }) => {
    if (range[0] < end) return false;
    end = range[1];
    return true;
  });
}

function findCurrencies(text: string): readonly Value[] {
  const codes = new Map<string, string | null>();
  return findCurrencyMarks(text).flatMap((mark) => {
    if (!codes.has(mark.written)) codes.set(mark.written, currencyOf(mark, text));
    const value = codes.get(mark.written) ?? null;
    return value === null ? [] : [{ value, range: mark.range }];
  });
}

/** Companies by their legal form, and names that a label or a defined term marks as such. */
function findNames(text: string): readonly Value[] {
  const companies = [...text.matchAll(COMPANY)]
    .map((match) => {
      const name = match[0].split(NAME_BREAK).at(-1) ?? '';
      return valueAt(match.index + match[0].length - name.length, name);
    })
    .filter(({ value }) => isCompanyName(value));
  const others = [...text.matchAll(LABELLED_NAME), ...text.matchAll(DEFINED_NAME)].map((match) =>
    valueAt(match.index, match[0]),
  );
  return [...companies, ...others.filter(({ value }) => !isCompanyName(value))];
}

function lines(text: string): readonly Value[] {
  return [...text.matchAll(LINE)].map((match) => {
    const line = match.groups?.['line'] ?? '';
    return valueAt(match.index + match[0].indexOf(line), line);
  });
}

function valueAt(start: number, written: string): Value {
  const value = written.replace(/\s+/gu, ' ');
  return { value, range: [start, start + written.length] };
}
