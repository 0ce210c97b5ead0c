import type { CharacterRange } from './character-range.ts';

export interface FoundDate {
  /** ISO 8601. */
  readonly value: string;
  readonly range: CharacterRange;
  /** `ymd`, `dmy`, `mdy` for numbers; `day-month` or `month-day` where the month is a word. */
  readonly form: 'ymd' | 'dmy' | 'mdy' | 'day-month' | 'month-day';
}

/** English, German and Spanish; the first three letters tell most apart. */
const MONTHS: readonly (readonly string[])[] = [
  ['january', 'januar', 'jänner', 'enero', 'jan', 'ene'],
  ['february', 'februar', 'febrero', 'feb'],
  ['march', 'märz', 'maerz', 'marzo', 'mar', 'mär', 'mrz'],
  ['april', 'abril', 'apr', 'abr'],
  ['may', 'mai', 'mayo'],
  ['june', 'juni', 'junio', 'jun'],
  ['july', 'juli', 'julio', 'jul'],
  ['august', 'agosto', 'aug', 'ago'],
  ['september', 'septiembre', 'setiembre', 'sept', 'sep'],
  ['october', 'oktober', 'octubre', 'oct', 'okt'],
  ['november', 'noviembre', 'nov'],
  ['december', 'dezember', 'diciembre', 'dec', 'dez', 'dic'],
];
const MONTH_NUMBERS = new Map(
  MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);
const MONTH = [...MONTH_NUMBERS.keys()].sort((a, b) => b.length - a.length).join('|');

const YEAR_FIRST = /(?<![\d.,/-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/gu;
const YEAR_LAST = /(?<![\d.,/-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d%])/gu;
const DAY_MONTH = new RegExp(
  String.raw`(?<![\d.,])(\d{1,2})\s?(?:st|nd|rd|th|\.)?[\s-]*(?:day\s+of\s+|of\s+|de\s+)?(${MONTH})\b[.,]?(?:\s+del?\b)?[\s,'-]*(\d{4}|\d{2})(?!\d)`,
  'giu',
);
const MONTH_DAY = new RegExp(
  String.raw`(?<!\p{L})(${MONTH})\b\.?\s*(\d{1,2})(?:\s?(?:st|nd|rd|th))?\s?,?\s+(\d{4})(?!\d)`,
  'giu',
);
/** Two-digit years up to this belong to the 2000s. */
const LAST_SHORT_YEAR = 69;

/**
 * Dates of the text in reading order, in numeric and written forms, English, German and Spanish.
 * `03/04/2024` says nothing about its order: both readings are returned, day first.
 */
export function findDates(text: string): FoundDate[] {
  const found: (FoundDate | null)[] = [];
  for (const match of text.matchAll(YEAR_FIRST)) {
    found.push(dateOf(match, [match[1], match[3], match[4]], 'ymd'));
  }
  for (const match of text.matchAll(YEAR_LAST)) {
    found.push(dateOf(match, [match[4], match[3], match[1]], 'dmy'));
    if (match[1] !== match[3]) found.push(dateOf(match, [match[4], match[1], match[3]], 'mdy'));
  }
  for (const match of text.matchAll(DAY_MONTH)) {
    found.push(dateOf(match, [match[3], monthOf(match[2]), match[1]], 'day-month'));
  }
  for (const match of text.matchAll(MONTH_DAY)) {
    found.push(dateOf(match, [match[3], monthOf(match[1]), match[2]], 'month-day'));
  }
  return found.filter((date) => date !== null).sort((a, b) => a.range[0] - b.range[0]);
}

function monthOf(name: string | undefined): string {
  return String(MONTH_NUMBERS.get((name ?? '').toLowerCase()) ?? 0);
}

function dateOf(
  match: RegExpMatchArray,
  parts: readonly (string | undefined)[],
  form: FoundDate['form'],
): FoundDate | null {
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  const full = year > 99 ? year : year + (year <= LAST_SHORT_YEAR ? 2_000 : 1_900);
  if (full < 1_900 || full > 2_199 || !exists(full, month, day)) return null;
  const start = match.index ?? 0;
  const value = `${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return { value, range: [start, start + match[0].length], form };
}

function exists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
