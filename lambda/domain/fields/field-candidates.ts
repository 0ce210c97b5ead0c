import type { CharacterRange } from '../text/character-range.ts';
import type { FieldType } from '../document/normalise-value.ts';
import { findAmounts } from '../text/amounts.ts';
import { findDates } from '../text/dates.ts';
import { findLaws } from '../text/laws.ts';
import { deriveDates } from './derived-dates.ts';
import { findAddresses, findParties } from './name-candidates.ts';
import {
  codeCandidates,
  currencyCandidates,
  durationCandidates,
  integerCandidates,
} from './number-candidates.ts';
import { findKnownValues } from './phrase-candidates.ts';
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
  const found = [...PROPOSERS[type](text, known), ...findKnownValues(text, known)];
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

/** What proposes values of each type; a type without an entry does not compile. */
const PROPOSERS: Readonly<
  Record<FieldType, (text: string, known: KnownValues) => readonly Candidate[]>
> = {
  date: (text) => [...findDates(text), ...deriveDates(text)],
  amount: (text) =>
    findAmounts(text).map(({ value, range, cents }) => ({
      value,
      range,
      form: cents ? 'cents' : 'whole',
    })),
  integer: integerCandidates,
  duration: (text, { templates }) => durationCandidates(text, templates),
  currency: currencyCandidates,
  code: codeCandidates,
  place: (text) => findLaws(text).map((law) => ({ ...law, form: 'law' })),
  address: findAddresses,
  party: (text) => findParties(text, { aliases: false }),
  text: (text) => findParties(text, { aliases: false }),
  list: (text) => findParties(text, { aliases: true }),
};

/** Whether values of a type are proposed: of each that `config/schema.ts` knows. */
export function isFieldType(type: unknown): type is FieldType {
  return typeof type === 'string' && Object.hasOwn(PROPOSERS, type);
}
