import { addYears, dayOf, isoDate, printDate } from '../../../../local/corpus/generate/calendar.ts';
import { decimalOf, printMoney, printNumber } from '../../../../local/corpus/generate/money.ts';

const day = dayOf(2024, 3, 5);

test.each([
  ['iso', 'en-US', '2024-03-05'],
  ['words', 'en-US', 'March 5, 2024'],
  ['numbers', 'en-US', '03/05/2024'],
  ['words', 'en-GB', '5 March 2024'],
  ['numbers', 'en-GB', '05/03/2024'],
  ['month-name', 'en-GB', '05-Mar-2024'],
  ['numbers', 'de-DE', '05.03.2024'],
  ['words', 'de-DE', '5. März 2024'],
  ['words', 'es-ES', '5 de marzo de 2024'],
  ['words', 'fr-FR', '5 mars 2024'],
  ['numbers', 'nl-NL', '05-03-2024'],
  ['words', 'pl-PL', '5 marca 2024'],
  ['numbers', 'sv-SE', '2024-03-05'],
] as const)('a date in %s for %s is %s', (format, locale, printed) => {
  expect(printDate(day, format, locale)).toBe(printed);
});

test('a year after the 29th of February is the 1st of March', () => {
  expect(isoDate(addYears(dayOf(2024, 2, 29), 1))).toBe('2025-03-01');
});

test.each([
  ['en-US', true, '1,234,567.05'],
  ['en-IN', true, '12,34,567.05'],
  ['de-DE', true, '1.234.567,05'],
  ['de-DE', false, '1234567,05'],
  ['fr-FR', true, '1 234 567,05'],
  ['de-CH', true, "1'234'567.05"],
] as const)('a number for %s, grouped %s, is %s', (locale, grouped, printed) => {
  expect(printNumber(123_456_705, { locale, grouped })).toBe(printed);
});

test.each([
  ['USD', 'en-US', 'symbol', '$12.30'],
  ['EUR', 'de-DE', 'symbol', '12,30 €'],
  ['CHF', 'de-CH', 'symbol', 'CHF 12.30'],
  ['SEK', 'sv-SE', 'symbol', '12,30 kr'],
  ['MYR', 'en-MY', 'symbol', 'RM 12.30'],
  ['GBP', 'en-GB', 'code-before', 'GBP 12.30'],
  ['GBP', 'en-GB', 'code-after', '12.30 GBP'],
  ['GBP', 'en-GB', 'none', '12.30'],
] as const)('%s for %s with %s is %s', (currency, locale, mark, printed) => {
  expect(printMoney(1_230, currency, { locale, grouped: true, mark })).toBe(printed);
});

test('gold amounts are decimal strings with two digits', () => {
  expect(decimalOf(-5)).toBe('-0.05');
});
