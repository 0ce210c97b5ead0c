import { findAmounts } from '../text/amounts.ts';

/** Amounts that a bill's text names, in cents; null where it names none. */
export interface BillSums {
  /** Sum of the rows of the table, and how many there are. */
  readonly lines: { readonly cents: number; readonly count: number } | null;
  readonly subtotal: number | null;
  readonly tax: number | null;
  readonly total: number | null;
}

type Label = 'subtotal' | 'tax' | 'total';

/** Tried in this order: "Subtotal" and "Total tax" contain "total". English, German, Spanish. */
const LABELS: readonly (readonly [Label | 'other', RegExp])[] = [
  [
    'subtotal',
    /\b(?:sub-?\s?total|net (?:total|amount|value)|total (?:net|before tax|excl\w*\.?)|amount before tax|netto(?:betrag|summe)?|zwischensumme|summe netto|base imponible|importe neto|total neto)\b/i,
  ],
  [
    'tax',
    /\b(?:(?:sales |total |value[- ]added )?tax(?:es)?(?! (?:id|no|number|invoice|reg))|vat(?! (?:id|no|number|reg|reference))|mwst|mehrwertsteuer|ust|umsatzsteuer|iva|i\.v\.a|gst)\b(?![- ]?id)/i,
  ],
  [
    'other',
    /\b(?:amount paid|payments? received|deposit|rounding|bezahlt|pagado|balance forward)\b|^\s*(?:change|cash|tendered|limit)\b/i,
  ],
  [
    'total',
    /(?:\b|grand)(?:totals?|amount (?:due|payable|credited)|balance due|total due|gesamt(?:betrag|summe)?|rechnungsbetrag|gutschriftsbetrag|endbetrag|zu zahlen|importe total|total a pagar|credit amount)\b/i,
  ],
];

/**
 * Reads the sums of an invoice or credit note off its text, line by line. A row of the table is a
 * line that ends in an amount with cents and holds another number, above the first sum.
 */
export function readSums(text: string): BillSums {
  const lines = text.split(/[\n\f]/).filter((line) => line.trim() !== '');
  const found: Partial<Record<Label, number>> = {};
  const rows: number[] = [];
  let summing = false;
  for (const [index, line] of lines.entries()) {
    const label = isProduct(line)
      ? undefined
      : LABELS.find(([, pattern]) => pattern.test(line))?.[0];
    if (label === undefined) {
      const row = summing ? null : rowAmount(line);
      if (row !== null) rows.push(row);
      continue;
    }
    if (label === 'other') continue;
    const cents = lastAmount(line) ?? bareAmount(lines[index + 1] ?? '');
    if (cents === null) continue;
    summing = true;
    // The first subtotal and tax count; the last total is the one to pay.
    if (label === 'total' || found[label] === undefined) found[label] = cents;
  }
  return {
    lines:
      rows.length > 0
        ? { cents: rows.reduce((sum, cents) => sum + cents, 0), count: rows.length }
        : null,
    subtotal: found.subtotal ?? null,
    tax: found.tax ?? null,
    total: found.total ?? null,
  };
}

/** Decimal amount, such as a field's value, in cents; null where it is none. */
export function toCents(value: string): number | null {
  const amount = Number(value);
  return value.trim() !== '' && Number.isFinite(amount) ? Math.round(amount * 100) : null;
}

function lastAmount(line: string): number | null {
  const amounts = findAmounts(line).filter((amount) => amount.cents);
  // "VAT 7.50 % 12.00": a rate is followed by its sign, which the reader of amounts leaves out.
  const last = amounts.at(-1);
  return last ? toCents(last.value) : null;
}

/** A line that is an amount and nothing else: the cell under or after its label. */
function bareAmount(line: string): number | null {
  const letters = line.replaceAll(/\b(?:usd|eur|gbp|chf|myr|rm)\b/gi, '').match(/\p{L}/gu);
  return letters === null ? lastAmount(line) : null;
}

/** Quantity, price, amount: a row, whatever its words ("Tax advice", "Total station"). */
function isProduct(line: string): boolean {
  const [quantity, price, amount] = findAmounts(line)
    .slice(-3)
    .map(({ value }) => Number(value));
  if (quantity === undefined || price === undefined || amount === undefined) return false;
  return quantity > 1 && amount > 0 && Math.abs(quantity * price - amount) < 0.01;
}

function rowAmount(line: string): number | null {
  const amounts = findAmounts(line);
  const last = amounts.at(-1);
  if (!last?.cents || amounts.length < 2) return null;
  const after = line.slice(last.range[1]).replaceAll(/[\s€$£|*]|\b(?:usd|eur|gbp|chf)\b/gi, '');
  return after === '' ? toCents(last.value) : null;
}
