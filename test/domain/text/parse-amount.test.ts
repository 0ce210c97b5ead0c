import { findAmounts, parseAmount } from '../../../lambda/domain/text/parse-amount.ts';

test.each([
  ['1,234.56', '1234.56'],
  ['1.234,56', '1234.56'],
  ["1'234.50", '1234.50'],
  ['1 234,5', '1234.50'],
  ['100,000', '100000.00'],
  ['5.90', '5.90'],
  ['-12,00', '-12.00'],
])('reads %s as %s', (text, value) => {
  expect(parseAmount(text)?.value).toBe(value);
});

test.each(['1,23,45', 'abc', ''])('refuses "%s"', (text) => {
  expect(parseAmount(text)).toBeNull();
});

test('finds amounts beside signs, codes and quantities', () => {
  const values = findAmounts('RM 5.90, €1.200,00 and 3 pieces').map(({ value }) => value);
  expect(values).toEqual(['5.90', '1200.00', '3.00']);
});

test('takes no percentage and no date for an amount', () => {
  expect(findAmounts('19% on 12.05.2024')).toEqual([]);
});
