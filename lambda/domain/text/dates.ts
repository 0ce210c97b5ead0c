import type { CharacterRange } from './character-range.ts';
import { monthsNamed } from './month-names.ts';
import { readOrdinalWords } from './number-words.ts';

export interface FoundDate {
  /** ISO 8601. */
  readonly value: string;
  readonly range: CharacterRange;
  /** `ymd`, `dmy`, `mdy` for numbers; `day-month` or `month-day` where the month is a word. */
  readonly form: 'ymd' | 'dmy' | 'mdy' | 'day-month' | 'month-day';
}

const YEAR_FIRST = /(?<![\d.,/-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/gu;
const YEAR_LAST = /(?<![\d.,/-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d%]|[-/.]\d)/gu;
/** `8. 6. 2010` and `2010. 06. 08.`: Czech, Slovak, Slovene, Hungarian, Korean (CLDR). */
const SPACED =
  /(?<![\d.,/-])(?:(\d{1,2})\.\s(\d{1,2})\.\s(\d{4})|(\d{4})\.\s(\d{1,2})\.\s(\d{1,2}))(?![\d%])/gu;
/** Chinese and Japanese, Korean, Vietnamese (CLDR, long date formats). */
const EAST_ASIAN =
  /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]|(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/gu;
/** Years of Japanese eras, and the year before their first (CLDR, calendar `japanese`). */
const JAPANESE = /(令和|平成|昭和)\s?(\d{1,2}|元)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/gu;
const ERAS: Readonly<Record<string, number>> = { 令和: 2_018, 平成: 1_988, 昭和: 1_925 };

const WORD = /(?<!\p{L})\p{L}{3,14}(?!\p{L})/gu;
/** What stands on either side of a month's name; a day in words reaches farthest. */
const BEFORE = 40;
const AFTER = 24;
const DAY_BEFORE =
  /(?<![\d.,]|\d[-/])(?:(?<day>\d{1,2})\s?(?:st|nd|rd|th|er|[.ºª°])?|(?<words>(?:twenty|thirty)?[\s-]?\p{L}{4,11}))[\s./-]*(?:day\s+of\s+|(?:of|de|di)\s+|d['’])?$/iu;
const YEAR_AFTER =
  /^\.?,?(?:\s+(?:del?|of)(?!\p{L}))?[\s,'’./-]*(?<year>\d{4}|\d{2}(?!\s*\p{Ll}|[:.,]\d))(?!\d)/u;
const YEAR_BEFORE = /(?<![\d.,/-])(?<year>\d{4})(?:\.?\s+|[-/])(?:m\.\s+)?$/u;
/** Latvian: `2010. gada 8. jūnijs`. */
const YEAR_DAY_BEFORE = /(?<![\d.,/-])(?<year>\d{4})\.\s+g(?:ada|\.)\s+(?<day>\d{1,2})\.\s+$/u;
const DAY_AFTER = /^\.?[\s./-]{1,3}(?<day>\d{1,2})(?![\d,]|\.\d)/u;
const DAY_YEAR_AFTER =
  /^\.?\s*[-/]?\s*(?<day>\d{1,2})(?:\s?(?:st|nd|rd|th))?(?:\s?,?\s+(?<year>\d{4})|(?:\s?,\s*['’]?|\s?['’]|[-/])(?<short>\d{4}|\d{2}))(?!\d|:\d)/u;
/** Two-digit years up to this belong to the 2000s (POSIX `%y`: 69 to 99 to the 1900s). */
const LAST_SHORT_YEAR = 68;

/**
 * Dates of the text in reading order, as numbers or with a month's name in one of 27 languages.
 * `03/04/2024` says nothing about its order: both readings are returned, day first;
 * `read-dates.ts` decides by what else a document says.
 */
export function findDates(text: string): FoundDate[] {
  const found: (FoundDate | null)[] = [];
  for (const match of text.matchAll(YEAR_FIRST)) {
    found.push(dateOf(spanOf(match), [match[1], match[3], match[4]], 'ymd'));
  }
  for (const match of text.matchAll(YEAR_LAST)) {
    found.push(dateOf(spanOf(match), [match[4], match[3], match[1]], 'dmy'));
    if (match[1] !== match[3]) {
      found.push(dateOf(spanOf(match), [match[4], match[1], match[3]], 'mdy'));
    }
  }
  for (const match of text.matchAll(SPACED)) {
    const [, day, month, year, ...first] = match;
    found.push(dateOf(spanOf(match), day === undefined ? first : [year, month, day], 'ymd'));
  }
  for (const match of text.matchAll(EAST_ASIAN)) {
    const [, year, month, day, dayFirst, ...rest] = match;
    const parts = dayFirst === undefined ? [year, month, day] : [rest[1], rest[0], dayFirst];
    found.push(dateOf(spanOf(match), parts, 'ymd'));
  }
  for (const match of text.matchAll(JAPANESE)) {
    const [, era = '', year, month, day] = match;
    const full = (ERAS[era] ?? 0) + (year === '元' ? 1 : Number(year));
    found.push(dateOf(spanOf(match), [String(full), month, day], 'ymd'));
  }
  for (const match of text.matchAll(WORD)) {
    const months = monthsNamed(match[0]);
    if (months.length > 0) found.push(...writtenDates(text, spanOf(match), months));
  }
  const dates = found.filter((date) => date !== null);
  return dates.sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
}

/** `8 June 2010`, `June 8, 2010`, `2010 June 8` around a month's name. */
function writtenDates(
  text: string,
  [start, end]: CharacterRange,
  months: readonly number[],
): (FoundDate | null)[] {
  const before = text.slice(Math.max(0, start - BEFORE), start);
  const after = text.slice(end, end + AFTER);
  const both = (
    left: RegExpExecArray | null,
    right: RegExpExecArray | null,
    form: FoundDate['form'],
  ) => {
    const { day, words, year, short } = { ...left?.groups, ...right?.groups };
    const number = day ?? dayInWords(words ?? '');
    if (number === undefined) return [];
    const range = [start - (left?.[0].length ?? 0), end + (right?.[0].length ?? 0)] as const;
    return months.map((month) => dateOf(range, [year ?? short, String(month), number], form));
  };
  const dayYearAfter = DAY_YEAR_AFTER.exec(after);
  if (dayYearAfter?.groups?.['year'] !== undefined) return both(null, dayYearAfter, 'month-day');
  const yearAfter = YEAR_AFTER.exec(after);
  const dayBefore = yearAfter === null ? null : DAY_BEFORE.exec(before);
  const dayFirst = dayBefore === null ? [] : both(dayBefore, yearAfter, 'day-month');
  if (dayFirst.length > 0) return dayFirst;
  if (dayYearAfter !== null) return both(null, dayYearAfter, 'month-day');
  const yearDayBefore = YEAR_DAY_BEFORE.exec(before);
  if (yearDayBefore !== null) return both(yearDayBefore, null, 'day-month');
  const yearBefore = YEAR_BEFORE.exec(before);
  const dayAfter = yearBefore === null ? null : DAY_AFTER.exec(after);
  return dayAfter === null ? [] : both(yearBefore, dayAfter, 'month-day');
}

function dayInWords(words: string): string | undefined {
  const [second = '', first = ''] = words
    .trim()
    .split(/[\s-]+/)
    .toReversed();
  const day = readOrdinalWords(`${first} ${second}`) ?? readOrdinalWords(second);
  return day === null ? undefined : String(day);
}

function spanOf(match: RegExpExecArray): CharacterRange {
  return [match.index, match.index + match[0].length];
}

function dateOf(
  range: CharacterRange,
  parts: readonly (string | undefined)[],
  form: FoundDate['form'],
): FoundDate | null {
  const [year = Number.NaN, month = 0, day = 0] = parts.map(Number);
  const full = year > 99 ? year : year + (year <= LAST_SHORT_YEAR ? 2_000 : 1_900);
  if (!(full >= 1_900 && full <= 2_199) || !exists(full, month, day)) return null;
  const value = `${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return { value, range, form };
}

function exists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
