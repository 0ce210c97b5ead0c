import * as fc from 'fast-check';
import { findPii, maskPii } from '../../../lambda/domain/rails/pii.ts';
import { isCardNumber, isIban } from '../../../lambda/domain/text/identifiers.ts';
import { personalData } from '../../fixtures/personal-data.ts';

const types = (text: string) => findPii(text).map(({ type }) => type);

/** Appends the digit that makes the Luhn sum right. */
function withLuhnDigit(digits: string): string {
  const fit = '0123456789'.split('').find((digit) => isCardNumber(digits + digit));
  return digits + (fit ?? '0');
}

/** IBAN of a country and an account, with its check digits. */
function ibanOf(country: string, account: string): string {
  const check = Array.from({ length: 97 }, (_, at) => String(at + 2).padStart(2, '0'));
  const fit = check.find((digits) => isIban(`${country}${digits}${account}`));
  return `${country}${fit ?? '00'}${account}`;
}

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((list) => list.join(''));

test('finds every card number with a valid check digit', () => {
  fc.assert(
    fc.property(digits(14), (middle) => {
      const card = withLuhnDigit(`4${middle}`);
      return types(`Card ${card} was charged`).includes('CREDIT_DEBIT_CARD_NUMBER');
    }),
  );
});

test('takes no card number with a wrong check digit for one', () => {
  fc.assert(
    fc.property(digits(14), fc.integer({ min: 1, max: 9 }), (middle, by) => {
      const card = withLuhnDigit(`4${middle}`);
      const wrong = card.slice(0, -1) + String((Number(card.at(-1)) + by) % 10);
      return !types(`Card ${wrong} was charged`).includes('CREDIT_DEBIT_CARD_NUMBER');
    }),
  );
});

test('finds every IBAN, with or without spaces, and takes it for nothing else', () => {
  fc.assert(
    fc.property(digits(18), fc.boolean(), (account, spaced) => {
      const iban = ibanOf('DE', account);
      const written = spaced ? iban.replace(/.{4}(?=.)/g, '$& ') : iban;
      return types(`IBAN: ${written}.`).join() === 'INTERNATIONAL_BANK_ACCOUNT_NUMBER';
    }),
  );
});

test.each(Object.entries(personalData))('%s is found where it stands', (type, [text, found]) => {
  const spans = findPii(text).map((one) => [one.type, text.slice(...one.range)]);
  expect(spans).toContainEqual([type, expect.stringContaining(found)]);
});

test.each([
  ['Invoice INV-2024-001-1234 of 2024-03-05'],
  ['Order 4500012345, item 100200300'],
  ['Total 1.234.567,89 EUR, reference 555-12-3456-X'],
  ['Sections 12.3.4 and 212-555 of the annex'],
  ['Certificate 9001:2015, valid 2024-01-01 to 2026-12-31'],
])('finds no personal data in %s', (text) => {
  expect(findPii(text)).toEqual([]);
});

test.each([
  ['+49 30 1234567', 'PHONE'],
  ['(212) 555-0143', 'PHONE'],
  ['212-555-0143', 'PHONE'],
  ['Tel. 030/1234567', 'PHONE'],
  ['123-45-6789', 'US_SOCIAL_SECURITY_NUMBER'],
  ['ana.lopez+bills@mail.example.es', 'EMAIL'],
])('finds %s as %s', (text, type) => {
  expect(types(`Contact: ${text} today`)).toEqual([type]);
});

test.each([
  '000-45-6789',
  '666-45-6789',
  '912-45-6789',
  '123-00-6789',
  '123-45-0000',
])('a number that was never issued is no social security number: %s', (text) => {
  expect(types(text)).toEqual([]);
});

test('masking keeps everything but the finding', () => {
  const text = 'Ask ann@example.com or (212) 555-0143.';
  expect(maskPii(text, findPii(text))).toBe('Ask {EMAIL} or {PHONE}.');
});

test('masking leaves nothing to find', () => {
  fc.assert(
    fc.property(fc.string(), fc.emailAddress(), (noise, email) => {
      const text = `${noise} ${email} (212) 555-0143`;
      const masked = maskPii(text, findPii(text));
      return !masked.includes('555-0143');
    }),
  );
});

const found = (text: string, type: string) =>
  findPii(text)
    .filter((one) => one.type === type)
    .map(({ range }) => text.slice(...range));

test.each([
  ['a label and groups of pairs', 'Mobil: 12 34 56 78', '12 34 56 78'],
  ['pairs with hyphens, which are no date', 'Call me on 21-25-10-98.', '21-25-10-98'],
  ['a number that was asked for', 'What is your phone number? It is 451 5986.', '451 5986'],
  ['six digits where the plan has six', 'Tel. 41 27 23', '41 27 23'],
  ['an answer that never came', 'Nobody answers at 9472 7916, I tried twice.', '9472 7916'],
  ['a ZIP code before it', 'Valley, AZ 85253 (480) 659-6733 Fax', '(480) 659-6733'],
])('a telephone by %s', (_, text, phone) => {
  expect(found(text, 'PHONE')).toEqual([phone]);
});

test.each([
  ['a ZIP code of New England', 'Murray Hill, NJ 07974-0636'],
  ['a total', 'The total is 1 190 000 and is due.'],
  ['a reference', 'Reference INV-2024 5986'],
  ['a date', 'The call is on 12-03-2024.'],
])('%s is no telephone', (_, text) => {
  expect(found(text, 'PHONE')).toEqual([]);
});

test.each([
  [
    'a given name and initials',
    'Signed by Patricia K. Desrosiers on behalf of',
    'Patricia K. Desrosiers',
  ],
  ['an initial between', 'This was told by Weronika B. Martinsen.', 'Weronika B. Martinsen'],
  ['a frequent given name alone', 'The keys went to Jennifer yesterday.', 'Jennifer'],
])('a name by %s', (_, text, name) => {
  expect(found(text, 'NAME')).toEqual([name]);
});

test.each([
  ['a company', 'Cherry Hill Mortgage Inc. serves Cherry Hill.'],
  ['a street', 'Turn left at Martin Street.'],
  ['a defined term', 'The records of the study are the Anderson Records.'],
  ['a country', 'Delivered to Jordan and China.'],
])('%s is nobody’s name', (_, text) => {
  expect(found(text, 'NAME')).toEqual([]);
});
