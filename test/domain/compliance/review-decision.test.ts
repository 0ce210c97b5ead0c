import { gates } from '../../../config/gates.ts';
import { taxonomy } from '../../../config/taxonomy.ts';
import { decideReview } from '../../../lambda/domain/compliance/review-decision.ts';
import type { ComplianceFinding, SideResult } from '../../../lambda/domain/document/document.ts';
import { done, failed } from '../compare/tiny-run.ts';

const SKIPPED: SideResult = { side: 'llmops', status: 'skipped' };
const violated = (rule: string): ComplianceFinding => ({
  rule,
  outcome: 'violated',
  detail: 'sum is 4, total 5',
});
const result = (side: 'mlops' | 'llmops', category: string, confidence: number) =>
  done(side, category, confidence, {});
const sure = result('mlops', 'invoice', 0.95);
const agrees = result('llmops', 'invoice', 0.7);

/** As `choose-primary` decides: the classical side, or the other where it has no result. */
function decide(
  [mlops, llmops]: readonly [SideResult, SideResult],
  findings: readonly ComplianceFinding[] = [],
) {
  const results = { mlops, llmops };
  const primary = (['mlops', 'llmops'] as const).find((side) => results[side].status === 'done');
  const chosen = { primary: primary ?? null, reasons: [] };
  return decideReview({ results, chosen, findings, gates, taxonomy });
}

test('a person looks where neither side has a result', () => {
  const decision = decide([failed('mlops'), SKIPPED]);
  expect(decision).toMatchObject({ primary: null, status: 'awaiting-review' });
});

test('a person looks where the primary is less sure than the gate', () => {
  const unsure = result('mlops', 'invoice', gates.reviewConfidence - 0.01);
  expect(decide([unsure, SKIPPED]).status).toBe('awaiting-review');
  const atTheGate = result('mlops', 'invoice', gates.reviewConfidence);
  expect(decide([atTheGate, SKIPPED]).status).toBe('recorded');
});

test('a person looks where the sides disagree and the primary is not sure', () => {
  const other = result('llmops', 'receipt', 0.9);
  expect(decide([result('mlops', 'invoice', 0.7), other]).status).toBe('awaiting-review');
  expect(decide([result('mlops', 'invoice', 0.7), agrees]).status).toBe('recorded');
  expect(decide([sure, other]).status).toBe('recorded');
});

test('a person looks where a rule of severity review is violated, not where one of notes is', () => {
  const review = decide([sure, agrees], [violated('invoice-sums')]);
  expect(review.reasons).toEqual(['invoice-sums: sum is 4, total 5']);
  expect(review.status).toBe('awaiting-review');
  const note = decide([sure, agrees], [violated('certificate-has-expiry')]);
  expect(note.status).toBe('recorded');
});

test('a rule that the taxonomy does not know is reviewed', () => {
  expect(decide([sure, agrees], [violated('forgotten')]).status).toBe('awaiting-review');
});

test('a rule that is met or does not apply asks for nobody', () => {
  const met: ComplianceFinding = { ...violated('invoice-sums'), outcome: 'met' };
  expect(decide([sure, agrees], [met]).status).toBe('recorded');
});

test('a person looks where a value of the primary was read with less than the gate, and is told which', () => {
  const withField = (confidence: number) => {
    const one = result('mlops', 'invoice', 0.95);
    if (one.status !== 'done') throw new Error('a side that is done is needed');
    const fields = { total_amount: { value: '5.00', confidence, spans: [] } };
    return { ...one, extraction: { ...one.extraction, fields } };
  };
  const below = decide([withField(gates.fieldConfidence - 0.1), agrees]);
  expect([below.status, below.reasons]).toEqual([
    'awaiting-review',
    ['total_amount was read with confidence 0.20, below 0.30'],
  ]);
  expect(decide([withField(gates.fieldConfidence), agrees]).status).toBe('recorded');
});
