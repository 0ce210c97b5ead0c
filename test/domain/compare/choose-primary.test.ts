import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gates } from '../../../config/gates.ts';
import { taxonomy } from '../../../config/taxonomy.ts';
import { PRIMARY_SIDE_SWITCH } from '../../../lambda/domain/compare/choose-primary.ts';
import type { PrimaryDecision } from '../../../lambda/domain/document/document.ts';
import { choosePrimary } from '../../../lambda/handlers/choose-primary.ts';
import { sqliteRecords } from '../../../local/adapters/records.ts';
import { done, failed } from './tiny-run.ts';

const directory = mkdtempSync(join(tmpdir(), 'strata-choose-'));
const records = sqliteRecords({ directory });
const choose = choosePrimary({ records, gates, taxonomy, now: () => 0 });
afterAll(() => {
  records.close();
  rmSync(directory, { recursive: true, force: true });
});

const SKIPPED = { side: 'llmops', status: 'skipped' } as const;
const violated = (rule: string) => ({ rule, outcome: 'violated', detail: 'sum is 4, total 5' });
const fromFlow = (side: 'mlops' | 'llmops', category: string, confidence: number) => ({
  ...done(side, category, confidence, {}),
  durationsMs: [1],
});

function decide(
  results: readonly object[],
  compliance: readonly object[] = [],
  tenant = 't',
): Promise<PrimaryDecision> {
  return choose({ tenant, documentId: 'd', results, compliance });
}

const sure = fromFlow('mlops', 'invoice', 0.95);
const agrees = fromFlow('llmops', 'invoice', 0.7);

test('the classical side is primary until the switch says otherwise', async () => {
  const decision = await decide([sure, agrees]);
  expect(decision).toMatchObject({ primary: 'mlops', status: 'recorded', reasons: [] });
});

test('the migration switch of the tenant names the primary side', async () => {
  const key = { tenant: 'moved', kind: 'switch', id: PRIMARY_SIDE_SWITCH } as const;
  await records.put(key, { primary: 'llmops' });
  expect((await decide([sure, agrees], [], 'moved')).primary).toBe('llmops');
  expect((await decide([sure, agrees], [], 'other')).primary).toBe('mlops');
});

test('a switch of another shape is an error, not a default', async () => {
  const key = { tenant: 'broken', kind: 'switch', id: PRIMARY_SIDE_SWITCH } as const;
  await records.put(key, { primary: 'both' });
  await expect(decide([sure, agrees], [], 'broken')).rejects.toThrow();
});

test('the other side stands in where the primary failed, and the decision says so', async () => {
  const decision = await decide([failed('mlops'), agrees]);
  expect(decision).toMatchObject({ primary: 'llmops', status: 'recorded' });
  expect(decision.reasons).toEqual(['mlops failed: llmops stands in']);
});

test('a person looks where neither side has a result', async () => {
  const decision = await decide([failed('mlops'), SKIPPED]);
  expect(decision).toMatchObject({ primary: null, status: 'awaiting-review' });
});

test('a person looks where the primary is less sure than the gate', async () => {
  const unsure = fromFlow('mlops', 'invoice', gates.reviewConfidence - 0.01);
  expect((await decide([unsure, SKIPPED])).status).toBe('awaiting-review');
  const atTheGate = fromFlow('mlops', 'invoice', gates.reviewConfidence);
  expect((await decide([atTheGate, SKIPPED])).status).toBe('recorded');
});

test('a person looks where the sides disagree and the primary is not sure', async () => {
  const other = fromFlow('llmops', 'receipt', 0.9);
  expect((await decide([fromFlow('mlops', 'invoice', 0.7), other])).status).toBe('awaiting-review');
  expect((await decide([fromFlow('mlops', 'invoice', 0.7), agrees])).status).toBe('recorded');
  expect((await decide([sure, other])).status).toBe('recorded');
});

test('a person looks where a rule of severity review is violated, not where one of notes is', async () => {
  const review = await decide([sure, agrees], [violated('invoice-sums')]);
  expect(review.reasons).toEqual(['invoice-sums: sum is 4, total 5']);
  expect(review.status).toBe('awaiting-review');
  const note = await decide([sure, agrees], [violated('certificate-has-expiry')]);
  expect(note.status).toBe('recorded');
});

test('a rule that the taxonomy does not know is reviewed', async () => {
  expect((await decide([sure, agrees], [violated('forgotten')])).status).toBe('awaiting-review');
});

test('a rule that is met or does not apply asks for nobody', async () => {
  const met = { ...violated('invoice-sums'), outcome: 'met' };
  expect((await decide([sure, agrees], [met])).status).toBe('recorded');
});
