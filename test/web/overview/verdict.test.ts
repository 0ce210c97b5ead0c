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

test('a run of one side has no verdicts', () => {
  const report = makeReport({ scored: 10 });
  expect(verdictsOf({ ...report, sides: { ...report.sides, llmops: null } })).toEqual([]);
});
