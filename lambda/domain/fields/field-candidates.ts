import type { CharacterRange } from '../text/character-range.ts';
import type { FieldType } from '../document/normalise-value.ts';
import { findAmounts } from '../text/parse-amount.ts';
import { findDates } from '../text/parse-date.ts';
import { deriveDates } from './derived-dates.ts';
import { findAddresses, findParties } from './name-candidates.ts';
import { findCodes, findCurrencies, findDurations, findIntegers } from './number-candidates.ts';
import { findKnownValues, findLaws } from './phrase-candidates.ts';
import type { KnownValues } from './phrase-candidates.ts';

/** One value that a field might have, and where it stands. */
export interface Candidate {
  readonly value: string;
  readonly range: CharacterRange;
  /** How it was found: the ranker learns which kinds a field prefers. */
  readonly form: string;
}

/** Longest list a field ranks; long contracts repeat themselves. */
const MAX_CANDIDATES = 160;
/** Of these the share that is taken from the end, where totals and signatures stand. */
const TAIL_SHARE = 0.25;

/** Candidates of a type in reading order, at most 160: the first ones and the last ones. */
export function findCandidates(text: string, type: FieldType, known: KnownValues): Candidate[] {
  const found = [...candidatesOf(text, type, known), ...findKnownValues(text, known)];
  found.sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
  const unique = found.filter(
    (candidate, index) =>
      found[index - 1]?.range[0] !== candidate.range[0] ||
      found[index - 1]?.value !== candidate.value,
  );
  if (unique.length <= MAX_CANDIDATES) return unique;
  const tail = Math.floor(MAX_CANDIDATES * TAIL_SHARE);
  return [...unique.slice(0, MAX_CANDIDATES - tail), ...unique.slice(-tail)];
}

function candidatesOf(text: string, type: FieldType, known: KnownValues): Candidate[] {
  switch (type) {
    case 'date':
      return [...findDates(text), ...deriveDates(text)];
    case 'amount':
      return findAmounts(text).map(({ value, range, cents }) => ({
        value,
        range,
        form: cents ? 'cents' : 'whole',
      }));
    case 'integer':
      return findIntegers(text);
    case 'duration':
      return findDurations(text, known.templates);
    case 'currency':
      return findCurrencies(text);
    case 'code':
      return findCodes(text);
    case 'place':
      return findLaws(text);
    case 'address':
      return findAddresses(text);
    case 'party':
    case 'text':
      return findParties(text, { aliases: false });
    case 'list':
      return findParties(text, { aliases: true });
  }
}
