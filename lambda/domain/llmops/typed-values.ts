import type { CharacterRange } from '../text/character-range.ts';
import { findAmounts, type FoundAmount } from '../text/amounts.ts';
import { findDates } from '../text/dates.ts';

/** A value in its normal form and where it stands in the text. */
export interface TypedValue {
  readonly value: string;
  readonly range: CharacterRange;
}

const CURRENCY_MARK =
  /(?<!\p{L})(?:US\$|USD|EUR|GBP|CHF|MXN|CAD|AUD|JPY|SEK|MYR|RM(?=\s?\d|\b)|[$€£¥])(?![\p{L}])/gu;
const CODES: Readonly<Record<string, string>> = {
  US$: 'USD',
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  RM: 'MYR',
};

/**
 * One reading a date, in order: `03/04/2024` is read as the document's unambiguous dates are written;
 * without one, month first where the text writes dollars, else day first.
 */
export function readDates(text: string): readonly TypedValue[] {
  const found = findDates(text);
  const readings = new Map<number, number>();
  for (const { range } of found) readings.set(range[0], (readings.get(range[0]) ?? 0) + 1);
  const certain = found.find(
    ({ form, range }) => (form === 'dmy' || form === 'mdy') && readings.get(range[0]) === 1,
  );
  const dollars = /\bUSD\b|(?<!\p{L})\$\s?\d/u.test(text);
  const order = certain?.form ?? (dollars ? 'mdy' : 'dmy');
  const kept = found.filter(({ form, range }) => {
    const ambiguous = (form === 'dmy' || form === 'mdy') && (readings.get(range[0]) ?? 0) > 1;
    if (!ambiguous) return true;
    return /^\d+\./.test(text.slice(range[0], range[1])) ? form === 'dmy' : form === order;
  });
  return withoutOverlaps(kept);
}

/** Amounts in order; `currency` is the code or sign beside the number, else null. */
export function readAmounts(
  text: string,
): readonly (FoundAmount & { readonly currency: string | null })[] {
  return findAmounts(text).map((amount) => {
    const before = text.slice(Math.max(0, amount.range[0] - 5), amount.range[0]);
    const after = text.slice(amount.range[1], amount.range[1] + 5);
    const beside = findCurrencies(before).at(-1) ?? findCurrencies(after)[0];
    return { ...amount, currency: beside?.value ?? null };
  });
}

/** ISO 4217 codes that the text writes as code or sign, in order. */
export function findCurrencies(text: string): readonly TypedValue[] {
  return [...text.matchAll(CURRENCY_MARK)].map((match) => ({
    value: CODES[match[0]] ?? match[0],
    range: [match.index, match.index + match[0].length],
  }));
}

function withoutOverlaps(found: readonly TypedValue[]): readonly TypedValue[] {
  const kept: TypedValue[] = [];
  for (const { value, range } of found) {
    if (range[0] >= (kept.at(-1)?.range[1] ?? 0)) kept.push({ value, range });
  }
  return kept;
}
