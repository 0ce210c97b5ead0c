import { learnThreshold } from '../../../lambda/domain/llmops/retrieval/clause-threshold.ts';
import { unmarkedSentences } from '../../../lambda/domain/llmops/judge/unmarked-sentences.ts';

test('the threshold takes the most that ask and the fewest that do not', () => {
  expect(learnThreshold([0.9, 0.6, 0.3], [0.5, 0.4, 0.1])).toBe(0.6);
});

test('of two that tell equally well the lower one takes more', () => {
  expect(learnThreshold([0.9, 0.6], [])).toBe(0.6);
});

test('without a question that asks, none does', () => {
  expect(learnThreshold([], [0.4])).toBeGreaterThan(1);
});

test('no sentence of a marked span is taken for another', () => {
  const span = 'This agreement is governed by the laws of Texas.';
  const text = `The supplier delivers pumps and valves to Houston. ${span}`;
  expect(unmarkedSentences([{ text, clauses: { Law: [span] } }])).toEqual([
    'The supplier delivers pumps and valves to Houston.',
  ]);
});
