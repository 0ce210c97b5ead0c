import { layOutPage } from '../../../lambda/domain/layout/page-layout.ts';
import type { TextRun } from '../../../lambda/domain/layout/text-run.ts';

/** Text of 10 points, 5 points a letter, on the baseline `y` from the bottom of 842 points. */
const run = (text: string, x: number, y: number): TextRun => ({
  text,
  box: [x, 842 - y - 8, x + text.length * 5, 842 - y + 2],
  baseline: 842 - y,
  size: 10,
  bold: false,
});
const textOf = (runs: readonly TextRun[]) => layOutPage(runs, () => null).text;

test('joins the runs of a line by the gap between them', () => {
  const runs = [run('Master', 0, 100), run('agree', 34, 100), run('ment', 59, 100)];
  expect(textOf(runs)).toBe('Master agreement');
});

test('keeps the row of a table together, whatever the order in the file', () => {
  const columns = [
    run('Chairs', 0, 100),
    run('Tables', 0, 86),
    run('12', 200, 100),
    run('3', 200, 86),
  ];
  expect(textOf(columns)).toBe('Chairs\t12\nTables\t3');
});

test('sets paragraphs apart by a blank line', () => {
  const runs = [run('First', 0, 100), run('second', 0, 88), run('Third', 0, 60)];
  expect(textOf(runs)).toBe('First\nsecond\n\nThird');
});

test('reads prose in columns column by column', () => {
  const column = (name: string, x: number) =>
    Array.from({ length: 10 }, (_, line) =>
      run(`${name} column of prose, line ${line}`, x, 200 - line * 12),
    );
  const text = textOf([...column('left', 0), ...column('right', 300)]);
  expect(text.indexOf('left column of prose, line 9')).toBeLessThan(text.indexOf('right column'));
});

test('a page of blanks has no text', () => {
  expect(textOf([run(' ', 0, 100)])).toBe('');
});
