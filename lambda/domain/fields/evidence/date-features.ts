import { findDurations } from '../../text/durations.ts';
import { readDates } from '../../text/read-dates.ts';
import type { Candidate } from '../field-candidates.ts';

const DAY_MS = 86_400_000;
/** Days that payment is commonly given: Directive 2011/7/EU names 30 and 60; weeks and half months. */
const TERMS: ReadonlySet<number> = new Set([7, 8, 10, 14, 15, 20, 21, 28, 30, 45, 60, 90]);
/** Calendar months differ from 30 days by so many. */
const MONTH_SLACK = 1;

/**
 * How each date stands to the document's others: first or last of them in time, and whether another
 * lies before or after it by a term of payment, or by one that the text prints.
 */
export function dateFeatures(text: string, candidates: readonly Candidate[]): string[][] {
  const days = candidates.map(({ value }) => Date.parse(`${value}T00:00:00Z`) / DAY_MS);
  // Ends that are derived from a length of time say nothing of the order of what is printed.
  const printed = candidates.map(({ form }) => !form.startsWith('after'));
  const known = [...new Set(days.filter((day, index) => printed[index] && Number.isFinite(day)))];
  known.sort((one, other) => one - other);
  const read = new Map(readDates(text).map(({ range, value }) => [range.join('-'), value]));
  const written = new Set(findDurations(text).map((duration) => duration.days));
  return days.map((day, index) => {
    if (!printed[index] || !Number.isFinite(day)) return ['time=none'];
    const place = known.indexOf(day);
    const after = known.filter((other) => other < day).map((other) => day - other);
    const before = known.filter((other) => other > day).map((other) => other - day);
    const meant = read.get((candidates[index]?.range ?? []).join('-'));
    return [
      `meant=${meant === null ? 'open' : meant === candidates[index]?.value}`,
      `time=${place === 0} ${place === known.length - 1}`,
      `earlier=${Math.min(after.length, 3)}`,
      `later=${Math.min(before.length, 3)}`,
      `days=${Math.min(known.length, 5)}`,
      `ends=${relation(after, written)}`,
      `begins=${relation(before, written)}`,
    ];
  });
}

function relation(spans: readonly number[], written: ReadonlySet<number>): string {
  if (spans.some((span) => isAmong(span, written))) return 'printed';
  if (spans.some((span) => TERMS.has(span))) return 'term';
  return spans.length > 0 ? 'other' : 'none';
}

function isAmong(span: number, written: ReadonlySet<number>): boolean {
  for (let off = -MONTH_SLACK; off <= MONTH_SLACK; off += 1) {
    if (written.has(span + off) && (off === 0 || (span + off) % 30 === 0)) return true;
  }
  return false;
}
