import { readAmounts } from '../../text/amounts.ts';
import { findDates } from '../../text/dates.ts';
import { readDates } from '../../text/read-dates.ts';
import { findDurations } from '../../text/durations.ts';
import { monthsNamed } from '../../text/month-names.ts';
import type { Comparison } from './record-query.ts';
import { type Bound, bounds } from './wording.ts';
import { phrasesAt, type Token } from './phrases.ts';

/** Bounds that a question sets: `above 5,000 EUR`, `before 1 May 2024`, `in March 2024`. */
export interface ComparedValue {
  readonly type: 'amount' | 'date' | 'duration';
  readonly limits: readonly (readonly [Comparison, string])[];
  /** ISO 4217, of an amount with a currency. */
  readonly currency: string | null;
  /** The first token, and all that it is made of. */
  readonly at: number;
  readonly tokens: readonly number[];
}
interface Said {
  readonly type: ComparedValue['type'];
  /** One value, or the first and the last day of a period. */
  readonly values: readonly [string, string];
  readonly currency: string | null;
  readonly at: number;
  readonly end: number;
}

const QUARTERS = [
  ['01-01', '03-31'],
  ['04-01', '06-30'],
  ['07-01', '09-30'],
  ['10-01', '12-31'],
] as const;
const YEAR = /^(?:19|20)\d\d$/;
/** Words between a bound and its value: `below the amount of 5`. */
const FILLERS = new Set(
  'a an the amount value sum date year month of der die das dem den jahr monat el la los las ano mes betrag wert usd eur'.split(
    ' ',
  ),
);

/** In order of the question; `taken` are tokens of names and numbers of documents. */
export function comparedValues(
  text: string,
  tokens: readonly Token[],
  taken: ReadonlySet<number>,
): readonly ComparedValue[] {
  const said = saidValues(text, tokens, taken);
  const found: ComparedValue[] = [];
  for (let index = 0; index < said.length; index += 1) {
    const one = said[index];
    if (one === undefined) continue;
    const bound = boundBefore(tokens, one.at);
    const next = said[index + 1];
    const isPair =
      next?.type === one.type &&
      next.at - one.end <= 2 &&
      ['between', 'from', 'at-least', 'equals'].includes(bound.bound ?? '') &&
      /^(?:and|to|und|bis|y|hasta|a|al|until)$/.test(tokens[next.at - 1]?.word ?? '');
    if (isPair) {
      index += 1;
      const limits = [
        ['at-least', one.values[0]],
        ['at-most', next.values[1]],
      ] as const;
      const currency = one.currency ?? next.currency;
      found.push({ ...one, currency, limits, at: bound.at, tokens: span(bound.at, next.end) });
      continue;
    }
    const limits = limitsOf(bound.bound, one);
    found.push({ ...one, limits, at: bound.at, tokens: span(bound.at, one.end) });
  }
  return found;
}

function limitsOf(bound: Bound | null, { values, type }: Said): ComparedValue['limits'] {
  const [first, last] = values;
  switch (bound) {
    case 'above':
      return [['above', last]];
    case 'below':
      return [['below', first]];
    case 'at-least':
      return [['at-least', first]];
    case 'at-most':
      return [['at-most', last]];
    case 'from':
    case 'between':
    case 'equals':
    case null:
      if (bound === 'from' && type !== 'date') return [['at-least', first]];
      return first === last || type !== 'date'
        ? [['equals', first]]
        : [
            ['at-least', first],
            ['at-most', last],
          ];
  }
}

/** The bound that stands before a value, fillers between, and where the whole begins. */
function boundBefore(tokens: readonly Token[], value: number): { bound: Bound | null; at: number } {
  let end = value;
  while (end > 0 && FILLERS.has(tokens[end - 1]?.word ?? '') && !endsBound(tokens, end)) end -= 1;
  for (let length = 4; length >= 1; length -= 1) {
    const at = end - length;
    if (at < 0) continue;
    const phrase = phrasesAt(bounds(), tokens, at).find((one) => one.length === length);
    if (phrase !== undefined) return { bound: phrase.meaning, at };
  }
  return { bound: null, at: value };
}

function endsBound(tokens: readonly Token[], end: number): boolean {
  return [4, 3, 2].some(
    (length) =>
      end - length >= 0 &&
      phrasesAt(bounds(), tokens, end - length).some((one) => one.length === length),
  );
}

function saidValues(
  text: string,
  tokens: readonly Token[],
  taken: ReadonlySet<number>,
): readonly Said[] {
  const used = new Set(taken);
  const said: Said[] = [];
  const add = (range: readonly [number, number], one: Omit<Said, 'at' | 'end'>) => {
    const at = tokens.findIndex(({ end }) => end > range[0]);
    const after = tokens.findIndex(({ start }) => start >= range[1]);
    const end = after < 0 ? tokens.length : after;
    if (at < 0 || span(at, end).some((position) => used.has(position))) return;
    for (const position of span(at, end)) used.add(position);
    said.push({ ...one, at, end });
  };
  for (const { value, range } of readDates(text)) {
    // What `03/04/2024` means is not known: it is left over.
    if (value !== null) add(range, { type: 'date', values: [value, value], currency: null });
  }
  for (const { value, range } of findDurations(text)) {
    add(range, { type: 'duration', values: [value, value], currency: null });
  }
  for (const { range, values } of periods(text, tokens)) {
    add(range, { type: 'date', values, currency: null });
  }
  for (const { value, range, currency } of readAmounts(text)) {
    // `Q1`, `A4`.
    if (/\p{L}$/u.test(text.slice(0, range[0]))) continue;
    const [start, end] = withMark(text, range);
    add([start, end], { type: 'amount', values: [value, value], currency });
  }
  return said.toSorted((a, b) => a.at - b.at);
}

/** With the code or sign of a currency beside it. */
function withMark(
  text: string,
  [start, end]: readonly [number, number],
): readonly [number, number] {
  const before = /(?:[A-Z]{3}|\p{Sc})\s?$/u.exec(text.slice(0, start))?.[0].length ?? 0;
  const after =
    /^\s?(?:[A-Z]{3}(?!\p{L})|\p{Sc}|euros?|dollars?|pounds?)/iu.exec(text.slice(end))?.[0]
      .length ?? 0;
  return [start - before, end + after];
}

interface Period {
  readonly range: readonly [number, number];
  readonly values: readonly [string, string];
}

/** Quarters, months and years: `Q1 2024`, `March 2024`, `2024`. */
function periods(text: string, tokens: readonly Token[]): readonly Period[] {
  const dates = findDates(text);
  return tokens.flatMap((token, index): Period[] => {
    if (
      !YEAR.test(token.word) ||
      dates.some(({ range }) => range[0] < token.end && token.start < range[1])
    ) {
      return [];
    }
    const quarter = tokens[index - 2]?.word === 'q' ? Number(tokens[index - 1]?.word) : 0;
    if (quarter >= 1 && quarter <= 4) {
      const [from, to] = QUARTERS[quarter - 1] ?? ['', ''];
      const start = tokens[index - 2]?.start ?? token.start;
      const values = [`${token.word}-${from}`, `${token.word}-${to}`] as const;
      return [{ range: [start, token.end] as const, values }];
    }
    const linked = ['of', 'de', 'del'].includes(tokens[index - 1]?.word ?? '') ? 2 : 1;
    const before = tokens[index - linked];
    const [month] = before === undefined ? [] : monthsNamed(text.slice(before.start, before.end));
    if (month === undefined || before === undefined) {
      if (
        /[\d.,\p{Sc}]\s?$/u.test(text.slice(0, token.start)) ||
        /^[.,]\d|^\s?\p{Sc}/u.test(text.slice(token.end))
      )
        return [];
      if (!isPeriod(tokens, index)) return [];
      const values = [`${token.word}-01-01`, `${token.word}-12-31`] as const;
      return [{ range: [token.start, token.end] as const, values }];
    }
    const days = new Date(Date.UTC(Number(token.word), month, 0)).getUTCDate();
    const name = `${token.word}-${String(month).padStart(2, '0')}`;
    const values = [`${name}-01`, `${name}-${String(days)}`] as const;
    return [{ range: [before.start, token.end] as const, values }];
  });
}

/** A number of four digits is a year, unless a word of quantity stands before it. */
function isPeriod(tokens: readonly Token[], index: number): boolean {
  const word = tokens[index - 1]?.word ?? '';
  const ofQuantity = new Set(
    'than over above exceed exceeds exceeding under below least most exactly equals uber unter als mindestens hochstens genau superan supera mas menos cima'.split(
      ' ',
    ),
  );
  return !ofQuantity.has(word);
}

function span(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
