import { layOutPage } from '../../../lambda/domain/parsing/page-layout.ts';

const run = (text: string, x: number, y: number) => ({
  text,
  x,
  y,
  width: text.length * 5,
  height: 10,
});

test('joins the runs of a line by the gap between them', () => {
  const runs = [run('Master', 0, 100), run('agree', 34, 100), run('ment', 59, 100)];
  expect(layOutPage(runs)).toBe('Master agreement');
});

test('keeps the row of a table together, whatever the order in the file', () => {
  const columns = [
    run('Chairs', 0, 100),
    run('Tables', 0, 86),
    run('12', 200, 100),
    run('3', 200, 86),
  ];
  expect(layOutPage(columns)).toBe('Chairs\t12\nTables\t3');
});

test('sets paragraphs apart by a blank line', () => {
  const runs = [run('First', 0, 100), run('second', 0, 88), run('Third', 0, 60)];
  expect(layOutPage(runs)).toBe('First\nsecond\n\nThird');
});

test('reads prose in columns column by column', () => {
  const column = (name: string, x: number) =>
    Array.from({ length: 10 }, (_, line) =>
      run(`${name} column of prose, line ${line}`, x, 200 - line * 12),
    );
  const text = layOutPage([...column('left', 0), ...column('right', 300)]);
  expect(text.indexOf('left column of prose, line 9')).toBeLessThan(text.indexOf('right column'));
});

test('a page of blanks has no text', () => {
  expect(layOutPage([run(' ', 0, 100)])).toBe('');
});
