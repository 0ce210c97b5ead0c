/** Whole cents: sums are exact. */
export type Cents = number;

const numberFormats = ['us', 'eu', 'plain', 'space', 'swiss'] as const;
export type NumberFormat = (typeof numberFormats)[number];
export type CurrencyMark = 'code-before' | 'code-after' | 'symbol' | 'none';

const SYMBOLS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', CHF: 'CHF' };
const MARKS: Readonly<Record<NumberFormat, readonly [thousands: string, decimal: string]>> = {
  us: [',', '.'],
  eu: ['.', ','],
  plain: ['', '.'],
  space: [' ', ','],
  swiss: ["'", '.'],
};

/** A decimal string with two digits, the form of gold labels. */
export function decimalOf(cents: Cents): string {
  return printNumber(cents, 'plain');
}

export function printNumber(cents: Cents, format: NumberFormat): string {
  const [thousands, decimal] = MARKS[format];
  const whole = String(Math.floor(Math.abs(cents) / 100));
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, thousands);
  const fraction = String(Math.abs(cents) % 100).padStart(2, '0');
  return `${cents < 0 ? '-' : ''}${grouped}${decimal}${fraction}`;
}

/** The amount with its currency as a document prints it. */
export function printMoney(
  cents: Cents,
  currency: string,
  { format, mark }: { readonly format: NumberFormat; readonly mark: CurrencyMark },
): string {
  const number = printNumber(cents, format);
  const symbol = SYMBOLS[currency] ?? currency;
  switch (mark) {
    case 'code-before':
      return `${currency} ${number}`;
    case 'code-after':
      return `${number} ${currency}`;
    case 'symbol':
      if (format === 'eu' || format === 'space') return `${number} ${symbol}`;
      return symbol.length > 1 ? `${symbol} ${number}` : `${symbol}${number}`;
    case 'none':
      return number;
  }
}
