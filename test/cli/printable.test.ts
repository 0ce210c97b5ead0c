import { printable } from '../../cli/printable.ts';

test('an escape sequence of a document does not reach the terminal', () => {
  expect(printable('Total\u001b[2J\u009b1A 5\u0007\u202e')).toBe(
    'Total\ufffd[2J\ufffd1A 5\ufffd\ufffd',
  );
});

test('letters of every script, tabs and lines stay', () => {
  expect(printable('Größe\t合計\nالمجموع 😀')).toBe('Größe\t合計\nالمجموع 😀');
});
