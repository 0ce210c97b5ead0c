import { findDates } from '../text/dates.ts';

/** What an answer states and a source can lack, each in a form that compares. */
export interface StatedFacts {
  /** ISO 8601; a numeric date whose order is open stands in both readings. */
  readonly dates: readonly string[];
  /** Without grouping, leading and trailing zeros: `1,200.50` is `1200.5`. */
  readonly numbers: readonly string[];
  /** Words of names, in lower case. */
  readonly names: readonly string[];
}

const NUMBER = /\d+(?:[.,'’]\d+)*/gu;
/** Two capitalised words in a row, or one that opens no sentence. */
const CAPITALISED = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}&’'.-]*/gu;
const OPENS_SENTENCE = /(?:^|[.!?:;]["'”’)]*\s+|[\n•"“(-]\s*)$/u;
/** `{EMAIL}`, `[PHONE]`: what a guardrail masks with is no name. */
const MASK = /[[{<]\p{Lu}[\p{Lu}_ ]*[\]}>]/gu;
const NUMBER_WORDS: readonly string[] =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const TENS: Readonly<Record<string, number>> = {
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

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
    numbers: numbersOf(rest),
    names: namesOf(rest),
  };
}

/** Whether the source carries every fact: dates in any notation, numbers also as English words. */
export function supports(source: string, answer: string): boolean {
  const facts = statedFacts(answer);
  const dates = new Set(findDates(source).map((date) => date.value));
  const numbers = new Set([...numbersOf(source), ...spelledNumbers(source)]);
  const words = new Set(wordsOf(source));
  return (
    everyDateStands(answer, dates) &&
    facts.numbers.every((number) => numbers.has(number)) &&
    facts.names.every((name) => words.has(name))
  );
}

/** A date that reads two ways is supported when the source has either reading. */
function everyDateStands(answer: string, dates: ReadonlySet<string>): boolean {
  const readings = new Map<number, string[]>();
  for (const { range, value } of findDates(answer)) {
    readings.set(range[0], [...(readings.get(range[0]) ?? []), value]);
  }
  return [...readings.values()].every((values) => values.some((value) => dates.has(value)));
}

function numbersOf(text: string): string[] {
  return [...new Set([...text.matchAll(NUMBER)].map(([digits]) => plainNumber(digits)))];
}

function plainNumber(digits: string): string {
  const parts = digits.split(/[.,'’]/u);
  const last = parts.at(-1) ?? '';
  const decimals = parts.length > 1 && last.length !== 3 ? last.replace(/0+$/, '') : '';
  const whole = (parts.length > 1 && last.length !== 3 ? parts.slice(0, -1) : parts).join('');
  const integer = whole.replace(/^0+(?=\d)/, '');
  return decimals === '' ? integer : `${integer}.${decimals}`;
}

function spelledNumbers(text: string): string[] {
  return wordsOf(text).flatMap((word) => {
    const [tens = '', ones] = word.split('-');
    const base = TENS[tens] ?? NUMBER_WORDS.indexOf(tens);
    return base < 0 ? [] : [String(base + Math.max(0, NUMBER_WORDS.indexOf(ones ?? 'zero')))];
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
