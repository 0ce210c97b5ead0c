import type { Taxonomy } from '../../../config/schema.ts';
import type { FieldValue } from '../document/document.ts';
import type { FieldType } from '../document/normalise-value.ts';

/** The types of the taxonomy, as `config/schema.ts` lists them. */
export const FIELD_TYPES = [
  'text',
  'party',
  'address',
  'date',
  'amount',
  'integer',
  'code',
  'currency',
  'place',
  'duration',
  'list',
] as const satisfies readonly FieldType[];

/** A type is inferred when this share of the values has its shape. */
const SHARE = 0.8;
const SHAPES: readonly (readonly [FieldType, RegExp])[] = [
  ['date', /^\d{4}-\d{2}-\d{2}$/u],
  ['integer', /^\d+$/u],
  ['amount', /^-?\d+\.\d{2}$/u],
  ['currency', /^[A-Z]{3}$/u],
  ['duration', /(?:\d\S*\s+(?:day|week|month|year)s?|perpetual)$/iu],
  ['code', /^(?=\S*\d)\S{2,30}$/u],
  ['address', /^(?=.*\d)(?=.*\p{L}).{25,}$/u],
];

/**
 * Type of a field: declared by the taxonomy (`text` says nothing), else inferred from its training values. Short values
 * that repeat across documents are places; everything else names somebody.
 */
export function typeOfField(
  name: string,
  values: readonly FieldValue[],
  taxonomy: Taxonomy | null,
): FieldType {
  const declared = taxonomy?.fields.find((field) => field.name === name)?.type;
  if (declared !== undefined && declared !== 'text') return declared;
  if (values.some((value) => typeof value !== 'string')) return 'list';
  const texts = values.flat();
  const shape = SHAPES.find(([, pattern]) => shareOf(texts, pattern) >= SHARE);
  if (shape !== undefined) return shape[0];
  const distinct = new Set(texts).size;
  const short = shareOf(texts, /^\P{N}{2,60}$/u) >= SHARE;
  return short && distinct <= texts.length / 2 ? 'place' : 'party';
}

function shareOf(values: readonly string[], pattern: RegExp): number {
  return values.filter((value) => pattern.test(value)).length / Math.max(1, values.length);
}
