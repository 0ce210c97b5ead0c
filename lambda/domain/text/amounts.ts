import type { CharacterRange } from './character-range.ts';
import { type CurrencyMark, currencyOf, findCurrencyMarks, minorUnitsOf } from './currencies.ts';
import { readNumberWords } from './number-words.ts';
import { BLANK, decimalOf, NUMERAL, parseNumeral, westernDigits, zerosOf } from './numerals.ts';
import type { DocumentSigns } from './read-dates.ts';

export interface FoundAmount {
  /** Decimal with at least two digits after the point. */
  readonly value: string;
  /** With its sign, and a currency that stands between the two. */
  readonly range: CharacterRange;
  /** Whether the text shows cents: totals do, quantities and section numbers do not. */
  readonly cents: boolean;
}
export interface ReadAmount extends FoundAmount {
  /** ISO 4217, of the code, sign or name beside the number; null without one. */
  readonly currency: string | null;
}

interface Written extends FoundAmount {
  /** Where its digits stand. */
  readonly digits: CharacterRange;
}

const BEFORE = 32;
const AFTER = 16;
/** May stand between a number and its sign: `-$5`, `$ -5`, `(EUR 5)`, `5 kr-`. */
const CURRENCY = String.raw`(?:[A-Z]{0,3}\p{Sc}|[A-Z]{3}|kr\.?|zł|Kč|Ft|Fr\.?)`;
const SIGN_BEFORE = new RegExp(
  String.raw`(?:(?<![\p{L}\d.,/)])(?<minus>-|[−﹣－][${BLANK}]?)|(?<open>[(<]))(?<currency>${CURRENCY}?)[${BLANK}]?$`,
  'u',
);
const SIGN_AFTER = new RegExp(
  String.raw`^(?<currency>(?:[${BLANK}]?${CURRENCY})?)(?:(?<minus>[-−–])(?![\p{L}\d–-])|(?<close>[)>])|[${BLANK}]?(?<credit>CR)(?!\p{L}))`,
  'u',
);
/** `5.-`, `5,--`: no cents (Swiss and German custom). */
const NO_CENTS = /^[.,][-–—]{1,2}(?![\d–—-])/u;
const MAGNITUDE_AFTER = new RegExp(String.raw`^[${BLANK}]?(?<word>\p{L}{2,10})(?!\p{L})`, 'u');
/** Letters that stand for a magnitude where a sign of money precedes: `$2.5M`. */
const LETTER_AFTER = /^(?<letter>[KMB])(?!\p{L})/u;
const LETTERS: Readonly<Record<string, number>> = { K: 3, M: 6, B: 9 };

/** Numbers of the text that can be amounts, in reading order, in any grouping and with any sign. */
export function findAmounts(text: string): FoundAmount[] {
  return writtenAmounts(text).map(({ value, range, cents }) => ({ value, range, cents }));
}

/** Amounts with the currency beside them, read with its decimals (none of JPY, three of KWD). */
export function readAmounts(text: string, signs: DocumentSigns = {}): readonly ReadAmount[] {
  const marks = indexMarks(findCurrencyMarks(text));
  const codes = new Map<string, string | null>();
  return writtenAmounts(text).map((written) => {
    const { value, range, cents, digits } = written;
    const mark = markBeside(text, marks, digits);
    if (mark === null) return { value, range, cents, currency: null };
    if (!codes.has(mark.written)) codes.set(mark.written, currencyOf(mark, text, signs));
    const currency = codes.get(mark.written) ?? null;
    const units = currency === null ? 2 : minorUnitsOf(currency);
    const exact = units === 3 ? parseNumeral(text.slice(...digits), units) : null;
    if (exact === null || exact.fraction === null) return { value, range, cents, currency };
    const sign = value.startsWith('-') ? '-' : '';
    return { value: sign + decimalOf(exact), range, cents: true, currency };
  });
}

/** The one amount that a text is; null where it is something else or more. */
export function parseAmount(text: string): { value: string; cents: boolean } | null {
  const [amount, second] = writtenAmounts(text);
  if (amount === undefined || second !== undefined) return null;
  const rest = text.slice(0, amount.digits[0]) + text.slice(amount.digits[1]);
  const isAlone = /^[\s\p{Sc}\p{Pd}−().,<>'’]*(?:\p{L}{1,10}\.?)?[\s\p{Sc}\p{Pd}−().,<>]*$/u.test(
    rest,
  );
  return isAlone ? { value: amount.value, cents: amount.cents } : null;
}

function writtenAmounts(text: string): Written[] {
  const western = westernDigits(text);
  const found: Written[] = [];
  for (const match of western.matchAll(NUMERAL)) {
    const amount = amountAt(western, match);
    if (amount !== null) found.push(amount);
  }
  return found;
}

function amountAt(text: string, { 0: written, index }: RegExpExecArray): Written | null {
  const end = index + written.length;
  const before = text.slice(Math.max(0, index - BEFORE), index);
  const after = text.slice(end, end + AFTER);
  // Parts of dates, times, codes, fractions and percentages are no amounts.
  if (/[\d.,/]$|\d:$|[\p{L}\d][-–]$/u.test(before)) return null;
  if (/^(?:\/|\s?[%‰]|:\d|[.,–-]\d)/u.test(after)) return null;
  const number = parseNumeral(written);
  if (number === null) return null;
  const noCents = NO_CENTS.exec(after);
  const magnitude = magnitudeOf(before, after);
  const cents = number.fraction !== null || noCents !== null;
  const sign = signOf(before, noCents === null ? after : after.slice(noCents[0].length), cents);
  return {
    value: `${sign.isNegative ? '-' : ''}${decimalOf(number, magnitude.zeros)}`,
    range: [index - sign.before, end + (noCents?.[0].length ?? 0) + magnitude.length + sign.after],
    cents,
    digits: [index, end],
  };
}

/** How many zeros the word or letter after a number adds, and how long it is. */
function magnitudeOf(before: string, after: string) {
  const letter = /\p{Sc}\s?$/u.test(before) ? LETTER_AFTER.exec(after) : null;
  const match = letter ?? MAGNITUDE_AFTER.exec(after);
  const { letter: sign = '', word = '' } = match?.groups ?? {};
  const zeros = LETTERS[sign] ?? zerosOf(word);
  return { zeros, length: zeros === 0 ? 0 : (match?.[0].length ?? 0) };
}

/**
 * Signs of accountants and of CLDR: a minus on either side, brackets around, CR after. Brackets
 * after a number in words only repeat it: `five thousand dollars ($5,000)`.
 */
function signOf(before: string, after: string, cents: boolean) {
  const left = SIGN_BEFORE.exec(before);
  const right = SIGN_AFTER.exec(after);
  const { minus, open, currency = '' } = left?.groups ?? {};
  if (minus !== undefined) return { isNegative: true, before: left?.[0].length ?? 0, after: 0 };
  if (right?.groups?.['minus'] !== undefined || right?.groups?.['credit'] !== undefined) {
    return { isNegative: true, before: 0, after: right[0].length };
  }
  const isEnclosed = open !== undefined && right?.groups?.['close'] !== undefined;
  const isMoney = cents || currency !== '' || right?.groups?.['currency'] !== '';
  if (!isEnclosed || !isMoney || repeatsWords(before.slice(0, left?.index))) {
    return { isNegative: false, before: 0, after: 0 };
  }
  return { isNegative: true, before: left?.[0].length ?? 0, after: right?.[0].length ?? 0 };
}

function repeatsWords(before: string): boolean {
  const last = /(\p{L}+)[\s.,]{0,3}$/u.exec(before)?.[1] ?? '';
  if (readNumberWords(last) !== null || zerosOf(last) > 0) return true;
  return findCurrencyMarks(`${last} 1`).length > 0 || /\/\d+\s*$/.test(before);
}

/** Marks by where they end and where they begin: each amount looks at its own neighbours only. */
function indexMarks(marks: readonly CurrencyMark[]) {
  return {
    byEnd: new Map(marks.map((mark) => [mark.range[1], mark])),
    byStart: new Map(marks.toReversed().map((mark) => [mark.range[0], mark])),
  };
}

/** The currency that leads a number, else the one that follows it. */
function markBeside(
  text: string,
  { byEnd, byStart }: ReturnType<typeof indexMarks>,
  [start, end]: CharacterRange,
): CurrencyMark | null {
  for (let gap = 0; gap <= 3; gap += 1) {
    const mark = byEnd.get(start - gap);
    if (
      mark !== undefined &&
      /^[.(:−–-]*$/u.test(text.slice(start - gap, start).replace(/[^\S\n]/gu, ''))
    )
      return mark;
  }
  for (let gap = 0; gap <= AFTER; gap += 1) {
    const mark = byStart.get(end + gap);
    if (mark !== undefined) return isGap(text.slice(end, end + gap)) ? mark : null;
  }
  return null;
}

/** Blanks, brackets, signs and a magnitude: `2 million de euros`. */
function isGap(between: string): boolean {
  const word = MAGNITUDE_AFTER.exec(between)?.groups?.['word'];
  const rest = word !== undefined && zerosOf(word) > 0 ? between.replace(word, '') : between;
  return /^(?:[.)>,−–-]|[^\S\n]){0,4}(?:de\s)?$/u.test(rest);
}
