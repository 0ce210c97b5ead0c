import * as fc from 'fast-check';
import {
  type FieldType,
  hasValue,
  normaliseValue,
  sameValue,
} from '../../../lambda/domain/document/normalise-value.ts';

fc.configureGlobal({ seed: 2_026 });

const TYPES: readonly (FieldType | undefined)[] = [undefined, 'text', 'date', 'amount', 'integer'];
const anyType = fc.constantFrom(...TYPES);
const anyText = fc.string({ unit: 'grapheme', maxLength: 40 });

test.each([
  ['white space at the ends and in runs', '  Acme \n  GmbH ', 'acme gmbh'],
  ['case, also of letters that fold to two', 'STRASSE', 'straße'],
  ['compatibility forms', 'ﬁnance № １２', 'finance no 12'],
  ['punctuation at the ends', '“Acme Inc.”,', 'acme inc'],
  ['kinds of quotes', "O’Neill's", "o'neill’s"],
  ['kinds of dashes', 'A–B', 'a-b'],
])('ignores %s', (_, one, other) => {
  expect(sameValue(one, other)).toBe(true);
});

test.each([
  ['2024-3-1', '2024-03-01'],
  ['2024/03/01', '2024-03-01'],
  ['2024-03-01T00:00:00Z', '2024-03-01'],
])('reads the date %s as %s', (given, expected) => {
  expect(normaliseValue(given, 'date')).toEqual([expected]);
});

test('does not read dates whose order is open: an extraction must be ISO 8601', () => {
  expect(sameValue('03/04/2024', '2024-04-03', 'date')).toBe(false);
});

test.each([
  ['5', '5.00'],
  ['5.9', '5.90'],
  ['$1,234.50', '1234.50'],
  ['1.234,50 EUR', '1234.50'],
  ["CHF 1'234.50", '1234.50'],
  ['1,234', '1234.00'],
  ['-12.30', '-12.30'],
  ['-0.00', '0.00'],
])('reads the amount %s as %s', (given, expected) => {
  expect(normaliseValue(given, 'amount')).toEqual([expected]);
});

test('leaves an amount that is not one number as text', () => {
  expect(normaliseValue('4 of 5', 'amount')).toEqual(['4 of 5']);
});

test('compares numbers without a type as text: a document number keeps its zeros', () => {
  expect(sameValue('007', '7')).toBe(false);
  expect(sameValue('007', '7', 'integer')).toBe(true);
});

test('compares lists as sets, and a single value as a set of one', () => {
  expect(sameValue(['Acme', 'Beta', 'ACME'], ['beta', 'acme'])).toBe(true);
  expect(sameValue(['Acme'], 'acme')).toBe(true);
  expect(sameValue(['Acme'], ['Acme', 'Beta'])).toBe(false);
});

test.each([
  [''],
  ['  '],
  ['—'],
  [[]],
  [['', '.']],
  [null],
  [undefined],
])('%j is no value', (value) => {
  expect(hasValue(value)).toBe(false);
});

test('normalising twice changes nothing', () => {
  fc.assert(
    fc.property(anyText, anyType, (text, type) => {
      const once = normaliseValue(text, type);
      expect(normaliseValue(once, type)).toEqual(once);
    }),
  );
});

test('being the same is symmetric, and everything is the same as itself', () => {
  fc.assert(
    fc.property(anyText, anyText, anyType, (one, other, type) => {
      expect(sameValue(one, other, type)).toBe(sameValue(other, one, type));
      expect(sameValue(one, one, type)).toBe(true);
    }),
  );
});

test('every amount of whole cents survives with and without grouping', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e11 }), (cents) => {
      const plain = (cents / 100).toFixed(2);
      const grouped = plain.replace(/\B(?=(\d{3})+\.)/g, ',');
      expect(normaliseValue(grouped, 'amount')).toEqual([plain]);
    }),
  );
});
