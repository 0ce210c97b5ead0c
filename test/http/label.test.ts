import { done } from '../domain/compare/tiny-run.ts';
import { makeApi } from './area-harness.ts';

const DOCUMENT = { tenant: 'acme', kind: 'document', id: 'd1' } as const;
const SAID = { category: 'invoice', fields: { total_amount: '12.00' } };

async function withDocument(results?: object) {
  const api = makeApi();
  await api.ports.records.put(DOCUMENT, {
    tenant: 'acme',
    documentId: 'd1',
    name: 'a.pdf',
    receivedAt: '2026-11-01T00:00:00.000Z',
    status: 'awaiting-review',
    ...results,
  });
  const label = (body: object, tenant = 'acme') =>
    api.app.request('/api/documents/d1/label', {
      method: 'PUT',
      body: JSON.stringify(body),
      headers: { 'x-tenant': tenant, 'x-user': 'ada', 'content-type': 'application/json' },
    });
  const audit = async () =>
    (await api.ports.records.list({ tenant: 'acme', kind: 'audit', limit: 10 })).items;
  return { ...api, label, audit };
}
const READ = {
  results: { mlops: done('mlops', 'nda', 0.4, {}), llmops: done('llmops', 'invoice', 0.5, {}) },
};

test('a label is kept with who gave it, ends the wait for review, and is noted once', async () => {
  const api = await withDocument(READ);
  expect((await api.label(SAID)).status).toBe(200);
  expect((await api.label(SAID)).status).toBe(200);
  const shown = await (await api.app.request('/api/documents/d1/label')).json();
  expect(shown.label).toMatchObject({ ...SAID, documentId: 'd1', by: 'ada' });
  expect(shown.categories).toContain('invoice');
  expect((await (await api.app.request('/api/documents/d1')).json()).status).toBe('recorded');
  const entries = await api.audit();
  expect(entries).toHaveLength(1);
  expect(entries[0]?.value).toMatchObject({ kind: 'label', detail: { by: 'ada', before: null } });
  api.close();
});

test.each([
  [{ category: 'poem', fields: {} }, 400],
  [{ category: 'invoice', fields: { colour: 'red' } }, 400],
  [{ category: 'invoice' }, 400],
])('%j is no label', async (body, status) => {
  const api = await withDocument(READ);
  expect((await api.label(body)).status).toBe(status);
  expect(await api.audit()).toHaveLength(0);
  api.close();
});

test('a document that was not read, or is another tenant’s, cannot be labelled', async () => {
  const api = await withDocument();
  expect((await api.label(SAID)).status).toBe(404);
  expect((await api.label(SAID, 'other')).status).toBe(404);
  api.close();
});
