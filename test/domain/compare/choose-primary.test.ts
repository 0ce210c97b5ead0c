import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PRIMARY_SIDE_SWITCH } from '../../../lambda/domain/compare/primary-side.ts';
import { choosePrimary as choosePrimaryStep } from '../../../lambda/domain/compare/choose-primary.ts';
import { sqliteRecords } from '../../../local/adapters/records.ts';
import { done, failed } from './tiny-run.ts';
import { inFlow } from '../../fixtures/in-flow.ts';

const choosePrimary = inFlow(choosePrimaryStep);

const directory = mkdtempSync(join(tmpdir(), 'strata-choose-'));
const records = sqliteRecords({ directory });
const choose = choosePrimary({ records });
afterAll(() => {
  records.close();
  rmSync(directory, { recursive: true, force: true });
});

const SKIPPED = { side: 'llmops', status: 'skipped' } as const;
const fromFlow = (side: 'mlops' | 'llmops', category: string, confidence: number) => ({
  ...done(side, category, confidence, {}),
  durationsMs: [1],
});

function decide(results: readonly object[], tenant = 't') {
  return choose({ tenant, documentId: 'd', results });
}

const sure = fromFlow('mlops', 'invoice', 0.95);
const agrees = fromFlow('llmops', 'invoice', 0.7);

test('the classical side is primary until the switch says otherwise', async () => {
  const decision = await decide([sure, agrees]);
  expect(decision).toMatchObject({ primary: 'mlops', reasons: [] });
});

test('the migration switch of the tenant names the primary side', async () => {
  const key = { tenant: 'moved', kind: 'switch', id: PRIMARY_SIDE_SWITCH } as const;
  await records.put(key, { primary: 'llmops' });
  expect((await decide([sure, agrees], 'moved')).primary).toBe('llmops');
  expect((await decide([sure, agrees], 'other')).primary).toBe('mlops');
});

test('a switch of another shape is an error, not a default', async () => {
  const key = { tenant: 'broken', kind: 'switch', id: PRIMARY_SIDE_SWITCH } as const;
  await records.put(key, { primary: 'both' });
  await expect(decide([sure, agrees], 'broken')).rejects.toThrow();
});

test('the other side stands in where the primary failed, and the decision says so', async () => {
  const decision = await decide([failed('mlops'), agrees]);
  expect(decision).toMatchObject({ primary: 'llmops' });
  expect(decision.reasons).toEqual(['mlops failed: llmops stands in']);
});

test('no side is primary where neither has a result', async () => {
  const decision = await decide([failed('mlops'), SKIPPED]);
  expect(decision).toMatchObject({ primary: null, reasons: ['neither side has a result'] });
});
