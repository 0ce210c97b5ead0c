import { constantFrom, assert, property } from 'fast-check';
import {
  currencyOf,
  findCurrencyMarks,
  isCurrencyCode,
  minorUnitsOf,
} from '../../../lambda/domain/text/currencies.ts';

/** ISO 4217, list one: minor units that are not two. */
test.each([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'
    .split(' ')
    .map((code) => [code, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3] as const),
  ['EUR', 2] as const,
  ['USD', 2] as const,
])('%s has %d decimals', (code, units) => {
  expect(minorUnitsOf(code)).toBe(units);
});

/** EN 16931, BT-5: a code of ISO 4217; metals, units of account and test codes are no money. */
test.each(['XAU', 'XXX', 'XTS', 'ABC', 'eur'])('%s is no currency of an invoice', (code) => {
  expect(isCurrencyCode(code)).toBe(false);
});

const codes = Intl.supportedValuesOf('currency').filter(isCurrencyCode);

test('finds the code of any currency where it stands beside a number', () => {
  assert(
    property(constantFrom(...codes), constantFrom('%s 12.50', '12.50 %s'), (code, form) => {
      const marks = findCurrencyMarks(form.replace('%s', code));
      expect(marks.map((mark) => mark.codes)).toContainEqual([code]);
    }),
    { numRuns: 300 },
  );
});

/** CLDR: one sign for currencies of several countries; the document decides. */
test.each([
  ['$ 5.00 and USD 5.00', '$', 'USD'],
  ['$ 5.00 and AUD 5.00', '$', 'AUD'],
  ['100 kr\nStockholm, Sweden', 'kr', 'SEK'],
  ['100 kr', 'kr', null],
  ['£ 5.00', '£', 'GBP'],
])('in %j the sign %s means %s', (text, sign, code) => {
  const mark = findCurrencyMarks(text).find(({ written }) => written === sign);
  expect(mark === undefined ? undefined : currencyOf(mark, text)).toBe(code);
});

test('letters and digits joined by a hyphen are a number of an article, no money', () => {
  expect(findCurrencyMarks('RM-405 hinge')).toEqual([]);
  expect(findCurrencyMarks('refund RM-405.00').map(({ written }) => written)).toEqual(['RM']);
});
