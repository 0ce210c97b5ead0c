/** Share of a net amount that a tax may be: Directive 2006/112/EC, from France's 2.1 % to Hungary's 27 %. */
const [LEAST_RATE, LARGEST_RATE] = [0.021, 0.27];
const PERCENTAGE = /(\d{1,2}(?:[.,]\d{1,2})?)\s?%/gu;
/** Cents by which a rounded tax may differ. */
const ROUNDING = 1;

export type AmountRole = 'net' | 'tax' | 'total';

/**
 * What amounts can be by arithmetic alone: `net + tax = total` (EN 16931, BR-CO-15), where the tax is
 * a possible share of the net amount. `printed` where the text prints that rate as a percentage.
 * @param values decimal strings
 */
export function amountRoles(text: string, values: readonly string[]): Map<string, Set<string>> {
  const cents = new Map<number, string>();
  for (const value of values) {
    const number = Math.round(Number(value) * 100);
    if (Number.isFinite(number) && number > 0) cents.set(number, value);
  }
  const rates = Array.from(text.matchAll(PERCENTAGE), ([, rate = '']) =>
    Number(rate.replace(',', '.')),
  ).filter((rate) => rate > 0);
  const roles = new Map<string, Set<string>>();
  const add = (number: number, role: string): void => {
    const value = cents.get(number);
    if (value !== undefined) roles.set(value, (roles.get(value) ?? new Set()).add(role));
  };
  for (const net of cents.keys()) {
    for (const tax of cents.keys()) {
      const total = net + tax;
      if (tax < net * LEAST_RATE || tax > net * LARGEST_RATE || !cents.has(total)) continue;
      const isPrinted = [...new Set(rates)].some(
        (rate) => Math.abs((net * rate) / 100 - tax) <= ROUNDING,
      );
      const found: readonly [number, AmountRole][] = [
        [net, 'net'],
        [tax, 'tax'],
        [total, 'total'],
      ];
      for (const [number, role] of found) add(number, isPrinted ? `printed ${role}` : role);
    }
  }
  return roles;
}
