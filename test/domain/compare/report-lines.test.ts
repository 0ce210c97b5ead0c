import { buildReport } from '../../../lambda/domain/compare/build-report.ts';
import {
  jsonLines,
  predictionLines,
  retrievalLines,
} from '../../../lambda/domain/compare/report-lines.ts';
import { sideBySide } from '../../../lambda/domain/compare/side-by-side.ts';
import { failed, retrieved, tinyRun } from './tiny-run.ts';

const cells = (run = tinyRun()) =>
  Object.fromEntries(sideBySide(buildReport(run)).map((row) => [row.metric, row]));

test('writes a line a counted document and side, with these keys', () => {
  const lines = predictionLines(tinyRun());
  expect(lines.map(({ id, side }) => `${id} ${side}`)).toEqual([
    'a mlops',
    'a llmops',
    'b mlops',
    'b llmops',
    'scan mlops',
    'scan llmops',
  ]);
  expect(lines[0]).toEqual({
    id: 'a',
    side: 'mlops',
    category: 'x',
    confidence: 0.9,
    fields: { total: '5' },
    latencyMs: 10,
  });
});

test('writes nulls where a side failed, and no latency of a reader that is no language model', () => {
  const lines = predictionLines(tinyRun());
  expect(lines[5]).toMatchObject({ category: null, confidence: null, fields: {}, latencyMs: null });
  expect(lines[1]?.latencyMs).toBeNull();
});

test('writes at most five ranges a question, tuned where something was learned', () => {
  const six = Array.from({ length: 6 }, (_, at) => [at, at + 9] as const);
  const retrieval = [retrieved([], six), retrieved([], six, [[1, 2]])];
  const [untuned, tuned] = retrievalLines(tinyRun({ retrieval }));
  expect(untuned).toEqual({ id: 'a/Law', document: 'a', chunks: six.slice(0, 5), hit: false });
  expect(tuned?.chunks).toEqual([[1, 2]]);
});

test('ends every line, also the last one', () => {
  expect(jsonLines([{ a: 1 }, { b: 2 }])).toBe('{"a":1}\n{"b":2}\n');
});

test('names the reader in every cell that depends on it, and says that it is no language model', () => {
  const { accuracy, 'retrieval.recallAt5': recall } = cells();
  expect(accuracy?.llmops.note).toBe('needs a language model, extractive reader, not an LLM');
  expect([accuracy?.mlops.note, recall?.llmops.note]).toEqual(['', '']);
  expect(cells(tinyRun({ reader: 'some-model' }))['accuracy']?.llmops.note).toBe('some-model');
});

test('marks what a language model decides where the extractive reader read, and nothing else', () => {
  const marked = (run = tinyRun()) =>
    Object.values(cells(run)).flatMap((row) => (row.llmops.needsModel ? [row.metric] : []));
  expect(marked()).toEqual([
    'accuracy',
    'macroF1',
    'fieldAccuracy.overall',
    'fieldAccuracy.spurious',
    'reviewRate',
    'calibrationError',
    'answerQuality.right',
    'answerQuality.f1',
    'hallucinationRate',
  ]);
  expect(marked(tinyRun({ reader: 'some-model' }))).toEqual([]);
});

test('says in the report which figures need a language model', () => {
  const { reasons } = buildReport(tinyRun());
  expect(reasons['sides.llmops.accuracy']).toContain('needs a language model');
  expect(reasons['sides.mlops.accuracy']).toBeUndefined();
  const other = buildReport(tinyRun({ reader: 'some-model' })).reasons;
  expect(Object.values(other).join()).not.toContain('needs a language model');
});

test('says of a side that finished no document that it did not', () => {
  const documents = tinyRun().documents.map((one) => ({
    ...one,
    record: { ...one.record, results: { mlops: failed('mlops'), llmops: failed('llmops') } },
  }));
  const { reviewRate } = cells(tinyRun({ documents }));
  expect(reviewRate?.mlops.note).toBe('the side finished no document');
});

test('marks costs as projected, with the model, and as a lower bound where a price is unknown', () => {
  const { costUsdPerDocument: cost } = cells();
  expect(cost?.mlops).toMatchObject({ atLeast: true, note: expect.stringContaining('projected') });
  expect(cost?.llmops.note).toContain('claude-haiku');
});

test('says why a cell is empty', () => {
  const { 'latencyMs.p50': latency, hallucinationRate: rate } = cells();
  expect(latency?.llmops).toMatchObject({
    value: null,
    note: expect.stringContaining('no language'),
  });
  expect(rate?.mlops.note).toContain('answers no questions');
  expect(cells(tinyRun({ sides: ['llmops'] }))['accuracy']?.mlops.note).toContain('left out');
});
