import type { Taxonomy } from '../../../config/schema.ts';
import { orderId, type PurchaseOrder } from './purchase-order.ts';
import type { ComplianceFinding, ExtractedFields } from '../document/document.ts';
import { readSums, toCents } from './sum-lines.ts';

type Check = Taxonomy['complianceRules'][number]['check'];
type CheckOf<Kind extends Check['kind']> = Extract<Check, { readonly kind: Kind }>;
type Outcome = Omit<ComplianceFinding, 'rule'>;

/** What a rule is held against. */
export interface Evidence {
  readonly fields: ExtractedFields;
  readonly text: string;
  /** The order that the document names, where it is known. */
  readonly order: PurchaseOrder | null;
}

/** Applies one rule of the taxonomy. `detail` is for the person who looks into it. */
export function checkRule(check: Check, evidence: Evidence): Outcome {
  switch (check.kind) {
    case 'field-present':
      return fieldPresent(check, evidence);
    case 'field-at-least':
      return fieldAtLeast(check, evidence);
    case 'clause-present':
      return clausePresent(check, evidence);
    case 'sums-match':
      return sumsMatch(check, evidence);
    case 'matches-purchase-order':
    default:
      return matchesOrder(check, evidence);
  }
}

function fieldPresent({ field }: CheckOf<'field-present'>, { fields }: Evidence): Outcome {
  const value = valueOf(fields, field);
  return value === ''
    ? violated(`${field} must be given, the document gives none`)
    : met(`${field} is ${value}`);
}

function fieldAtLeast(
  { field, minimum }: CheckOf<'field-at-least'>,
  { fields }: Evidence,
): Outcome {
  const value = valueOf(fields, field);
  const number = Number(value.replaceAll(/[^\d.-]/g, ''));
  if (value === '' || !Number.isFinite(number)) return notApplicable(`no ${field} was found`);
  return number >= minimum
    ? met(`${field} is ${number}, at least ${minimum}`)
    : violated(`${field} must be at least ${minimum}, got ${number}`);
}

function clausePresent({ anyOf }: CheckOf<'clause-present'>, { text }: Evidence): Outcome {
  const plain = text.toLowerCase().replaceAll(/\s+/g, ' ');
  const found = anyOf.find((phrase) => plain.includes(phrase.toLowerCase()));
  return found === undefined
    ? violated(`one of these must stand in the text, none does: ${anyOf.join('; ')}`)
    : met(`the text has "${found}"`);
}

function sumsMatch({ toleranceUsd }: CheckOf<'sums-match'>, { fields, text }: Evidence): Outcome {
  const sums = readSums(text);
  const total = sums.total ?? toCents(valueOf(fields, 'total_amount'));
  if (total === null) return notApplicable('no total was found');
  const tax = sums.tax ?? toCents(valueOf(fields, 'tax_amount'));
  const net = sums.subtotal ?? (sums.lines?.cents || null);
  if (net === null) return notApplicable('neither lines nor a subtotal were found');
  const tolerance = Math.round(toleranceUsd * 100);
  const { lines, subtotal } = sums;
  if (lines && subtotal !== null && differs(lines.cents, subtotal, tolerance)) {
    return violated(
      `${lines.count} lines must add up to the subtotal ${money(subtotal)}, got ${money(lines.cents)}`,
    );
  }
  const sum = net + (tax ?? 0);
  const parts = `${money(net)} and tax ${money(tax ?? 0)}`;
  return differs(sum, total, tolerance)
    ? violated(`${parts} must add up to the total ${money(total)}, got ${money(sum)}`)
    : met(`${parts} add up to ${money(total)}`);
}

function matchesOrder(
  { toleranceShare }: CheckOf<'matches-purchase-order'>,
  { fields, order }: Evidence,
): Outcome {
  const named = valueOf(fields, 'purchase_order_number');
  if (named === '') return notApplicable('the document names no purchase order');
  if (order === null) {
    const waiting = notApplicable(`purchase order ${named} has not been received`);
    return { ...waiting, awaits: { order: orderId(named) } };
  }
  const total = toCents(valueOf(fields, 'total_amount'));
  const ordered = toCents(order.total);
  if (total === null || ordered === null) return notApplicable('no total was found');
  return differs(total, ordered, Math.abs(ordered) * toleranceShare)
    ? violated(
        `the total must be within ${toleranceShare * 100} % of ${money(ordered)} of purchase order ${order.number}, got ${money(total)}`,
      )
    : met(`the total ${money(total)} matches purchase order ${order.number}`);
}

function valueOf(fields: ExtractedFields, name: string): string {
  const value = fields[name]?.value ?? '';
  return typeof value === 'string' ? value : value.join(', ');
}

function differs(left: number, right: number, tolerance: number): boolean {
  return Math.abs(Math.abs(left) - Math.abs(right)) > tolerance;
}

function money(cents: number): string {
  return (cents / 100).toFixed(2);
}

function met(detail: string): Outcome {
  return { outcome: 'met', detail };
}

function violated(detail: string): Outcome {
  return { outcome: 'violated', detail };
}

function notApplicable(detail: string): Outcome {
  return { outcome: 'not-applicable', detail };
}
