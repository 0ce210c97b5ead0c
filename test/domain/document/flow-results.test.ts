import { flowResultsSchema, resultsBySide } from '../../../lambda/domain/document/document.ts';

const done = {
  side: 'mlops',
  status: 'done',
  classification: {
    category: 'invoice',
    confidence: 0.9,
    alternatives: [],
    model: 'm1',
    durationMs: 2,
  },
  extraction: { fields: {}, model: 'm1', durationMs: 3 },
  durationsMs: [1, 2, 3],
};

test("a side's duration is the sum of its steps", () => {
  const { mlops } = resultsBySide(flowResultsSchema().parse([done]));
  expect(mlops).toMatchObject({ status: 'done', durationMs: 6 });
});

test('a side that the flow did not run was skipped', () => {
  const { llmops } = resultsBySide(flowResultsSchema().parse([done]));
  expect(llmops).toEqual({ side: 'llmops', status: 'skipped' });
});

test('a confidence above 1 is refused', () => {
  const classification = { ...done.classification, confidence: 1.1 };
  expect(flowResultsSchema().safeParse([{ ...done, classification }]).success).toBe(false);
});
