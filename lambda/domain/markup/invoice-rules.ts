import type { InvoiceTerms } from './invoice-terms.ts';

/** Half a cent: amounts have two decimals (EN 16931, BR-DEC-09 to BR-DEC-18). */
const TOLERANCE = 0.005;

type Rule = readonly [id: string, left: string, right: readonly number[]];

/** Calculation rules of EN 16931-1 (6.4.2) that an invoice's amounts break; absent ones break none. */
export function brokenRules(terms: InvoiceTerms): string[] {
  const { lines, lineTotal, allowances, charges, net, tax, taxes, total } = terms;
  const { prepaid, rounding, due } = terms;
  const rules: readonly Rule[] = [
    ['BR-CO-10', lines.length === 0 ? '' : lineTotal, lines.map(Number)],
    [
      'BR-CO-13',
      lineTotal === '' ? '' : net,
      [Number(lineTotal), -Number(allowances), Number(charges)],
    ],
    ['BR-CO-14', taxes.length === 0 ? '' : tax, taxes.map(Number)],
    ['BR-CO-15', net === '' ? '' : total, [Number(net), Number(tax)]],
    ['BR-CO-16', due, [Number(total), -Number(prepaid), Number(rounding)]],
  ];
  return rules.flatMap(([id, left, right]) => {
    const sum = right.reduce((all, one) => all + one, 0);
    return left !== '' && Math.abs(Number(left) - sum) > TOLERANCE ? [id] : [];
  });
}
