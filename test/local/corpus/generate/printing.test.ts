import { addYears, dayOf, isoDate, printDate } from '../../../../local/corpus/generate/calendar.ts';
import { decimalOf, printMoney, printNumber } from '../../../../local/corpus/generate/money.ts';

const day = dayOf(2024, 3, 5);

test.each([
  ['iso', 'en', '2024-03-05'],
  ['us-long', 'en', 'March 5, 2024'],
  ['us-short', 'en', '03/05/2024'],
  ['eu-long', 'en', '5 March 2024'],
  ['eu-dots', 'de', '05.03.2024'],
  ['eu-slashes', 'es', '05/03/2024'],
  ['eu-month-name', 'en', '05-Mar-2024'],
  ['eu-long', 'de', '5. März 2024'],
  ['eu-long', 'es', '5 de marzo de 2024'],
] as const)('a %s date in %s is %s', (format, language, printed) => {
  expect(printDate(day, format, language)).toBe(printed);
});

test('a year after the 29th of February is the 1st of March', () => {
  expect(isoDate(addYears(dayOf(2024, 2, 29), 1))).toBe('2025-03-01');
});

test.each([
  ['us', '1,234,567.05'],
  ['eu', '1.234.567,05'],
  ['plain', '1234567.05'],
  ['space', '1 234 567,05'],
  ['swiss', "1'234'567.05"],
] as const)('a number in the %s form is %s', (format, printed) => {
  expect(printNumber(123_456_705, format)).toBe(printed);
});

test.each([
  ['USD', 'us', 'symbol', '$12.30'],
  ['EUR', 'eu', 'symbol', '12,30 €'],
  ['CHF', 'swiss', 'symbol', 'CHF 12.30'],
  ['GBP', 'us', 'code-before', 'GBP 12.30'],
  ['GBP', 'us', 'code-after', '12.30 GBP'],
  ['GBP', 'us', 'none', '12.30'],
] as const)('%s in the %s form with %s is %s', (currency, format, mark, printed) => {
  expect(printMoney(1_230, currency, { format, mark })).toBe(printed);
});

test('gold amounts are decimal strings with two digits', () => {
  expect(decimalOf(-5)).toBe('-0.05');
});
