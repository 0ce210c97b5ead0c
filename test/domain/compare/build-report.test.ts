import { buildReport } from '../../../lambda/domain/compare/build-report.ts';
import { measured, tinyRun } from './tiny-run.ts';

const report = buildReport(tinyRun());

test('counts the documents that were read, and scores those that no side learned from', () => {
  expect([report.documents, report.sides.mlops?.scored]).toEqual([4, 3]);
});

test('computes the accuracy of each side by hand: 2 of 3; a failed document is wrong', () => {
  expect(report.sides.mlops?.accuracy).toBeCloseTo(2 / 3);
  expect(report.sides.llmops?.accuracy).toBeCloseTo(2 / 3);
  expect(report.sides.llmops?.failed).toBe(1);
});

test('computes macro F1 by hand: x and y are each right once of three', () => {
  expect(report.sides.mlops?.macroF1).toBeCloseTo((2 / 3 + 2 / 3) / 2);
});

test('counts the confusion by label, then by prediction', () => {
  expect(report.sides.mlops?.confusion).toEqual({ x: { x: 1, y: 1 }, y: { y: 1 } });
  expect(report.sides.llmops?.confusion).toEqual({ x: { x: 2 }, y: { '(none)': 1 } });
});

test('takes field accuracy over gold values, and counts values where gold has none as spurious', () => {
  expect(report.sides.mlops?.fieldAccuracy).toEqual({
    overall: 0.5,
    byField: { total: 0.5, unused: null },
    spurious: 1,
  });
});

test('sends to review what is below the gate, and what a side could not finish', () => {
  expect(report.sides.mlops?.reviewRate).toBeCloseTo(1 / 3);
  expect(report.sides.llmops?.reviewRate).toBeCloseTo(2 / 3);
});

test('interpolates latency percentiles', () => {
  expect(report.sides.mlops?.latencyMs.p50).toBe(20);
  expect(report.sides.mlops?.latencyMs.p95).toBeCloseTo(38);
});

test('gives no latency of a language model where none ran', () => {
  expect(report.sides.llmops?.latencyMs).toEqual({ p50: null, p95: null });
  expect(report.reasons['sides.llmops.latencyMs.p50']).toContain('no language model ran');
});

test('gives the latency of a language model that ran', () => {
  const run = buildReport(tinyRun({ reader: 'some-model' }));
  expect(run.sides.llmops?.latencyMs.p50).toBe(10);
});

test('compares the sides on documents that both finished', () => {
  expect(report.agreement).toEqual({
    documents: 2,
    category: 0.5,
    fields: { total: 0.5, unused: null },
  });
});

test('separates recall with what was learned from recall without', () => {
  expect(report.sides.llmops?.retrieval).toEqual({
    recallAt5: 1,
    recallAt5Untuned: 0.5,
    questions: 2,
  });
});

test('counts answers that state what the cited chunks lack', () => {
  expect(report.sides.llmops?.hallucinationRate).toBe(0.5);
});

test('scores answers beside their gold, by kind of question', () => {
  const gold = { kind: 'unanswerable', answer: null, evidence: [], answerable: false };
  const [first, second] = tinyRun().answers;
  if (!first || !second) throw new Error('the tiny run must have two answers');
  const refused = { ...second.answer, status: 'no-answer' as const, text: '' };
  const answers = [first, second, { ...second, gold, answer: refused }];
  const { llmops } = buildReport(tinyRun({ answers })).sides;
  expect(llmops?.answerQuality).toMatchObject({
    scored: 3,
    right: 2 / 3,
    factuality: 0.5,
    refusal: 1,
    falseRefusal: 0,
    byKind: { numeric: { questions: 2, right: 0.5 }, unanswerable: { questions: 1, right: 1 } },
  });
});

test('counts answers to questions that cannot be answered', () => {
  const [first, second] = tinyRun().answers;
  if (!first || !second) throw new Error('the tiny run must have two answers');
  const gold = { kind: 'unanswerable', answer: null, evidence: [], answerable: false };
  const answers = [first, { ...second, gold }];
  expect(buildReport(tinyRun({ answers })).sides.llmops?.answers).toMatchObject({
    asked: 2,
    answered: 2,
    answeredUnanswerable: 1,
  });
});

test('counts the rejected documents by reason', () => {
  expect(report.rejected.byReason).toEqual({ corrupt: 1 });
});

test('gives a reason for every null', () => {
  const bare = tinyRun({ answers: [], retrieval: [], documents: [measured('a', null, undefined)] });
  for (const one of [report, buildReport(bare), buildReport(tinyRun({ sides: ['llmops'] }))]) {
    const missing = nullPaths(one).filter((path) => one.reasons[path] === undefined);
    expect(missing).toEqual([]);
    expect(Object.values(one.reasons)).not.toContain('not measured');
  }
});

test('makes quality null, not zero, where the corpus has no labels', () => {
  const documents = tinyRun().documents.map((document) => ({ ...document, gold: null }));
  const { sides, reasons } = buildReport(tinyRun({ documents }));
  expect(sides.mlops).toMatchObject({ scored: 0, accuracy: null, macroF1: null, confusion: null });
  expect(reasons['sides.mlops.accuracy']).toContain('no labels');
});

test('makes a side that was left out null, and the agreement with it', () => {
  const { sides, agreement, reasons } = buildReport(tinyRun({ sides: ['mlops'] }));
  expect([sides.llmops, agreement]).toEqual([null, null]);
  expect(reasons['sides.llmops']).toContain('left out');
});

test('is the same for the same measurement', () => {
  expect(buildReport(tinyRun())).toEqual(report);
});

function nullPaths(value: unknown, path = ''): string[] {
  if (value === null) {
    return [path];
  }
  if (typeof value !== 'object') {
    return [];
  }
  return Object.entries(value ?? {}).flatMap(([key, inner]) =>
    nullPaths(inner, path === '' ? key : `${path}.${key}`),
  );
}
