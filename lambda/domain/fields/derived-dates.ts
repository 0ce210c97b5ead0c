import { findDates } from '../text/dates.ts';
import type { Candidate } from './field-candidates.ts';
import { findDurations } from '../text/durations.ts';

/** The day an agreement starts stands among its first dates. */
const BASE_DATES = 3;
const BASE_CHARACTERS = 5_000;
/** Shorter spans are notices and payment terms, not terms of agreements. */
const MIN_DAYS = 90;
const MAX_DURATIONS = 12;

/**
 * Ends that a text gives as a length only ("for a period of five years"): each of the first dates
 * plus each longer duration, placed where the duration stands.
 */
export function deriveDates(text: string): Candidate[] {
  const dates = findDates(text.slice(0, BASE_CHARACTERS)).map(({ value }) => value);
  const bases = [...new Set(dates)].slice(0, BASE_DATES);
  const durations = findDurations(text).filter(({ days }) => days >= MIN_DAYS);
  return durations.slice(0, MAX_DURATIONS).flatMap(({ count, unit, range }) =>
    bases.map((base, index) => ({
      value: addTo(base, count, unit),
      range,
      form: `after${index}/${unit}`,
    })),
  );
}

function addTo(isoDate: string, count: number, unit: string): string {
  const date = new Date(`${isoDate}T00:00:00Z`);
  if (unit === 'year') date.setUTCFullYear(date.getUTCFullYear() + count);
  else if (unit === 'month') date.setUTCMonth(date.getUTCMonth() + count);
  else date.setUTCDate(date.getUTCDate() + count * (unit === 'week' ? 7 : 1));
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
