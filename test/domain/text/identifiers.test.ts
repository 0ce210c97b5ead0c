import { array, assert, boolean, integer, property } from 'fast-check';
import {
  findCodes,
  findIdentifiers,
  isBic,
  isGtin,
} from '../../../lambda/domain/text/identifiers.ts';
import { findTaxNumbers, isVatNumber } from '../../../lambda/domain/text/tax-numbers.ts';

/** Examples of the standards and registries: ISO 13616, ISO 11649, ISO 17442, ISO/IEC 7812, GS1. */
test.each([
  ['iban', 'DE89 3704 0044 0532 0130 00'],
  ['iban', 'GB29 NWBK 6016 1331 9268 19'],
  ['iban', 'FR14 2004 1010 0505 0001 3M02 606'],
  ['iban', 'CH93 0076 2011 6238 5295 7'],
  ['iban', 'NL91ABNA0417164300'],
  ['iban', 'NO93 8601 1117 947'],
  ['creditor-reference', 'RF18 5390 0754 7034'],
  ['lei', '506700GE1G29325QX363'],
  ['card', '4111 1111 1111 1111'],
  ['card', '378282246310005'],
  ['gtin', '4006381333931'],
])('finds the %s %s', (kind, written) => {
  const [found] = findIdentifiers(`see ${written} there`);
  expect(found).toMatchObject({ kind, value: written.replaceAll(' ', '') });
});

test.each([
  'DE89 3704 0044 0532 0130 01',
  'DE89 3704 0044 0532 0130',
  'RF19 5390 0754 7034',
  '506700GE1G29325QX364',
  '4111 1111 1111 1112',
  '4006381333930',
])('finds nothing in %s: a digit is wrong', (written) => {
  expect(findIdentifiers(`see ${written} there`)).toEqual([]);
});

/** Numbers that the national authorities and python-stdnum publish as examples. */
const VAT_NUMBERS =
  'ATU13585627 BE0428759497 BG175074752 CHE107787577MWST CY10259033P CZ25123891 DE136695976 DK13585628 EE100931558 EL023456780 ESA13585625 FI20774740 FR40303265045 GB980780684 HR33392005961 HU12892312 IE6433435F IT00743110157 LT119511515 LU15027442 LV40003521600 MT11679112 NL004495445B01 NO995525828MVA PL8567346215 PT501964843 RO18547290 SE123456789701 SI50223054 SK2022749619'.split(
    ' ',
  );

test.each(VAT_NUMBERS)('finds the VAT number %s in a text', (number) => {
  const found = findTaxNumbers(`VAT ID ${number} and more`);
  expect(found.map(({ value }) => value)).toEqual([number]);
});

/** `DE136695976`: one digit changed. */
test.each(VAT_NUMBERS)('refuses %s with another digit', (number) => {
  const at = number.search(/\d(?!.*\d{3})/);
  const digit = (Number(number.charAt(at)) + 1) % 10;
  expect(isVatNumber(`${number.slice(0, at)}${digit}${number.slice(at + 1)}`)).toBe(false);
});

test.each([
  ['IN', 'GSTIN 27AAPFU0939F1ZV', '27AAPFU0939F1ZV'],
  ['BR', 'CNPJ 16.727.230/0001-97', '16727230000197'],
  ['AU', 'ABN 83 914 571 673', '83914571673'],
  ['CA', '123026635 RT 0001', '123026635RT0001'],
  ['MX', 'RFC GODE561231GR8', 'GODE561231GR8'],
  ['AR', 'CUIT 20-05536168-2', '20055361682'],
  ['CL', 'RUT 12.531.909-2', '125319092'],
  ['CN', '91110000600037341L', '91110000600037341L'],
  ['US', 'EIN 91-1144442', '911144442'],
  ['KR', '116-82-00276', '1168200276'],
  ['RU', 'ИНН 5260152389', '5260152389'],
  ['DE', 'USt-IdNr. DE 136 695 976 Bank', 'DE136695976'],
])('finds a tax number of %s in "%s"', (country, text, value) => {
  expect(findTaxNumbers(text)).toMatchObject([{ country, value }]);
});

test('a business identifier code has the form of ISO 9362', () => {
  expect([isBic('DEUTDEFF500'), isBic('DEUTDEFF'), isBic('DEUTDEF')]).toEqual([true, true, false]);
});

test('a run of zeros is no goods number', () => {
  expect(isGtin('00000000')).toBe(false);
});

test('finds tokens with a digit', () => {
  const codes = findCodes('Invoice INV-2024/0113 of May, order 4711.').map(({ value }) => value);
  expect(codes).toEqual(['INV-2024/0113', '4711']);
});

const digits = (count: number) =>
  array(integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((all) =>
    all.join(''),
  );
/** ISO 7064, MOD 97-10: the two digits that make the whole leave 1. */
function checkDigits(rearranged: string): string {
  const numeric = rearranged.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return String(98n - (BigInt(numeric) % 97n)).padStart(2, '0');
}
const grouped = (text: string) => text.replace(/(.{4})(?=.)/g, '$1 ');
const found = (text: string) => findIdentifiers(`see ${text}, paid`).map(({ value }) => value);

test('finds any German account number that ISO 13616 prints, grouped or not', () => {
  assert(
    property(digits(18), boolean(), (account, isGrouped) => {
      const iban = `DE${checkDigits(`${account}DE00`)}${account}`;
      expect(found(isGrouped ? grouped(iban) : iban)).toEqual([iban]);
    }),
  );
});

test('finds any creditor reference that ISO 11649 prints', () => {
  assert(
    property(digits(12), (reference) => {
      const whole = `RF${checkDigits(`${reference}RF00`)}${reference}`;
      expect(found(grouped(whole))).toEqual([whole]);
    }),
  );
});

test('finds no goods number with another check digit than that of GS1', () => {
  assert(
    property(digits(12), (start) => {
      const valid = Array.from({ length: 10 }, (_, digit) => isGtin(`${start}${digit}`));
      expect(valid.filter(Boolean).length).toBe(/^0+$/.test(start) ? 0 : 1);
    }),
  );
});
