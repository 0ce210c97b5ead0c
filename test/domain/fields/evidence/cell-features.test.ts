import { cellFeatures } from '../../../../lambda/domain/fields/evidence/cell-features.ts';
import { cellGrid } from '../../../../lambda/domain/fields/evidence/cell-grid.ts';

const featuresAt = (text: string, value: string): string[] => {
  const start = text.indexOf(value);
  const candidate = { value, range: [start, start + value.length] as const, form: 'code' };
  return cellFeatures(text, cellGrid(text), [candidate])[0] ?? [];
};

test.each([
  ['before it in its cell', 'Due date: 2024-05-01', 'own'],
  ['at its left', 'Due date\t2024-05-01', 'left'],
  ['above it in its column', 'Order\tDue date\nA-9\t2024-05-01', 'above'],
  ['in another language', 'Bestellung\tFälligkeitsdatum\nA-9\t2024-05-01', 'above'],
])('a label names the value %s', (_, text, way) => {
  expect(featuresAt(text, '2024-05-01')).toEqual(
    expect.arrayContaining([`way=${way}`, 'label:label:due-date']),
  );
});

test('the label of the column beside it does not', () => {
  const text = 'Invoice number\tDue date\nA-9\t2024-05-01';
  expect(featuresAt(text, 'A-9')).not.toContain('label:label:due-date');
});
