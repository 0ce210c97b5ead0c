import type { Language } from './style.ts';

/** Days since 1 January 1970: no clock, no time zone. */
export type Day = number;

const dateFormats = [
  'iso',
  'us-long',
  'us-short',
  'eu-long',
  'eu-dots',
  'eu-slashes',
  'eu-month-name',
] as const;
export type DateFormat = (typeof dateFormats)[number];

const DAY_MS = 86_400_000;
const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: 'January February March April May June July August September October November December'.split(
    ' ',
  ),
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(
    ' ',
  ),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(
    ' ',
  ),
};

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

/** The date as a document prints it. */
export function printDate(day: Day, format: DateFormat, language: Language): string {
  const [year = '', month = '', date = ''] = isoDate(day).split('-');
  const name = MONTHS[language][Number(month) - 1] ?? '';
  const plain = String(Number(date));
  if (language === 'de' && format !== 'iso' && format !== 'eu-dots') {
    return `${plain}. ${name} ${year}`;
  }
  if (language === 'es' && format !== 'iso' && format !== 'eu-slashes') {
    return `${plain} de ${name} de ${year}`;
  }
  switch (format) {
    case 'iso':
      return `${year}-${month}-${date}`;
    case 'us-long':
      return `${name} ${plain}, ${year}`;
    case 'us-short':
      return `${month}/${date}/${year}`;
    case 'eu-long':
      return `${plain} ${name} ${year}`;
    case 'eu-dots':
      return `${date}.${month}.${year}`;
    case 'eu-slashes':
      return `${date}/${month}/${year}`;
    case 'eu-month-name':
      return `${date}-${name.slice(0, 3)}-${year}`;
  }
}
