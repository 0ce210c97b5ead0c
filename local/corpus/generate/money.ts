/** Whole cents: sums are exact. */
export type Cents = number;

export type CurrencyMark = 'code-before' | 'code-after' | 'symbol' | 'none';

export interface MoneyFormat {
  /** BCP 47: marks and groups as CLDR has them. */
  readonly locale: string;
  readonly grouped: boolean;
  readonly mark: CurrencyMark;
}

/** Signs as the countries' own papers print them (CLDR, narrow symbols). */
const SYMBOLS: Readonly<Record<string, string>> = {
  USD: '$',
  EUR: '€',
  GBP: '£',
  CHF: 'CHF',
  ZAR: 'R',
  INR: 'Rs.',
  MYR: 'RM',
  BRL: 'R$',
  SEK: 'kr',
  DKK: 'kr',
  NOK: 'kr',
};

/** A decimal string with two digits, the form of gold labels. */
export function decimalOf(cents: Cents): string {
  return (cents / 100).toFixed(2);
}

const formatters = new Map<string, Intl.NumberFormat>();

/** Two digits after the mark; blanks and apostrophes are plain ones. */
export function printNumber(cents: Cents, { locale, grouped }: Omit<MoneyFormat, 'mark'>): string {
  const key = `${locale} ${grouped}`;
  const made =
    formatters.get(key) ??
    new Intl.NumberFormat(locale, {
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
      useGrouping: grouped ? 'always' : false,
      numberingSystem: 'latn',
    });
  formatters.set(key, made);
  return made
    .format(cents / 100)
    .replaceAll(/\s/gu, ' ')
    .replaceAll('’', "'")
    .replaceAll('−', '-');
}

/** The amount with its currency as a document prints it. */
export function printMoney(cents: Cents, currency: string, format: MoneyFormat): string {
  const number = printNumber(cents, format);
  const symbol = SYMBOLS[currency] ?? currency;
  switch (format.mark) {
    case 'code-before':
      return `${currency} ${number}`;
    case 'code-after':
      return `${number} ${currency}`;
    case 'symbol':
      if (/^(?:de|fr|es|it|pt|pl|sv|da)/.test(format.locale) && symbol !== 'CHF') {
        return `${number} ${symbol}`;
      }
      return symbol.length > 1 ? `${symbol} ${number}` : `${symbol}${number}`;
    case 'none':
      return number;
  }
}
