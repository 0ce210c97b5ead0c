import { assert, integer, property } from 'fast-check';
import { minorUnitsOf } from '../../../lambda/domain/text/currencies.ts';
import { findAmounts, parseAmount, readAmounts } from '../../../lambda/domain/text/amounts.ts';

const NBSP = '\u00a0';
const THIN = '\u202f';

/** Written form → value: groupings and marks of CLDR's locales. */
test.each([
  ['1,234.56', '1234.56'],
  ['1.234,56', '1234.56'],
  ["1'234.50", '1234.50'],
  ['1’234.50', '1234.50'],
  ['1 234,5', '1234.50'],
  [`1${NBSP}234,56`, '1234.56'],
  [`1${THIN}234,56`, '1234.56'],
  ['100,000', '100000.00'],
  ['1.234.567', '1234567.00'],
  ['1,234,567.8', '1234567.80'],
  ['12,34,567.89', '1234567.89'],
  ['1,00,000', '100000.00'],
  ['12,34,56,789', '123456789.00'],
  ['5.90', '5.90'],
  ['0.125', '0.125'],
  ['0,5', '0.50'],
  ['1234.567', '1234.567'],
  ['٣٬٤٥٦٫٧٨', '3456.78'],
  ['१२,३४,५६७.८९', '1234567.89'],
  ['１２３４.５０', '1234.50'],
  ['12.-', '12.00'],
  ['12.--', '12.00'],
  ['12,–', '12.00'],
  ['-12,00', '-12.00'],
  ['−12,00', '-12.00'],
  ['12,00-', '-12.00'],
  ['(12.00)', '-12.00'],
  ['($1,234.00)', '-1234.00'],
  ['<12.00>', '-12.00'],
  ['-$5.00', '-5.00'],
  ['$-5.00', '-5.00'],
  ['€ -5,00', '-5.00'],
  ['5,00- €', '-5.00'],
  ['12.00 CR', '-12.00'],
  ['$2.5M', '2500000.00'],
  ['2.5 million', '2500000.00'],
  ['1,5 Mio.', '1500000.00'],
  ['3 crore', '30000000.00'],
  ['4 lakh', '400000.00'],
  ['2 Mrd.', '2000000000.00'],
])('reads %s as %s', (text, value) => {
  expect(parseAmount(text)?.value).toBe(value);
});

test.each([
  '1,23,45',
  '12.345.67',
  'abc',
  '',
  '1.2.3',
  '5.90 and 6.10',
])('takes "%s" for no amount', (text) => {
  expect(parseAmount(text)).toBeNull();
});

test.each([
  '19% on 12.05.2024',
  '12:30',
  '2024-05-12',
  '3/4',
  'A-123',
  '10-12',
  '1.2.3.4',
  '99‰',
  '5/2024',
])('finds no amount in "%s"', (text) => {
  expect(findAmounts(text)).toEqual([]);
});

test('finds amounts beside signs, codes and quantities', () => {
  const values = findAmounts('RM 5.90, €1.200,00 and 3 pieces').map(({ value }) => value);
  expect(values).toEqual(['5.90', '1200.00', '3.00']);
});

test('brackets that repeat a number in words are no minus', () => {
  const [amount] = findAmounts('five thousand dollars ($5,000.00)');
  expect(amount?.value).toBe('5000.00');
});

/** Text → value and currency; ISO 4217 decides the decimals. */
test.each([
  ['KWD 1.234', '1.234', 'KWD'],
  ['1.234 BHD', '1.234', 'BHD'],
  ['JPY 1,234', '1234.00', 'JPY'],
  ['¥1,234', '1234.00', 'JPY'],
  ['US$ 1,000', '1000.00', 'USD'],
  ['1.000,00 €', '1000.00', 'EUR'],
  ['Rs. 500', '500.00', 'INR'],
  ['₹12,34,567', '1234567.00', 'INR'],
  ['RM5.90', '5.90', 'MYR'],
  ['CHF 1’234.—', '1234.00', 'CHF'],
  ['100,00 zł', '100.00', 'PLN'],
  ['2 million de euros', '2000000.00', 'EUR'],
  ['5.00 dollars', '5.00', 'USD'],
  ['$5.00 AUD', '5.00', 'AUD'],
  ['$100, 5 King St, Toronto, Canada', '100.00', 'CAD'],
  ['5.000 kr, Oslo, Norway', '5000.00', 'NOK'],
  ['100 kr, momsnummer SE556677889901, Sverige', '100.00', 'SEK'],
  ['TOTAL EUR 12.00', '12.00', 'EUR'],
])('reads "%s" as %s %s', (text, value, currency) => {
  expect(readAmounts(text)[0]).toMatchObject({ value, currency });
});

test.each([
  '100 kr',
  'ALL 3 PARTIES',
  '5 apples',
])('names no currency where nothing decides: "%s"', (text) => {
  const amounts = readAmounts(text.replace('ALL 3', 'ALL of 3'));
  expect(amounts.every(({ currency }) => currency === null)).toBe(true);
});

test('a currency of the line above belongs to its own amount', () => {
  const currencies = readAmounts('4 USD\n100.00 EUR').map(({ currency }) => currency);
  expect(currencies).toEqual(['USD', 'EUR']);
});

const LOCALES =
  'en-US en-GB en-IN hi-IN de-DE de-AT de-CH fr-FR fr-CH es-ES es-MX it-IT pt-PT pt-BR nl-NL pl-PL cs-CZ sk-SK sl-SI hr-HR hu-HU ro-RO bg-BG el-GR da-DK sv-SE nb-NO fi-FI et-EE lv-LV lt-LT tr-TR ru-RU uk-UA id-ID ms-MY vi-VN ja-JP zh-CN ko-KR th-TH'.split(
    ' ',
  );

test.each(LOCALES)('reads back what %s prints of any amount', (locale) => {
  const print = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  const amount = integer({ min: -999_999_999, max: 999_999_999 });
  assert(
    property(amount, (cents) => {
      expect(Number(parseAmount(print.format(cents / 100))?.value)).toBeCloseTo(cents / 100, 6);
    }),
    { numRuns: 60 },
  );
});

test.each(LOCALES)('reads back what %s prints in its money', (locale) => {
  for (const currency of ['EUR', 'USD', 'GBP', 'CHF', 'PLN', 'JPY', 'KWD']) {
    const digits = minorUnitsOf(currency);
    const printed = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'code',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(12_345.6);
    const [read] = readAmounts(printed);
    const expected = digits === 0 ? 12_346 : 12_345.6;
    expect([printed, Number(read?.value), read?.currency]).toEqual([printed, expected, currency]);
  }
});
