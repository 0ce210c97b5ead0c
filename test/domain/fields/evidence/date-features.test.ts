import { dateFeatures } from '../../../../lambda/domain/fields/evidence/date-features.ts';

const TEXT = 'Date 2024-05-01, due 2024-05-31, delivered 2024-04-20; payable within 30 days';
const candidates = ['2024-05-01', '2024-05-31', '2024-04-20'].map((value) => ({
  value,
  range: [TEXT.indexOf(value), TEXT.indexOf(value) + value.length] as const,
  form: 'ymd',
}));

test('a date ends the term of payment that the text prints', () => {
  const [issued, due, delivered] = dateFeatures(TEXT, candidates);
  expect(issued).toContain('begins=printed');
  expect(due).toEqual(expect.arrayContaining(['ends=printed', 'time=false true']));
  expect(delivered).toContain('time=true false');
});
