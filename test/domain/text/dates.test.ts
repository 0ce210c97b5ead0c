import { assert, date as anyDate, property } from 'fast-check';
import { findDates } from '../../../lambda/domain/text/dates.ts';
import { monthNames, monthsNamed } from '../../../lambda/domain/text/month-names.ts';
import { readDates } from '../../../lambda/domain/text/read-dates.ts';

const valuesIn = (text: string): string[] => findDates(text).map(({ value }) => value);
const LANGUAGES =
  'en de fr es it pt nl pl cs sk sl hr hu ro bg el da sv nb fi et lv lt tr ru uk id'.split(' ');

test.each([
  'signed on 2010-06-08.',
  '2010/6/8',
  '2010.06.08',
  '2010-06-08T12:00:00Z',
  'as of June 8, 2010',
  'as of June 8th, 2010',
  'JUNE 8, 2010',
  'Jun. 8, 2010',
  'June 8 2010',
  "June 8, '10",
  'Jun-08-2010',
  'this 8th day of June, 2010',
  'the eighth day of June, 2010',
  '8 JUN 10',
  '8th of June 2010',
  '08-JUN-2010',
  '08/Jun/2010',
  '8.Juni 2010',
  'am 8. Juni 2010',
  'le 8 juin 2010',
  'el 8 de junio de 2010',
  'el 8 de junio del 2010',
  '8 giugno 2010',
  '8 de junho de 2010',
  '8 juni 2010',
  '8 czerwca 2010 r.',
  '8. června 2010',
  '8. júna 2010',
  '8. lipnja 2010.',
  '2010. június 8.',
  '8 iunie 2010',
  '8 юни 2010 г.',
  '8 Ιουνίου 2010',
  'den 8. juni 2010',
  '8. kesäkuuta 2010',
  '8. juuni 2010',
  '2010. gada 8. jūnijs',
  '2010 m. birželio 8 d.',
  '8 Haziran 2010',
  '8 июня 2010 г.',
  '8 червня 2010 р.',
  '8 Juni 2010',
  '2010年6月8日',
  '平成22年6月8日',
  '2010년 6월 8일',
  'ngày 8 tháng 6 năm 2010',
])('reads the date in "%s"', (text) => {
  expect(valuesIn(text)).toContain('2010-06-08');
});

test.each([
  ['1er mars 2024', '2024-03-01'],
  ['the twenty-first day of March, 2024', '2024-03-21'],
  ['31. Jänner 2024', '2024-01-31'],
  ['5 Maerz 2024', '2024-03-05'],
  ['12 decembre 2024', '2024-12-12'],
  ['令和元年5月1日', '2019-05-01'],
  ['01/02/68', '2068-02-01'],
  ['01/02/69', '1969-02-01'],
])('reads "%s" as %s', (text, value) => {
  expect(valuesIn(text)).toContain(value);
});

test.each([
  '31.02.2024 and 99/99/2024',
  '10.1.2024.5',
  'version 1.2.2024.3',
  '15 may 30 days',
  'he may 12 times',
  'June 2024',
  'IP 10.0.12.24.1',
])('finds no date in "%s"', (text) => {
  expect(valuesIn(text)).toEqual([]);
});

test('gives both readings of an ambiguous order', () => {
  expect(valuesIn('03/04/2024')).toEqual(['2024-04-03', '2024-03-04']);
});

test('a name that two languages use for two months gives both', () => {
  expect(valuesIn('5 listopada 2024')).toEqual(['2024-11-05', '2024-10-05']);
});

test('reads only the order that exists', () => {
  expect(valuesIn('18-10-17')).toEqual(['2017-10-18']);
});

test('says where the date stands', () => {
  const text = 'Due: 2024-05-01!';
  expect(text.slice(...(findDates(text)[0]?.range ?? [0, 0]))).toBe('2024-05-01');
});

/** What decides `03/04/2024`. */
test.each([
  ['another date, day first', 'Delivered 25/03/2024, invoiced 03/04/2024', '2024-04-03'],
  ['another date, month first', 'Delivered 03/25/2024, invoiced 03/04/2024', '2024-03-04'],
  ['full stops', '03.04.2024', '2024-04-03'],
  ['the country of an address', 'Acme, Springfield, IL 62701\n03/04/2024', '2024-03-04'],
  ['the country of a VAT number', 'VAT GB980780684\n03/04/2024', '2024-04-03'],
  ['a country by name', 'Dublin, Ireland\n03/04/2024', '2024-04-03'],
])('%s decides an ambiguous date', (_what, text, value) => {
  expect(readDates(text).at(-1)?.value).toBe(value);
});

test('the language decides where all its countries agree', () => {
  expect(readDates('03/04/2024', { language: 'fr' })[0]?.value).toBe('2024-04-03');
});

test.each([
  ['nothing else is said', '03/04/2024', {}],
  ['English alone', '03/04/2024', { language: 'en' }],
  ['the document disagrees with itself', '25/03/2024 03/25/2024 03/04/2024', {}],
])('leaves the date open where %s', (_what, text, signs) => {
  expect(readDates(text, signs).at(-1)).toMatchObject({
    value: null,
    readings: ['2024-04-03', '2024-03-04'],
  });
});

test.each(LANGUAGES)('knows every month that CLDR names in %s', (language) => {
  for (let month = 0; month < 12; month += 1) {
    const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
    const name = format.format(Date.UTC(2024, month, 5));
    expect([name, monthsNamed(name)]).toEqual([name, expect.arrayContaining([month + 1])]);
  }
  expect(monthNames(language).every((names) => names.length > 0)).toBe(true);
});

const day = anyDate({
  min: new Date('1970-01-01T00:00:00Z'),
  max: new Date('2068-12-31T00:00:00Z'),
  noInvalidDate: true,
});

test.each(LANGUAGES)('reads back any date that %s prints in words', (language) => {
  const locale = `${language}-u-ca-gregory-nu-latn`;
  for (const month of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month,
      year: 'numeric',
      timeZone: 'UTC',
    });
    assert(
      property(day, (date) => {
        const printed = format.format(date);
        expect([printed, valuesIn(printed)]).toEqual([
          printed,
          expect.arrayContaining([date.toISOString().slice(0, 10)]),
        ]);
      }),
      { numRuns: 40 },
    );
  }
});
