import { makeApi } from './area-harness.ts';
import { tinyRun } from '../domain/compare/tiny-run.ts';

const LATEST = { tenant: 'acme', kind: 'comparison', id: 'latest' } as const;
const OPERATOR = { 'x-user': 'ada', 'x-role': 'operator' };

type Api = ReturnType<typeof makeApi>;
const overview = async ({ app }: Api, tenant = 'acme') =>
  (await app.request('/api/overview', { headers: { 'x-tenant': tenant } })).json();

async function keepDocuments({ ports }: Api): Promise<readonly string[]> {
  // Both sides of the first document say x.
  const text = JSON.stringify(tinyRun().documents).replaceAll('"category":"x"', '"category":"nda"');
  const documents: ReturnType<typeof tinyRun>['documents'] = JSON.parse(text);
  const records = documents.map(({ record }) => ({ ...record, tenant: 'acme' }));
  for (const record of records) {
    await ports.records.put({ tenant: 'acme', kind: 'document', id: record.documentId }, record);
  }
  return records.filter(({ results }) => results).map(({ documentId }) => documentId);
}

test("a run's comparison stands", async () => {
  const api = makeApi();
  const comparison = { report: { documents: 3, reader: 'extractive' }, rows: [{ metric: 'x' }] };
  await api.ports.records.put(LATEST, comparison);
  await keepDocuments(api);
  expect(await overview(api)).toEqual(comparison);
  api.close();
});

test('without a run the documents as they are recorded are compared, of the own tenant only', async () => {
  const api = makeApi();
  const ids = await keepDocuments(api);
  const { report, rows } = await overview(api);
  expect(report.documents).toBe(ids.length);
  expect(report.agreement.documents).toBeGreaterThan(0);
  expect(report.sides.mlops.accuracy).toBeNull();
  expect(report.reasons['sides.mlops.accuracy']).toContain('nobody has labelled');
  expect(report.reasons['sides.llmops.hallucinationRate']).toContain('strata run');
  expect(rows.length).toBeGreaterThan(5);
  expect((await overview(api, 'other')).report.documents).toBe(0);
  api.close();
});

test("people's labels score both sides once the comparison is made again", async () => {
  let afterMs = 0;
  const api = makeApi({ afterMs: () => afterMs });
  const [id = ''] = await keepDocuments(api);
  expect((await overview(api)).report.sides.mlops.scored).toBe(0);
  const label = await put(api, `documents/${id}/label`, { category: 'nda', fields: {} });
  expect(label.status).toBe(200);
  expect((await overview(api)).report.sides.mlops.scored).toBe(0);
  afterMs = 120_000;
  const { report } = await overview(api);
  expect(report.sides.mlops).toMatchObject({ scored: 1, accuracy: 1 });
  api.close();
});

test('what the model in service learned from is no evidence', async () => {
  const api = makeApi();
  const [id = ''] = await keepDocuments(api);
  await put(api, `documents/${id}/label`, { category: 'invoice', fields: {} });
  const { ports } = api;
  const document = { documentId: id, category: 'invoice', fields: {}, fold: 0 };
  const manifest = { dataSet: 'd1', tenant: 'acme', seed: 1, categories: ['invoice'] };
  const bytes = (value: object) => new TextEncoder().encode(JSON.stringify(value));
  await ports.artefacts.put(
    'data-sets/d1/manifest.json',
    bytes({ ...manifest, documents: [document] }),
    'application/json',
  );
  const parts = { vectoriser: 0, trees: 0, companions: 0, calibration: 0, fields: 0 };
  const bundle = { version: 'm1', categories: ['invoice'], dataSet: 'd1', ...parts };
  await ports.models.register(bundle, { accuracy: 1, macroF1: 1, documents: 1, passed: true });
  await ports.models.approve('m1', 'ada');
  const { report } = await overview(api);
  expect(report.versions.model).toBe('m1');
  expect(report.sides.mlops.scored).toBe(0);
  api.close();
});

test('the settings name reader, sides, environment, tenant and primary side', async () => {
  const api = makeApi();
  expect(await (await api.app.request('/api/settings')).json()).toEqual({
    env: 'student',
    sides: { mlops: true, llmops: true },
    reader: 'extractive',
    tenant: 'acme',
    primary: 'mlops',
    user: 'local',
    roles: ['reviewer'],
    may: expect.arrayContaining(['POST /documents', 'GET /settings']),
  });
  api.close();
});

test('an operator turns the migration switch, with a reason, and the log says so', async () => {
  const api = makeApi();
  const turn = { primary: 'llmops', reason: 'Shadow weeks are over' };
  expect((await put(api, 'settings/primary-side', turn, OPERATOR)).status).toBe(200);
  expect((await (await api.app.request('/api/settings')).json()).primary).toBe('llmops');
  const { items } = await api.ports.records.list({ tenant: 'acme', kind: 'audit', limit: 10 });
  expect(items.map(({ value }) => value)).toMatchObject([
    { kind: 'switch', detail: { from: 'mlops', to: 'llmops', by: 'ada', reason: turn.reason } },
  ]);
  const other = await api.app.request('/api/settings', { headers: { 'x-tenant': 'other' } });
  expect((await other.json()).primary).toBe('mlops');
  api.close();
});

test.each([
  [{ primary: 'llmops', reason: 'because' }, {}, 403],
  [{ primary: 'neither', reason: 'because' }, OPERATOR, 400],
  [{ primary: 'llmops', reason: ' ' }, OPERATOR, 400],
])('turning the switch with %j as %j ends with %i and turns nothing', async (turn, who, status) => {
  const api = makeApi();
  expect((await put(api, 'settings/primary-side', turn, who)).status).toBe(status);
  expect((await (await api.app.request('/api/settings')).json()).primary).toBe('mlops');
  api.close();
});

function put({ app }: Api, path: string, body: object, headers: Record<string, string> = {}) {
  return app.request(`/api/${path}`, {
    method: 'PUT',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
}
