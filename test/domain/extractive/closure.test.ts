import { closureOfReader, onlyOfReader } from './closure.ts';
import { forbiddenPhrases } from './forbidden-phrases.ts';
import { textsOfPattern } from './regex-words.ts';
import { forbiddenIn, listsWithoutSource } from './scan.ts';

const MOST_LINES = 900;
const files = closureOfReader();
const forbidden = forbiddenPhrases();

test('the reader and what only it imports have at most 900 lines', () => {
  const lines = onlyOfReader().reduce((sum, { code }) => sum + code.split('\n').length - 1, 0);
  expect(lines).toBeLessThanOrEqual(MOST_LINES);
});

test.each(
  files.map((file) => [file.path, file] as const),
)('%s holds no phrase of a question, label, clause, category or template', (_, file) => {
  expect(forbiddenIn(file, forbidden)).toEqual([]);
});

test.each(
  files.map((file) => [file.path, file] as const),
)('%s names a public source of its word lists', (_, file) => {
  expect(listsWithoutSource(file)).toEqual([]);
});

/** Each holds a question, label, clause or template of the generator in another form. */
test.each([
  ['a string', "export const x = 'Which law governs the document?';"],
  ['a template', 'export const x = `\\bnot earlier than ${1} data processing agreement`;'],
  ['a pattern', String.raw`export const x = /\bterms?\s+of\s+payment\b/i;`],
  ['alternatives', String.raw`export const x = /total (?:excl|incl)\.? (?:tax|vat)/i;`],
  ['an optional part', String.raw`export const x = /who may (?:ever )?inspect books/;`],
  [
    'a piece of a pattern',
    String.raw`export const x = String.raw${'`'}ip[- ]ownership assignment${'`'};`,
  ],
])('a phrase in %s is found', (_, code) => {
  expect(forbiddenIn({ path: 'x.ts', code }, forbidden)).not.toEqual([]);
});

test('a phrase in a data file is found', () => {
  const code = '{ "words": ["paid", "Questions about this document"] }';
  expect(forbiddenIn({ path: 'x.json', code }, forbidden)).not.toEqual([]);
});

test('a list of words without a source is found, one with a source passes', () => {
  const list = "export const x = 'one two three four five six seven eight'.split(' ');";
  const found = [list, `/** Unicode CLDR 48. */\n${list}`].map(
    (code) => listsWithoutSource({ path: 'x.ts', code }).length,
  );
  expect(found).toEqual([1, 0]);
});

test('a comment is no phrase', () => {
  const code = '/** Which law governs the document? */\nexport const x = 1;';
  expect(forbiddenIn({ path: 'x.ts', code }, forbidden)).toEqual([]);
});

test('every way through a pattern is read', () => {
  expect(textsOfPattern('a(?:b|c)d?')).toEqual(['abd', 'ab', 'acd', 'ac']);
});
