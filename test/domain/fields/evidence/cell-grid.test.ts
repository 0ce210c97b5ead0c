import {
  cellAt,
  cellGrid,
  cellInRow,
} from '../../../../lambda/domain/fields/evidence/cell-grid.ts';

const TABS = 'Number\tDate\tOrder\n4711\t2024-05-01\tA-9\n\nTotal\t12.00';

test('a tab and two blanks set cells apart, one blank does not', () => {
  const { rows } = cellGrid('Invoice date  1 May 2024\tNo 7');
  expect(rows[0]?.map(({ text }) => text)).toEqual(['Invoice date', '1 May 2024', 'No 7']);
});

test('a cell knows where its text stands', () => {
  for (const { text, start, end } of cellGrid(TABS).rows.flat()) {
    expect(TABS.slice(start, end)).toBe(text);
  }
});

test('blank lines are no rows, and are counted above the next', () => {
  const { rows, gaps } = cellGrid(TABS);
  expect(rows).toHaveLength(3);
  expect(gaps).toEqual([0, 0, 1]);
});

test('the head of a column is found above its value', () => {
  const grid = cellGrid(TABS);
  const value = cellAt(grid, TABS.indexOf('A-9'));
  expect(value && cellInRow(grid, value, 0)?.text).toBe('Order');
});

test('in lines set by blanks the nearest cell above is the head', () => {
  const text = 'Number         Date       Due\n               1 May      31 May';
  const grid = cellGrid(text);
  const value = cellAt(grid, text.indexOf('31 May'));
  expect(value && cellInRow(grid, value, 0)?.text).toBe('Due');
});
