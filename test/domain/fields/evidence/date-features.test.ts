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

test('a reading that the rest of the document contradicts is known as such', () => {
  const text = 'Paris, France\nLe 10/11/2024';
  const range = [text.indexOf('10'), text.length] as const;
  const readings = ['2024-11-10', '2024-10-11'].map((value) => ({ value, range, form: 'dmy' }));
  const [day, month] = dateFeatures(text, readings);
  expect(day).toContain('meant=true');
  expect(month).toContain('meant=false');
});
