import type { Report } from '../../../lambda/domain/compare/report-schema.ts';
import { summarise, verdictsOf } from '../../../web/overview/verdict.ts';
import { makeReport } from './make-report.ts';

function verdict(report: Report, topic: string) {
  return verdictsOf(report).find((one) => one.topic === topic);
}

test('a difference that chance explains is too close to call', () => {
  const report = makeReport({ scored: 12, accuracy: [0.33, 0.5] });
  expect(verdict(report, 'naming categories')).toMatchObject({
    better: null,
    why: '17.0 points apart: too close to call on 12 documents',
  });
});

test('the same difference on many documents speaks for the better side', () => {
  const report = makeReport({ scored: 1_000, accuracy: [0.33, 0.5] });
  expect(verdict(report, 'naming categories')?.better).toBe('llmops');
});

test('less left to people is better', () => {
  const report = makeReport({ scored: 1_000, reviewRate: [0.1, 0.3] });
  expect(verdict(report, 'leaving little to people')?.better).toBe('mlops');
});

test('the dearer side is named with the factor', () => {
  const report = makeReport({ scored: 10, costs: [0.001, 0.03] });
  expect(verdict(report, 'cost')).toMatchObject({ better: 'mlops', why: 'LLMOps: 30 × as much' });
});

test('what was not measured on both sides is no verdict and not in the summary', () => {
  const report = makeReport({ scored: 10, accuracy: [null, 0.5] });
  expect(verdict(report, 'naming categories')).toMatchObject({ better: null });
  expect(summarise(verdictsOf(report)).join(' ')).not.toContain('naming categories');
});

const DECIDED_BY_MODEL = [
  'naming categories',
  'reading fields',
  'leaving little to people',
  'giving no false values',
];

test.each(DECIDED_BY_MODEL)('where the reader is extractive no side is ahead in %s', (topic) => {
  const report = makeReport({
    scored: 1_000,
    accuracy: [0.33, 0.9],
    reviewRate: [0.1, 0.9],
    reader: 'extractive',
  });
  expect(verdict(report, topic)).toMatchObject({ better: null, needsModel: true });
});

test('where the reader is extractive the summary says what needs a language model', () => {
  const report = makeReport({ scored: 1_000, accuracy: [0.9, 0.33], reader: 'extractive' });
  expect(summarise(verdictsOf(report)).at(-1)).toBe(
    'A comparison in naming categories, reading fields, leaving little to people and giving no false values needs a language model.',
  );
});

test('where the reader is extractive the summary names no side that is ahead in quality', () => {
  const report = makeReport({ scored: 1_000, accuracy: [0.9, 0.33], reader: 'extractive' });
  const ahead = summarise(verdictsOf(report)).filter((one) => /ahead|No clear/.test(one));
  expect(ahead.join(' ')).not.toMatch(new RegExp(DECIDED_BY_MODEL.join('|')));
});

test.each([
  ['classical', [0, 100]],
  ['generative', [100, 0]],
] as const)('where the %s side finished nothing neither is ahead in anything', (_, finished) => {
  const report = makeReport({ scored: 100, accuracy: [0, 0.9], costs: [0.001, 0.03], finished });
  expect(verdictsOf(report).map(({ better }) => better)).toEqual([null, null, null, null, null]);
  expect(summarise(verdictsOf(report))).toEqual([]);
});

test('a run of one side has no verdicts', () => {
  const report = makeReport({ scored: 10 });
  expect(verdictsOf({ ...report, sides: { ...report.sides, llmops: null } })).toEqual([]);
});
