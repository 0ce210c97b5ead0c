import { taxonomy } from '../../../config/taxonomy.ts';
import { compareSides as compareSidesStep } from '../../../lambda/domain/compare/compare-sides.ts';
import { done, failed } from './tiny-run.ts';
import { inFlow } from '../../fixtures/in-flow.ts';

const compareSides = inFlow(compareSidesStep);

const compare = compareSides({ taxonomy, now: () => 0 });
const event = (results: readonly object[]) => ({ tenant: 't', documentId: 'd', results });
/** As the flow passes it: durations apart. */
const fromFlow = (...given: Parameters<typeof done>) => ({
  ...done(...given),
  durationsMs: [1, 2],
});

test('compares the category and each field that either side gives', async () => {
  const mlops = { total_amount: '5', document_date: '2024-01-02', issuer_name: 'Acme' };
  const llmops = { total_amount: '5.00', document_date: '2024-02-01', currency: 'EUR' };
  const results = [
    fromFlow('mlops', 'invoice', 0.9, mlops),
    fromFlow('llmops', 'receipt', 0.8, llmops),
  ];
  expect(await compare(event(results))).toEqual({
    sameCategory: false,
    fields: {
      currency: 'llmops-only',
      document_date: 'different',
      issuer_name: 'mlops-only',
      total_amount: 'same',
    },
    durationMs: 0,
  });
});

test('compares nothing where a side failed or was skipped', async () => {
  for (const llmops of [failed('llmops'), { side: 'llmops', status: 'skipped' }]) {
    const results = [fromFlow('mlops', 'invoice', 0.9, { currency: 'EUR' }), llmops];
    expect(await compare(event(results))).toMatchObject({ sameCategory: null, fields: {} });
  }
});

test('an empty value is no value', async () => {
  const results = [
    fromFlow('mlops', 'invoice', 0.9, { currency: '' }),
    fromFlow('llmops', 'invoice', 0.8, { currency: [] }),
  ];
  expect(await compare(event(results))).toMatchObject({ fields: {} });
});

test('refuses an event that holds a side twice', async () => {
  const twice = fromFlow('mlops', 'invoice', 0.9, {});
  await expect(compare(event([twice, twice]))).rejects.toThrow('at most once');
});
