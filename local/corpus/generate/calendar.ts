import type { Language } from './lands.ts';

/** Days since 1 January 1970: no clock, no time zone. */
export type Day = number;

/** `numbers` and `words`: the locale's own by CLDR; `month-name`: `05-Mar-2024`. */
const dateFormats = ['iso', 'numbers', 'words', 'month-name'] as const;
export type DateFormat = (typeof dateFormats)[number];

const DAY_MS = 86_400_000;

export function dayOf(year: number, month: number, day: number): Day {
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

/** ISO 8601, the form of gold labels. */
export function isoDate(day: Day): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

export function addYears(day: Day, years: number): Day {
  const date = new Date(day * DAY_MS);
  return dayOf(date.getUTCFullYear() + years, date.getUTCMonth() + 1, date.getUTCDate());
}

/** The date as a document of the locale prints it; blanks are plain ones. */
export function printDate(day: Day, format: DateFormat, locale: string): string {
  if (format === 'iso') return isoDate(day);
  if (format === 'month-name') return withMonthName(day);
  return formatterOf(locale, format)
    .format(day * DAY_MS)
    .replaceAll(/\s/gu, ' ');
}

/** The locale of a language that is not its country's own. */
export function localeOf(language: Language, native: string): string {
  return native.startsWith(language) ? native : `${language}-${DEFAULT_REGIONS[language]}`;
}
const DEFAULT_REGIONS: Readonly<Record<Language, string>> = {
  en: 'GB',
  de: 'DE',
  es: 'ES',
  fr: 'FR',
  it: 'IT',
  nl: 'NL',
  pt: 'PT',
  pl: 'PL',
  sv: 'SE',
  da: 'DK',
};

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(locale: string, format: 'numbers' | 'words'): Intl.DateTimeFormat {
  const key = `${locale} ${format}`;
  const made =
    formatters.get(key) ??
    new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      calendar: 'gregory',
      numberingSystem: 'latn',
      day: format === 'words' ? 'numeric' : '2-digit',
      month: format === 'words' ? 'long' : '2-digit',
      year: 'numeric',
    });
  formatters.set(key, made);
  return made;
}

function withMonthName(day: Day): string {
  const [year, , date] = isoDate(day).split('-');
  const name = formatterOf('en-US', 'words').format(day * DAY_MS);
  return `${date}-${name.slice(0, 3)}-${year}`;
}
