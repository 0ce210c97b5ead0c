import { assert, constantFrom, integer, pre, property } from 'fast-check';
import { findDurations } from '../../../lambda/domain/text/durations.ts';
import { readNumberWords, readOrdinalWords } from '../../../lambda/domain/text/number-words.ts';

test.each([
  ['30 days', '30 days'],
  ['1 day', '1 day'],
  ['thirty (30) calendar days', '30 days'],
  ['30 (thirty) days', '30 days'],
  ['ninety business days', '90 days'],
  ['a two-year term', '2 years'],
  ['a 30-day period', '30 days'],
  ['12 consecutive months', '12 months'],
  ['one hundred and eighty (180) days', '180 days'],
  ['three hundred and sixty-five days', '365 days'],
  ['within (30) Tage', '30 days'],
  ['fünfundvierzig Tagen', '45 days'],
  ['14 Kalendertagen', '14 days'],
  ['10 Werktage', '10 days'],
  ['eines Monats', null],
  ['drei Monate', '3 months'],
  ['treinta días', '30 days'],
  ['noventa (90) días naturales', '90 days'],
  ['un año', '1 year'],
  ['trente jours', '30 days'],
  ['six mois', '6 months'],
  ['deux ans', '2 years'],
  ['trenta giorni', '30 days'],
  ['due mesi', '2 months'],
  ['dertig dagen', '30 days'],
  ['trinta dias', '30 days'],
  ['30 dni', '30 days'],
  ['14 dnů', '14 days'],
  ['30 päivää', '30 days'],
  ['30 dagar', '30 days'],
  ['30 ημέρες', '30 days'],
  ['30 дней', '30 days'],
  ['net 30', '30 days'],
  ['2/10 net 30', '30 days'],
  ['n/30', '30 days'],
  ['P30D', '30 days'],
  ['P2Y', '2 years'],
  ['once each year', null],
  ['in 3-5 days', null],
  ['Article 12. Month', null],
  ['0 days', null],
  ['INV-30 days', null],
])('reads "%s" as %s', (text, value) => {
  expect(findDurations(text)[0]?.value ?? null).toBe(value);
});

test('a number and its unit may stand on two lines', () => {
  expect(
    findDurations('within thirty (30)\n        days').map(({ count, unit }) => [count, unit]),
  ).toEqual([[30, 'day']]);
});

test('says where it stands, its number in words included', () => {
  const text = 'within thirty (30) days of';
  expect(text.slice(...(findDurations(text)[0]?.range ?? [0, 0]))).toBe('thirty (30) days');
});

test.each([
  ['blanks', ' '],
  ['hyphens', '-'],
  ['units', 'days '],
])('a run of %s takes no longer than text', (_kind, sign) => {
  const started = performance.now();
  expect(findDurations(`${sign.repeat(60_000)}end`)).toEqual([]);
  expect(performance.now() - started).toBeLessThan(3_000);
});

/** Checked by hand against CLDR's spell-out rules. */
test.each([
  ['seventy-seven', 77],
  ['one hundred eighty', 180],
  ['two hundred', 200],
  ['einundzwanzig', 21],
  ['dreißig', 30],
  ['hundertzwanzig', 120],
  ['veintiuno', 21],
  ['treinta y cinco', 35],
  ['ciento veinte', 120],
  ['soixante et onze', 71],
  ['soixante-dix', 70],
  ['quatre-vingts', 80],
  ['quatre-vingt-douze', 92],
  ['ventuno', 21],
  ['ventotto', 28],
  ['vijfendertig', 35],
  ['trinta e um', 31],
])('%s is %d', (words, number) => {
  expect(readNumberWords(words)).toBe(number);
});

test.each([
  ['first', 1],
  ['twelfth', 12],
  ['twenty-second', 22],
  ['thirty-first', 31],
])('%s is day %d', (words, number) => {
  expect(readOrdinalWords(words)).toBe(number);
});

test.each(['hello', 'hundredweight', 'someone', ''])('"%s" is no number', (words) => {
  expect(readNumberWords(words)).toBeNull();
});

/** Names of units that are common words of other languages. */
const AMBIGUOUS = /(?<!\p{L})(?:an|dan|den|let)(?!\p{L})/u;
const LANGUAGES =
  'en de fr es it pt nl pl cs sk sl hr hu ro bg el da sv nb fi et lv lt tr ru uk id';

test.each(
  LANGUAGES.split(' ').flatMap((language) =>
    (['day', 'week', 'month', 'year'] as const).map((unit) => [language, unit] as const),
  ),
)('reads back what %s prints of any number of %ss', (language, unit) => {
  const locale = `${language}-u-nu-latn`;
  const print = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
  assert(
    property(integer({ min: 1, max: 999 }), (count) => {
      const printed = print.format(count);
      pre(!AMBIGUOUS.test(printed));
      const [found] = findDurations(printed);
      expect([found?.count, found?.unit]).toEqual([count, unit]);
    }),
    { numRuns: 30 },
  );
});

test('reads back any duration of ISO 8601', () => {
  const units = { D: 'day', W: 'week', M: 'month', Y: 'year' } as const;
  assert(
    property(integer({ min: 1, max: 9_999 }), constantFrom('D', 'W', 'M', 'Y'), (count, letter) => {
      expect(findDurations(`P${count}${letter}`)).toMatchObject([{ count, unit: units[letter] }]);
    }),
  );
});
