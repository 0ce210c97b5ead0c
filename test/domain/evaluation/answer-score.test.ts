import type { GoldAnswer, MeasuredAnswer } from '../../../lambda/domain/evaluation/measured.ts';
import { figureIntervals, scoreAnswers } from '../../../lambda/domain/evaluation/answer-quality.ts';
import { scoreAnswer } from '../../../lambda/domain/evaluation/answer-score.ts';
import { overlaps, wordF1 } from '../../../lambda/domain/evaluation/word-overlap.ts';
import { answered } from '../compare/tiny-run.ts';

const numeric: GoldAnswer = {
  kind: 'numeric',
  answer: '1234.50',
  evidence: ['Total: 1,234.50 EUR'],
  answerable: true,
};
const none: GoldAnswer = { kind: 'none', answer: null, evidence: [], answerable: false };

function cites(text: string, quotes: readonly string[]): MeasuredAnswer {
  const one = answered(text, quotes);
  const citations = quotes.map((quote, index) => ({
    mark: index + 1,
    chunkId: `d/${index}`,
    documentId: 'd',
    range: [0, quote.length] as const,
    quote,
  }));
  return { ...one, answer: { ...one.answer, citations } };
}

function refused(status: 'no-answer' | 'failed'): MeasuredAnswer {
  const one = answered('', []);
  return { ...one, answer: { ...one.answer, status } };
}

test.each([
  ['the value in another notation', 'The total is EUR 1,234.50 [1].', true],
  ['the value as it is written', '1234.50', true],
  ['another value', 'The total is 1,234.60 [1].', false],
  ['a part of the value', 'The total is 234.50.', false],
])('of a golden answer, %s', (_, text, right) => {
  expect(scoreAnswer(cites(text, ['Total: 1,234.50 EUR']), numeric).right).toBe(right);
});

test.each([
  ['Yes, both are 5.00.', 'Yes, both totals are 5.00.', true],
  ['Yes, both are 5.00.', 'No, both are not 5.00.', false],
  ['No, 5.00 is billed and 6.00 was ordered.', 'No: 6.00 was ordered, 5.00 billed.', true],
  ['No, 5.00 is billed and 6.00 was ordered.', 'No, 5.00 is billed.', false],
  ['Nein, 30 Tage.', 'Nein, es sind 30 Tage.', true],
])('gold “%s”, answer “%s”', (answer, text, right) => {
  expect(scoreAnswer(cites(text, []), { ...numeric, answer }).right).toBe(right);
});

test('where only evidence is known, a citation must stand on it', () => {
  const gold = { ...numeric, answer: null, evidence: ['This Agreement is governed by Irish law.'] };
  const on = cites('Irish law [1].', ['Agreement is governed by Irish law']);
  const beside = cites('Irish law [1].', ['Notices go to the seller']);
  expect(scoreAnswer(on, gold)).toMatchObject({
    right: true,
    citationPrecision: 1,
    exactMatch: null,
  });
  expect(scoreAnswer(beside, gold)).toMatchObject({ right: false, citationRecall: 0 });
});

test('to refuse is right only where the corpus does not say, and a failure is no refusal', () => {
  expect(scoreAnswer(refused('no-answer'), none)).toMatchObject({ right: true, factuality: null });
  expect(scoreAnswer(refused('no-answer'), numeric)).toMatchObject({ right: false, f1: 0 });
  expect(scoreAnswer(refused('failed'), none).right).toBe(false);
  expect(scoreAnswer(answered('It is 5.', ['5']), none)).toMatchObject({ right: false, f1: null });
});

test('citations are counted against evidence, facts against what is cited', () => {
  const two = cites('The total is 1,234.50, due 30 May 2024 [1, 2].', [
    'Total: 1,234.50 EUR',
    'Goods: 12 chairs',
  ]);
  const score = scoreAnswer(two, numeric);
  expect(score).toMatchObject({ citationPrecision: 0.5, citationRecall: 1 });
  expect(score.factuality).toBeCloseTo(1 / 2, 6);
});

test('relevance is the share of what was asked that is spoken of', () => {
  const asked = cites('The total is 5.00 [1].', ['Total: 5.00']);
  const beside = cites('Chairs are blue [1].', ['Chairs are blue']);
  expect(scoreAnswer(asked, numeric).relevance).toBe(1);
  expect(scoreAnswer(beside, numeric).relevance).toBe(0);
});

test('the F1 of words is SQuAD’s, and half of the shorter text in a row overlaps', () => {
  expect(wordF1('a b c', 'b c d e')).toBeCloseTo(4 / 7, 9);
  expect([wordF1('', ''), wordF1('a', '')]).toEqual([1, 0]);
  expect(overlaps('one two three four', 'zero one two five six seven')).toBe(true);
  expect(overlaps('one three two four', 'one zero two five six')).toBe(false);
  expect(overlaps('', 'one')).toBe(false);
});

test('figures leave out the answers that cannot tell', () => {
  const scored = scoreAnswers([
    { ...refused('no-answer'), gold: none },
    { ...cites('1234.50', []), gold: numeric },
    { ...cites('x', []), gold: null },
  ]);
  const figures = figureIntervals(scored);
  expect(figures.get('right')).toMatchObject({ mean: 1, questions: 2 });
  expect(figures.get('refusal')).toMatchObject({ mean: 1, questions: 1 });
  expect(figures.has('citationPrecision')).toBe(false);
});
