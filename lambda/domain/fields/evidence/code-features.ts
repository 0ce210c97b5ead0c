import { findAmounts } from '../../text/amounts.ts';
import { findDates } from '../../text/dates.ts';
import { findIdentifiers } from '../../text/identifiers.ts';
import type { CharacterRange } from '../../text/character-range.ts';
import type { Candidate } from '../field-candidates.ts';

/** Two letters of a country and 8 to 12 characters: Directive 2006/112/EC, article 215. */
const VAT_ID = /^[A-Z]{2}[A-Z\d]?\d{7,11}[A-Z]?\d?$/u;
const MAIL_OR_PAGE = /@|www\.|^https?:/iu;

/** What else each code is: part of a date, of an amount, of an account, a tax number, an address. */
export function codeFeatures(text: string, candidates: readonly Candidate[]): string[][] {
  const kinds: readonly (readonly [string, readonly CharacterRange[]])[] = [
    ['date', findDates(text).map(({ range }) => range)],
    ['amount', findAmounts(text).flatMap(({ range, cents }) => (cents ? [range] : []))],
    ['identifier', findIdentifiers(text).map(({ range }) => range)],
  ];
  return candidates.map(({ value, range }) => {
    const found = kinds
      .filter(([, ranges]) => ranges.some(([start, end]) => start < range[1] && range[0] < end))
      .map(([kind]) => kind);
    if (VAT_ID.test(value)) found.push('tax');
    if (MAIL_OR_PAGE.test(value)) found.push('mail');
    const digits = value.replaceAll(/\D/gu, '').length;
    return [
      `is=${found.join(' ')}`,
      `digits=${Math.min(digits, 10)}`,
      `letters=${/\p{L}/u.test(value)}`,
    ];
  });
}
