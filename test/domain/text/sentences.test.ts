import { array, assert, constantFrom, property } from 'fast-check';
import { sentencesOf } from '../../../lambda/domain/text/sentences.ts';

test.each([
  ['two sentences', 'One ends here. Two goes on.', ['One ends here.', 'Two goes on.']],
  ['abbreviations', 'Acme Inc. pays Dr. Roe. He waits.', ['Acme Inc. pays Dr. Roe.', 'He waits.']],
  ['closing quotes', '"It ends." It says.', ['"It ends."', 'It says.']],
  ['short lines', 'Total: 5\nDue: 6', ['Total: 5', 'Due: 6']],
  ['a blank line', 'A heading\n\nand text', ['A heading', 'and text']],
  [
    'wrapped prose',
    `${'word '.repeat(14).trim()}\nand its end.`,
    [`${'word '.repeat(14).trim()}\nand its end.`],
  ],
])('cuts %s', (_, text, sentences) => {
  expect(sentencesOf(text)).toEqual(sentences);
});

test('loses and invents nothing but white space', () => {
  const piece = constantFrom('Word', 'a', '. ', '.', '! ', '\n', '\n\n', ' ', 'No. 5', '"', '(x)');
  assert(
    property(array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      expect(sentencesOf(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }),
  );
});
