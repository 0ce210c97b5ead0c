import { findDates } from '../../../lambda/domain/text/parse-date.ts';

const valuesIn = (text: string): string[] => findDates(text).map(({ value }) => value);

test.each([
  'signed on 2010-06-08.',
  'as of June 8, 2010',
  'as of June 8th, 2010',
  'this 8th day of June, 2010',
  '8 JUN 10',
  '08-JUN-2010',
  'am 8. Juni 2010',
  'el 8 de junio de 2010',
])('reads the date in "%s"', (text) => {
  expect(valuesIn(text)).toContain('2010-06-08');
});

test('gives both readings of an ambiguous order', () => {
  expect(valuesIn('03/04/2024')).toEqual(['2024-04-03', '2024-03-04']);
});

test('reads only the order that exists', () => {
  expect(valuesIn('18-10-17')).toEqual(['2017-10-18']);
});

test('gives no date that no calendar has', () => {
  expect(valuesIn('31.02.2024 and 99/99/2024')).toEqual([]);
});

test('says where the date stands', () => {
  const text = 'Due: 2024-05-01!';
  expect(text.slice(...(findDates(text)[0]?.range ?? [0, 0]))).toBe('2024-05-01');
});
