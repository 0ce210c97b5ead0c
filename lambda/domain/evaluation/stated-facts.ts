import { findDates } from '../text/dates.ts';
import { readNumberWords } from '../text/number-words.ts';
import { readNumbers } from '../text/numerals.ts';

/** What an answer states and a source can lack, each in a form that compares. */
export interface StatedFacts {
  /** ISO 8601; a numeric date whose order is open stands in both readings. */
  readonly dates: readonly string[];
  /** Without grouping, leading and trailing zeros: `1,200.50` is `1200.5`. */
  readonly numbers: readonly string[];
  /** Words of names, in lower case. */
  readonly names: readonly string[];
}

/** Two capitalised words in a row, or one that opens no sentence. */
const CAPITALISED = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}&’'.-]*/gu;
const OPENS_SENTENCE = /(?:^|[.!?:;]["'”’)]*\s+|[\n•"“(-]\s*)$/u;
/** `{EMAIL}`, `[PHONE]`: what a guardrail masks with is no name. */
const MASK = /[[{<]\p{Lu}[\p{Lu}_ ]*[\]}>]/gu;
/** Facts that an answer states; words that open a sentence are no names. */
export function statedFacts(answer: string): StatedFacts {
  const text = answer.replace(MASK, ' ');
  const dates = findDates(text);
  const rest = dates.reduceRight(
    (left, { range: [start, end] }) =>
      left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    text,
  );
  return {
    dates: [...new Set(dates.map((date) => date.value))],
    numbers: [...new Set(readNumbers(rest))],
    names: namesOf(rest),
  };
}

/** Whether the source carries every fact: dates in any notation, numbers also as words. */
export function supports(source: string, answer: string): boolean {
  return (factShare(source, answer) ?? 1) === 1;
}

/** Facts of the answer that the source carries, of all that it states; null where it states none. */
export function factShare(source: string, answer: string): number | null {
  const facts = statedFacts(answer);
  const dates = new Set(findDates(source).map((date) => date.value));
  const numbers = new Set([...readNumbers(source), ...spelledNumbers(source)]);
  const words = new Set(wordsOf(source));
  const carried = [
    ...datesStand(answer, dates),
    ...facts.numbers.map((number) => numbers.has(number)),
    ...facts.names.map((name) => words.has(name)),
  ];
  return carried.length === 0 ? null : carried.filter(Boolean).length / carried.length;
}

/** For each date, whether it stands; one that reads two ways does where the source has either reading. */
function datesStand(answer: string, dates: ReadonlySet<string>): readonly boolean[] {
  const readings = new Map<number, string[]>();
  for (const { range, value } of findDates(answer)) {
    readings.set(range[0], [...(readings.get(range[0]) ?? []), value]);
  }
  return [...readings.values()].map((values) => values.some((value) => dates.has(value)));
}

function spelledNumbers(text: string): string[] {
  return wordsOf(text).flatMap((word) => {
    const number = readNumberWords(word);
    return number === null ? [] : [String(number)];
  });
}

function namesOf(text: string): string[] {
  const found = [...text.matchAll(CAPITALISED)];
  const ends = new Set(found.map((match) => match.index + match[0].length + 1));
  const starts = new Set(found.map((match) => match.index));
  const names = found.filter((match) => {
    const inSequence = ends.has(match.index) || starts.has(match.index + match[0].length + 1);
    return inSequence || !OPENS_SENTENCE.test(text.slice(0, match.index));
  });
  return [...new Set(names.flatMap((match) => wordsOf(match[0])))];
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
}
