import type { CharacterRange } from './character-range.ts';
import { countryOf } from './countries.ts';
import type { DocumentSigns } from './read-dates.ts';

/** A code, sign or name of a currency as the text writes it. */
export interface CurrencyMark {
  readonly written: string;
  /** ISO 4217 codes that it can stand for, the likeliest first; one where it is plain. */
  readonly codes: readonly string[];
  readonly range: CharacterRange;
}

/**
 * Signs and the currencies that use them: Unicode CLDR 48, symbols and narrow symbols of each
 * currency in the languages of its countries. First the one that CLDR's root locale means by the
 * sign, where it means one; none of those that share `kr` is.
 */
const SIGNS: Readonly<Record<string, string>> = {
  $: 'USD AUD CAD NZD SGD HKD TWD MXN ARS CLP COP UYU BBD BSD BMD BZD FJD GYD JMD KYD LRD NAD TTD XCD',
  US$: 'USD',
  USD$: 'USD',
  A$: 'AUD',
  AU$: 'AUD',
  C$: 'CAD',
  CA$: 'CAD',
  NZ$: 'NZD',
  S$: 'SGD',
  HK$: 'HKD',
  NT$: 'TWD',
  MX$: 'MXN',
  R$: 'BRL',
  RD$: 'DOP',
  '€': 'EUR',
  '£': 'GBP EGP FKP GIP LBP SHP SSP SYP',
  '¥': 'JPY CNY',
  '￥': 'JPY CNY',
  円: 'JPY',
  元: 'CNY TWD',
  '₹': 'INR',
  Rs: 'INR PKR LKR NPR MUR SCR',
  '₩': 'KRW KPW',
  '₪': 'ILS',
  '₫': 'VND',
  '₺': 'TRY',
  '₽': 'RUB',
  '₴': 'UAH',
  '₱': 'PHP',
  '฿': 'THB',
  '₦': 'NGN',
  '₡': 'CRC',
  '₲': 'PYG',
  '₸': 'KZT',
  '₾': 'GEL',
  '₵': 'GHS',
  '৳': 'BDT',
  '₭': 'LAK',
  '៛': 'KHR',
  '₮': 'MNT',
  '֏': 'AMD',
  '₼': 'AZN',
  kr: 'SEK NOK DKK ISK',
  Kr: 'SEK NOK DKK ISK',
  zł: 'PLN',
  Kč: 'CZK',
  Ft: 'HUF',
  lei: 'RON MDL',
  лв: 'BGN',
  din: 'RSD',
  Fr: 'CHF',
  SFr: 'CHF',
  RM: 'MYR',
  Rp: 'IDR',
};
/** CLDR's names of currencies in the plural, as amounts are followed by them. */
const NAMES: Readonly<Record<string, string>> = {
  euro: 'EUR',
  euros: 'EUR',
  dollar: SIGNS['$'] ?? '',
  dollars: SIGNS['$'] ?? '',
  pounds: SIGNS['£'] ?? '',
  yen: 'JPY',
  yuan: 'CNY',
  franken: 'CHF',
  rupees: SIGNS['Rs'] ?? '',
  ringgit: 'MYR',
  kronor: 'SEK',
  kroner: 'NOK DKK',
  złotych: 'PLN',
};
/** ISO 4217 codes that are English words or common abbreviations: they count beside a number only. */
const WORDS: ReadonlySet<string> = new Set(
  'ALL AMD ANG BAM BOB CAD COP CUP GEL LAK MAD MOP MUR PEN RON SOS TOP TRY'.split(' '),
);
/** ISO 4217, list one: minor units that are not two. */
const MINOR_UNITS: Readonly<Record<string, number>> = {
  ...unitsOf('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF', 0),
  ...unitsOf('BHD IQD JOD KWD LYD OMR TND', 3),
};
/** ISO 4217, list one: countries (ISO 3166-1) and what is tendered there. */
const TENDER: Readonly<Record<string, string>> = {
  EUR: 'AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK',
  USD: 'US EC SV PR PA',
  GBP: 'GB',
  CHF: 'CH LI',
  SEK: 'SE',
  NOK: 'NO',
  DKK: 'DK GL FO',
  ISK: 'IS',
  CAD: 'CA',
  AUD: 'AU',
  NZD: 'NZ',
  SGD: 'SG',
  HKD: 'HK',
  TWD: 'TW',
  MXN: 'MX',
  ARS: 'AR',
  CLP: 'CL',
  COP: 'CO',
  UYU: 'UY',
  JPY: 'JP',
  CNY: 'CN',
  INR: 'IN',
  PKR: 'PK',
  LKR: 'LK',
  NPR: 'NP',
  EGP: 'EG',
  RON: 'RO',
  MDL: 'MD',
  KRW: 'KR',
};

const UNIONS: ReadonlySet<string> = new Set(['XAF', 'XCD', 'XOF', 'XPF']);

let isoCodes: ReadonlySet<string> | undefined;

const CODE = /(?<![\p{L}\d])[A-Z]{3}(?![\p{L}\d])/gu;
const MARK = new RegExp(
  [...Object.keys(SIGNS), ...Object.keys(NAMES)]
    .sort((a, b) => b.length - a.length)
    .map((mark) => {
      const quoted = mark.replaceAll('$', String.raw`\$`);
      // Letters stand alone or before a digit (`RM5.90`); dollars may follow letters: `US$`.
      const before = /^\p{L}/u.test(mark) ? String.raw`(?<!\p{L})` : '';
      return before + (/\p{L}$/u.test(mark) ? String.raw`${quoted}(?!\p{L})` : quoted);
    })
    .join('|'),
  'gu',
);

/** Decimals of a currency, such as 0 for JPY and 3 for KWD. */
export function minorUnitsOf(code: string): number {
  return MINOR_UNITS[code] ?? 2;
}

export function isCurrencyCode(code: string): boolean {
  // X stands for metals, units of account and unions of countries; the last are money.
  isoCodes ??= new Set(
    Intl.supportedValuesOf('currency').filter((one) => !one.startsWith('X') || UNIONS.has(one)),
  );
  return isoCodes.has(code);
}

/** Currencies that the text writes, in order, as code, sign or name. */
export function findCurrencyMarks(text: string): readonly CurrencyMark[] {
  const found: CurrencyMark[] = [];
  for (const match of text.matchAll(CODE)) {
    if (isCurrencyCode(match[0]) && isMeant(text, match)) {
      found.push({ written: match[0], codes: [match[0]], range: spanOf(match) });
    }
  }
  for (const match of text.matchAll(MARK)) {
    if (isOfCode(text, match)) continue;
    const codes = (SIGNS[match[0]] ?? NAMES[match[0]] ?? '').split(' ');
    found.push({ written: match[0], codes, range: spanOf(match) });
  }
  return found.sort((a, b) => a.range[0] - b.range[0]);
}

/**
 * The code of a mark: the only one, else the one that the text also writes as a code, else what is
 * tendered in its country, else what CLDR's root locale means by the sign; null where it means none.
 */
export function currencyOf(
  mark: Pick<CurrencyMark, 'written' | 'codes'>,
  text: string,
  signs: DocumentSigns = {},
): string | null {
  const { codes, written } = mark;
  if (codes.length === 1) return codes[0] ?? null;
  const beside = findCurrencyMarks(text).find(
    (one) => one.codes.length === 1 && codes.includes(one.codes[0] ?? ''),
  );
  if (beside !== undefined) return beside.codes[0] ?? null;
  const country = signs.country ?? countryOf(text);
  const tendered = codes.find((code) => TENDER[code]?.split(' ').includes(country ?? '-'));
  if (tendered !== undefined) return tendered;
  return /^kr/iu.test(written) ? null : (codes[0] ?? null);
}

/** A code that is also a word stands beside a number; any code in a run of capitals too. */
function isMeant(text: string, { 0: code, index }: RegExpExecArray): boolean {
  const before = text.slice(Math.max(0, index - 24), index);
  const after = text.slice(index + code.length, index + code.length + 24);
  if (/[\d)][.,]?[-–—]{0,2}[\s\u00a0]{0,2}$/u.test(before)) return true;
  if (/^[\s\u00a0:]{0,3}[-−–(]?[\s\u00a0]?\d/u.test(after)) return true;
  if (WORDS.has(code)) return false;
  const neighbours = [
    /(\p{L}+)[^\p{L}\n]{0,2}$/u.exec(before),
    /^[^\p{L}\n]{0,2}(\p{L}+)/u.exec(after),
  ];
  return !neighbours.some((one) => /^\p{Lu}{2,}$/u.test(one?.[1] ?? ''));
}

/** `RM-405` is the number of an article: letters, a hyphen and digits without cents. */
function isOfCode(text: string, { 0: mark, index }: RegExpExecArray): boolean {
  const after = text.slice(index + mark.length, index + mark.length + 16);
  return /^\p{L}+$/u.test(mark) && /^[-/]\d+(?![\d.,])/u.test(after);
}

function spanOf(match: RegExpExecArray): CharacterRange {
  return [match.index, match.index + match[0].length];
}

function unitsOf(codes: string, units: number): Readonly<Record<string, number>> {
  return Object.fromEntries(codes.split(' ').map((code) => [code, units]));
}
