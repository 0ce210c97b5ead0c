import type { CharacterRange } from './character-range.ts';
import { countryOf } from './countries.ts';
import { findDates, type FoundDate } from './dates.ts';

export interface ReadDate {
  /** ISO 8601; null where nothing in the document decides between the readings. */
  readonly value: string | null;
  /** What the digits can mean, one or two. */
  readonly readings: readonly string[];
  readonly range: CharacterRange;
}

/** What is known of a document beside its text; what is left out is read from the text. */
export interface DocumentSigns {
  /** ISO 639-1. */
  readonly language?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
}

type Order = 'dmy' | 'mdy';

/**
 * One date a place, in order. `03/04/2024` is read as the document's certain dates are written;
 * without one, as its country writes dates, then its language where all its countries agree (CLDR).
 * Where these are silent or the document itself disagrees, the value is null: a person decides.
 */
export function readDates(text: string, signs: DocumentSigns = {}): readonly ReadDate[] {
  const places = groupByPlace(findDates(text));
  const certain = new Set(
    places.filter((readings) => readings.length === 1).flatMap(([one]) => orderOf(one) ?? []),
  );
  let order: Order | null | undefined = certain.size > 1 ? null : [...certain][0];
  return places.map((readings) => {
    const [first] = readings;
    const range = first?.range ?? [0, 0];
    const values = [...new Set(readings.map(({ value }) => value))];
    if (values.length === 1) return { value: values[0] ?? null, readings: values, range };
    // No country writes the month first with full stops (CLDR).
    const dotted = /^\d+\./.test(text.slice(range[0], range[1]));
    if (!dotted && order === undefined) order = customaryOrder(text, signs);
    const wanted = dotted ? 'dmy' : order;
    const value = readings.find(({ form }) => form === wanted)?.value ?? null;
    return { value, readings: values, range };
  });
}

function groupByPlace(found: readonly FoundDate[]): readonly (readonly FoundDate[])[] {
  const places: FoundDate[][] = [];
  for (const date of found) {
    const last = places.at(-1);
    const taken = last?.[0]?.range;
    if (taken?.[0] === date.range[0] && taken[1] === date.range[1]) last?.push(date);
    else if (date.range[0] >= (taken?.[1] ?? 0)) places.push([date]);
  }
  return places;
}

function orderOf(date: FoundDate | undefined): Order | null {
  return date?.form === 'dmy' || date?.form === 'mdy' ? date.form : null;
}

function customaryOrder(text: string, signs: DocumentSigns): Order | null {
  const country = signs.country ?? countryOf(text);
  if (country !== null) {
    // With its script, as `maximize` adds it, `en-Latn-GB` would be formatted as `en`.
    const { language: spoken } = new Intl.Locale(`und-${country}`).maximize();
    return orderIn(`${spoken}-${country}`);
  }
  const { language } = signs;
  // English is written in countries of either order.
  return language === undefined || language === 'en' || language === 'und'
    ? null
    : orderIn(language);
}

/** How a locale writes a short date; null where the year comes first. */
function orderIn(locale: string): Order | null {
  const parts = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeZone: 'UTC' })
    .formatToParts(0)
    .map(({ type }) => type);
  if (parts.indexOf('year') < parts.indexOf('month')) return null;
  return parts.indexOf('month') < parts.indexOf('day') ? 'mdy' : 'dmy';
}
