import type { CarriedInvoice, ExtractedField, ExtractedFields } from '../document/document.ts';
import { sameValue } from '../document/normalise-value.ts';
import type { FieldModel } from '../fields/field-model.ts';

/**
 * Fields with the values that a document carries as data, certain; where the page prints the same
 * value its place is kept. Fields that the model does not know are left out, and so are all values
 * of an invoice whose amounts break the rules of EN 16931: a person decides on what was read.
 */
export function withCarried(
  read: ExtractedFields,
  carried: CarriedInvoice,
  { fields }: Pick<FieldModel, 'fields'>,
): ExtractedFields {
  if (carried.broken.length > 0) return read;
  const certain = Object.entries(carried.fields).flatMap(([name, value]) => {
    const type = fields[name]?.type;
    if (type === undefined) return [];
    const own = read[name];
    const isPrinted = own !== undefined && sameValue(own.value, value, type);
    const field: ExtractedField = { value, confidence: 1, spans: isPrinted ? own.spans : [] };
    return [[name, field] as const];
  });
  return { ...read, ...Object.fromEntries(certain) };
}
