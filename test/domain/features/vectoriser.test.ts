import { features } from '../../../config/gates.ts';
import {
  columnsOf,
  firstStructureColumn,
  fitVectoriser,
  vectorise,
} from '../../../lambda/domain/features/vectoriser.ts';
import { wordsOf } from '../../../lambda/domain/text/tokens.ts';
import { smallCorpus } from '../mlops/small-corpus.ts';

const texts = smallCorpus(40).map(({ text }) => text);

test('keeps the shape of a number and forgets its digits', () => {
  expect(wordsOf('Total: 12.05.2024')).toEqual(['total', '##.##.####']);
});

test('reads German and Spanish letters as parts of words', () => {
  expect(wordsOf('Kündigung año')).toEqual(['kündigung', 'año']);
});

test('the same texts give the same vectoriser', () => {
  expect(fitVectoriser(texts, features)).toEqual(fitVectoriser(texts, features));
});

test('makes at most the configured number of columns', () => {
  const vectoriser = fitVectoriser(texts, { ...features, maxFeatures: 500 });
  expect(columnsOf(vectoriser)).toBeLessThanOrEqual(500);
});

test('orders the columns of a row', () => {
  const { indices } = vectorise(fitVectoriser(texts, features), texts[0] ?? '');
  expect(indices).toEqual([...indices].sort((a, b) => a - b));
});

test('gives each block unit length', () => {
  const vectoriser = fitVectoriser(texts, features);
  const { indices, values } = vectorise(vectoriser, texts[0] ?? '');
  const head = vectoriser.head.terms.length;
  const squares = indices.map((index, at) => (index < head ? (values[at] ?? 0) ** 2 : 0));
  expect(squares.reduce((sum, square) => sum + square, 0)).toBeCloseTo(1, 3);
});

test('a text without a known word has structure only', () => {
  const vectoriser = fitVectoriser(texts, features);
  const [first = 0] = vectorise(vectoriser, 'zzz').indices;
  expect(first).toBeGreaterThan(firstStructureColumn(vectoriser));
});
