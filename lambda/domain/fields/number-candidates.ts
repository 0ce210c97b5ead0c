import { currencyOf, findCurrencyMarks } from '../text/currencies.ts';
import { findDurations } from '../text/durations.ts';
import { findCodes } from '../text/identifiers.ts';
import type { Candidate } from './field-candidates.ts';

const INTEGER = /(?<![\p{L}\d.,/-])\d{1,6}(?![\p{L}\d%/]|[.,]\d)/gu;

/**
 * Durations as `<n> <unit>s`, and in each template learned from training values, where `#` stands
 * for the number and `U` for the unit (`successive # U`).
 */
export function durationCandidates(text: string, templates: readonly string[]): Candidate[] {
  const forms = templates.length > 0 ? templates : ['# U'];
  return findDurations(text).flatMap(({ count, unit, range }) =>
    forms.map((form) => ({
      value: form.replace('#', String(count)).replace('U', count === 1 ? unit : `${unit}s`),
      range,
      form: `${form}/${unit}`,
    })),
  );
}

/** Plain integers, and durations in days (a month counts 30, a year 365). */
export function integerCandidates(text: string): Candidate[] {
  const plain = Array.from(
    text.matchAll(INTEGER),
    (match): Candidate => ({
      value: String(Number(match[0])),
      range: [match.index, match.index + match[0].length],
      form: 'plain',
    }),
  );
  const inDays = findDurations(text).map(({ days, unit, range }) => ({
    value: String(days),
    range,
    form: unit,
  }));
  return [...plain, ...inDays];
}

/** Tokens with a digit, such as `INV-2024/0113`. */
export function codeCandidates(text: string): Candidate[] {
  return findCodes(text).map(({ value, range }) => ({ value, range, form: shapeOf(value) }));
}

/** Signs, names and codes of currencies as ISO 4217 codes. */
export function currencyCandidates(text: string): Candidate[] {
  const codes = new Map<string, string | null>();
  return findCurrencyMarks(text).flatMap((mark): Candidate[] => {
    const { written, range } = mark;
    if (!codes.has(written)) codes.set(written, currencyOf(mark, text));
    const value = codes.get(written);
    return value === null || value === undefined ? [] : [{ value, range, form: written }];
  });
}

/** `INV-2024` → `A-9`: letters, digits and signs in runs. */
function shapeOf(code: string): string {
  return code
    .replace(/\p{Lu}+/gu, 'A')
    .replace(/\p{Ll}+/gu, 'a')
    .replace(/\d+/gu, '9');
}
