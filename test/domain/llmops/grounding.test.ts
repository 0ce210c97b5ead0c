import { groundingOf, unsupportedFacts } from '../../../lambda/domain/llmops/judge/grounding.ts';

const SOURCE = 'Fabrikam Inc. pays EUR 1,190.00 within 30 days of March 5, 2024.';

test.each([
  ['a number', 'It pays 45 days later.', ['45']],
  ['a date', 'It pays on March 6, 2024.', ['2024-03-06']],
  ['a name', 'It is paid by Contoso.', ['Contoso']],
])('%s that the source lacks is unsupported', (_, answer, missing) => {
  expect(unsupportedFacts(answer, SOURCE)).toEqual(missing);
});

test.each([
  ['the same date in ISO form', 'Counted from 2024-03-05.'],
  ['a number with other separators', 'The sum is 1190.00.'],
  ['a name of the source', 'The payer is Fabrikam.'],
])('%s is supported', (_, answer) => {
  expect(unsupportedFacts(answer, SOURCE)).toEqual([]);
});

test('grounding is the share of content words by stem', () => {
  expect(groundingOf('Fabrikam paying penguins', SOURCE)).toBeCloseTo(2 / 3);
});
