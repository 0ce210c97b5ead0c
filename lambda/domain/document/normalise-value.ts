import type { Taxonomy } from '../../../config/schema.ts';
import type { FieldValue } from './document.ts';

/** Type of a field in the taxonomy; where none is declared a value is compared as text. */
export type FieldType = Taxonomy['fields'][number]['type'];

/** NFKC leaves these apart; labels and readers write them at will. */
const UNIFIED: readonly (readonly [RegExp, string])[] = [
  [/[‘’‚‛′`´]/gu, "'"],
  [/[“”„‟«»″]/gu, '"'],
  [/[‐‑‒–—―−]/gu, '-'],
];
const CURRENCY_AT_THE_ENDS = /^[\p{Sc}\p{L}\s]+|[\p{Sc}\p{L}\s]+$/gu;
const PUNCTUATION_AT_THE_ENDS = /^[\s\p{P}]+|[\s\p{P}]+$/gu;

/** Types whose values have one form; null where a text is not of it: it is compared as text then. */
const FORMS: Partial<Readonly<Record<FieldType, (text: string) => string | null>>> = {
  date: isoDate,
  amount: decimal,
  integer: (text) => (/^\+?\d+$/.test(text) ? String(BigInt(text.replace('+', ''))) : null),
};

/**
 * The set of normalised strings that a value stands for, ascending, without empty ones: a single
 * value is a set of one, `''` and `[]` are the empty set. The rules are written down in
 * `docs/report.md`; the function is idempotent.
 */
export function normaliseValue(value: FieldValue, type?: FieldType): readonly string[] {
  const parts = typeof value === 'string' ? [value] : value;
  const normalised = parts.map((part) => normaliseText(part, type)).filter((part) => part !== '');
  return [...new Set(normalised)].toSorted(compareCodeUnits);
}

/** Whether two values are the same after normalisation; lists compare as sets. */
export function sameValue(left: FieldValue, right: FieldValue, type?: FieldType): boolean {
  const one = normaliseValue(left, type);
  const other = normaliseValue(right, type);
  return one.length === other.length && one.every((part, index) => part === other[index]);
}

/** Whether a value says anything: neither absent nor empty after normalisation. */
export function hasValue(value: FieldValue | null | undefined): value is FieldValue {
  return value !== null && value !== undefined && normaliseValue(value).length > 0;
}

function normaliseText(value: string, type: FieldType | undefined): string {
  const text = unify(value);
  const bare = stripEnds(text);
  const read = type === undefined ? undefined : FORMS[type];
  return read?.(text) ?? read?.(bare) ?? bare;
}

/** NFKC, one form of quote and dash, single spaces, full case fold (`ß` is `ss`, `ς` is `σ`). */
function unify(value: string): string {
  let text = value.normalize('NFKC');
  for (const [pattern, replacement] of UNIFIED) {
    text = text.replace(pattern, replacement);
  }
  const folded = text.toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFKC');
  return folded.replace(/\s+/gu, ' ').trim();
}

function stripEnds(text: string): string {
  return text.replace(PUNCTUATION_AT_THE_ENDS, '');
}

/** `2024-3-1`, `2024/03/01` and `2024-03-01T00:00:00Z` are `2024-03-01`; other forms are text. */
function isoDate(text: string): string | null {
  const parts = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]\d{2}:\d{2}.*)?$/.exec(text);
  const [, year, month, day] = parts ?? [];
  if (year === undefined || month === undefined || day === undefined) {
    return null;
  }
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/**
 * Plain decimal with two digits: currency signs and codes at the ends, spaces and apostrophes fall
 * away; the last of `.` and `,` is the decimal point unless exactly three digits follow it. Null
 * where something else than one number is left.
 */
function decimal(text: string): string | null {
  const bare = text.replace(CURRENCY_AT_THE_ENDS, '').replace(/[\s']/gu, '');
  const parts = /^([-+]?)(\d[\d.,]*?)(?:[.,](\d{1,2}|\d{4,}))?$/.exec(bare);
  const whole = parts?.[2]?.replace(/[.,]/g, '');
  if (whole === undefined) {
    return null;
  }
  const amount = Number(`${whole}.${parts?.[3] ?? '0'}`);
  if (amount >= 1e15) {
    return null;
  }
  return `${parts?.[1] === '-' && amount > 0 ? '-' : ''}${amount.toFixed(2)}`;
}

function compareCodeUnits(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
