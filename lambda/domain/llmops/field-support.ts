import type { Taxonomy } from '../../../config/schema.ts';
import type { FieldValue } from '../document/document.ts';
import { findAmounts } from '../text/amounts.ts';
import { findCurrencyMarks } from '../text/currencies.ts';
import { findDates } from '../text/dates.ts';
import { findDurations } from '../text/durations.ts';
import { isSamePlace } from '../text/laws.ts';
import { words } from '../text/words.ts';

/**
 * Whether quotes from the document carry a value: a date, amount or currency in any form they write
 * it, other types by their words (every word of the value stands in the quotes). A list needs every
 * part. No quotes carry nothing.
 */
export function supportsValue(claim: {
  readonly value: FieldValue;
  readonly quotes: readonly string[];
  readonly type: Taxonomy['fields'][number]['type'];
}): boolean {
  const parts = typeof claim.value === 'string' ? [claim.value] : claim.value;
  const quoted = claim.quotes.join('\n');
  if (parts.length === 0 || quoted.trim() === '') return false;
  return parts.every((part) => supportsPart(part, quoted, claim.type));
}

function supportsPart(
  value: string,
  quoted: string,
  type: Taxonomy['fields'][number]['type'],
): boolean {
  switch (type) {
    case 'date':
      return findDates(quoted).some((date) => date.value === value);
    case 'amount':
      return findAmounts(quoted).some((amount) => Number(amount.value) === Number(value));
    case 'currency':
      return findCurrencyMarks(quoted).some(({ codes }) => codes.includes(value));
    case 'integer':
      return (
        carriesWords(value, quoted) ||
        findDurations(quoted).some((one) => String(one.count) === value)
      );
    case 'duration':
      return (
        carriesWords(value, quoted) || findDurations(quoted).some((one) => one.value === value)
      );
    case 'place':
      // Adjectives stand for places ("German law"); a model may name the country.
      return (
        carriesWords(value, quoted) ||
        quoted.split(/[^\p{L}]+/u).some((word) => isSamePlace(word, value))
      );
    case 'text':
    case 'party':
    case 'address':
    case 'code':
    case 'list':
      return carriesWords(value, quoted);
  }
}

function carriesWords(value: string, quoted: string): boolean {
  const present = new Set(words(quoted));
  const wanted = words(value);
  return wanted.length > 0 && wanted.every((word) => present.has(word));
}
