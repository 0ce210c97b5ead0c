import { makeApi } from './area-harness.ts';

const LATEST = { tenant: 'acme', kind: 'comparison', id: 'latest' } as const;

test('the overview is the latest comparison', async () => {
  const api = makeApi();
  const comparison = { report: { documents: 3, reader: 'extractive' }, rows: [{ metric: 'x' }] };
  await api.ports.records.put(LATEST, comparison);
  expect(await (await api.app.request('/api/overview')).json()).toEqual(comparison);
  api.close();
});

test('before the first run the overview says what to run', async () => {
  const api = makeApi();
  const reply = await api.app.request('/api/overview');
  expect(reply.status).toBe(404);
  expect((await reply.json()).detail).toContain('npx strata run');
  api.close();
});

test('the settings name the reader, the sides, the environment and the tenant', async () => {
  const api = makeApi();
  expect(await (await api.app.request('/api/settings')).json()).toEqual({
    env: 'student',
    sides: { mlops: true, llmops: true },
    reader: 'extractive',
    tenant: 'acme',
  });
  api.close();
});
