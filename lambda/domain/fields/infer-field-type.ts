import type { FieldValue } from '../document/document.ts';
import type { FieldType } from '../document/normalise-value.ts';

/** Share of the training values that must look alike; the rest are slips of the labellers. */
const CONSENSUS = 0.9;

/** What the values themselves say; the first that fits. */
const SHAPES: readonly (readonly [FieldType, RegExp])[] = [
  ['date', /^\d{4}-\d{2}-\d{2}$/],
  ['amount', /^-?\d+\.\d{2}$/],
  ['integer', /^-?\d+$/],
  ['duration', /^\D{0,24}\d+(\.\d+)?\s+(business |working |calendar )?(day|week|month|year)s?\b/i],
  ['currency', /^[A-Z]{3}$/],
];

/** What the name says, where the values do not; the first that fits. */
const NAMES: readonly (readonly [FieldType, RegExp])[] = [
  ['currency', /currency/],
  ['address', /address/],
  ['date', /(^|_)(date|day|deadline)$/],
  ['amount', /(^|_)(amount|total|price|fee|cost|value|rent|salary|tax)$/],
  ['place', /(^|_)(law|jurisdiction|country|state|city|place|venue)$/],
  ['duration', /(^|_)(term|terms|period|duration)$/],
  ['code', /(^|_)(number|no|id|code|reference|ref|iban|sku)$/],
  ['party', /(^|_)(party|name|company|vendor|supplier|buyer|seller|client|customer|employer)$/],
  ['integer', /(^|_)(count|quantity|days|pages)$/],
];

/** Looser shapes, where neither says anything. */
const LOOKS: readonly (readonly [FieldType, RegExp])[] = [
  ['code', /^(?=\S*\d)\S{2,30}$/],
  ['address', /^(?=.*\d)(?=.*\p{L}).{25,}$/u],
];
const SHORT = /^\P{N}{2,60}$/u;

/**
 * The type of a field that no taxonomy declares, from its name and its labelled values. Short values
 * that documents share are places; what nothing tells is text.
 */
export function inferFieldType(name: string, values: readonly FieldValue[]): FieldType {
  if (values.some((value) => typeof value !== 'string')) return 'list';
  const texts = values.filter((value) => typeof value === 'string');
  const matching = (types: typeof SHAPES) =>
    types.find(([, pattern]) => mostMatch(texts, pattern))?.[0];
  const shape = matching(SHAPES);
  const named = NAMES.find(([, pattern]) => pattern.test(normaliseName(name)))?.[0];
  // A number that is called a code is one: its digits identify, they do not count.
  if (shape === 'integer' && named === 'code') return 'code';
  const looks = shape ?? named ?? matching(LOOKS);
  if (looks !== undefined) return looks;
  const isShared = new Set(texts).size <= texts.length / 2;
  return isShared && mostMatch(texts, SHORT) ? 'place' : 'text';
}

function mostMatch(texts: readonly string[], pattern: RegExp): boolean {
  const matching = texts.filter((text) => pattern.test(text)).length;
  return texts.length > 0 && matching >= texts.length * CONSENSUS;
}

function normaliseName(name: string): string {
  return name
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .toLowerCase();
}
