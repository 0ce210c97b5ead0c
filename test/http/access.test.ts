import { Hono } from 'hono';
import { checkRoutes } from '../../build/check-routes.ts';
import { ACCESS, isRoute, type Role, ROLES, type Route } from '../../lambda/access.ts';
import type { ApiEnv } from '../../lambda/http/area.ts';
import { ANSWER, makeApi } from './area-harness.ts';
import { prepareReleases } from './release-fixture.ts';
import { tinyRun } from '../domain/compare/tiny-run.ts';

/** What each role is for, said a second time: a change of the table is a change here. */
const MAY: Readonly<
  Record<Role, readonly ('read' | 'ask' | 'review' | 'operate' | 'check' | 'approve')[]>
> = {
  reader: ['read', 'ask'],
  reviewer: ['read', 'ask', 'review'],
  operator: ['read', 'ask', 'review', 'operate', 'check'],
  approver: ['read', 'ask', 'check', 'approve'],
  auditor: ['read', 'check'],
  administrator: ['read', 'ask', 'review', 'operate', 'check'],
};
const NEEDS: Readonly<Record<string, (typeof MAY)[Role][number]>> = {
  'POST /ask': 'ask',
  'POST /ask/stream': 'ask',
  'POST /documents': 'review',
  'POST /uploads': 'review',
  'GET /uploads/:id': 'review',
  'POST /documents/:id/run-again': 'review',
  'PUT /documents/:id/label': 'review',
  'DELETE /documents/:id': 'operate',
  'PUT /settings/primary-side': 'operate',
  'GET /releases/:side': 'check',
  'GET /releases/:side/:release': 'check',
  'GET /releases/:side/:release/diff/:from': 'check',
  'POST /releases/:side/:release/proposal': 'operate',
  'POST /releases/:side/:release/approval': 'approve',
  'POST /releases/:side/:release/rejection': 'approve',
  'POST /releases/:side/:release/promotion': 'operate',
  'POST /releases/:side/:release/rollback': 'operate',
};
const BODIES: Readonly<Record<string, object>> = {
  'POST /ask': { question: 'Which law governs?' },
  'POST /ask/stream': { question: 'Which law governs?' },
  'POST /uploads': { name: 'a.txt', bytes: 1 },
  'PUT /documents/:id/label': { category: 'invoice', fields: {} },
  'PUT /settings/primary-side': { primary: 'llmops', reason: 'shadow weeks are over' },
};
const QUERIES: Readonly<Record<string, string>> = {
  'DELETE /documents/:id': '?reason=asked%20for',
  'POST /documents': '?name=a.txt',
};
const ROUTES = Object.keys(ACCESS).filter(isRoute);
const TRIED = ROUTES.flatMap((route) => ROLES.map((role) => [route, role] as const));

let api: ReturnType<typeof makeApi>;
beforeEach(async () => {
  api = makeApi();
  const [first] = tinyRun().documents;
  const record = { ...first?.record, tenant: 'acme', documentId: 'd1', name: 'a.pdf' };
  await api.ports.records.put({ tenant: 'acme', kind: 'document', id: 'd1' }, record);
  const text = { tenant: 'acme', documentId: 'd1', name: 'text' } as const;
  const page = {
    text: 'A',
    pages: 1,
    method: 'text',
    mediaType: 'text/plain',
    ocrConfidence: null,
  };
  await api.ports.documents.put(text, new TextEncoder().encode(JSON.stringify(page)), 'x');
  const upload = { tenant: 'acme', kind: 'upload', id: 'd1' } as const;
  await api.ports.records.put(upload, { status: 'received', documentId: 'd1' });
  const key = { tenant: 'acme', kind: 'interaction', id: 'd9' } as const;
  await api.ports.records.put(key, { ...ANSWER, askedBy: 'ann' });
});
afterEach(() => api.close());

async function send(route: Route, role: string, tenant = 'acme') {
  const [method = '', pattern = ''] = route.split(' ');
  const id = route === 'GET /explanations/:id' ? 'd9' : 'd1';
  const isRelease = pattern.startsWith('/releases/');
  const body = isRelease ? { why: 'for a test' } : BODIES[route];
  const release = isRelease ? await prepareReleases(api.ports, route) : '';
  const path = pattern
    .replace(':side', 'llmops')
    .replace(':release', release)
    .replace(':from', 'live')
    .replace(':id', id);
  return api.app.request(`/api${path}${QUERIES[route] ?? ''}`, {
    method,
    headers: { 'x-user': 'ann', 'x-role': role, 'x-tenant': tenant },
    ...(method === 'GET' || method === 'DELETE' ? {} : { body: body ? JSON.stringify(body) : 'A' }),
  });
}

test.each(
  TRIED,
)('%s as %s: the table decides, and the API does as it says', async (route, role) => {
  const { status } = await send(route, role);
  const may = MAY[role].includes(NEEDS[route] ?? 'read');
  expect([may, status < 300, status]).toEqual(may ? [true, true, status] : [false, false, 403]);
});

test.each(ROUTES)('%s is refused to who has no role, or one that nobody knows', async (route) => {
  expect((await send(route, '')).status).toBe(403);
  expect((await send(route, 'operators,root')).status).toBe(403);
});

test.each(TRIED)('%s as %s of another tenant shows nothing of this one', async (route, role) => {
  const reply = await send(route, role, 'other');
  const shown = await reply.text();
  expect([shown.includes('a.pdf'), reply.status === 200 && route.includes(':id')]).toEqual([
    false,
    false,
  ]);
  const kept = await api.ports.records.get({ tenant: 'acme', kind: 'document', id: 'd1' });
  expect(kept).toMatchObject({ name: 'a.pdf' });
});

test('a refusal names the roles that may, and what to do', async () => {
  const problem = await (await send('DELETE /documents/:id', 'auditor')).json();
  expect(problem.detail).toBe(
    'DELETE /documents/:id is for operator, administrator; this person has auditor: an ' +
      'administrator of the user pool adds them to a group of that name',
  );
});

test('HEAD is held to what GET is', async () => {
  const head = (role: string) =>
    api.app.request('/api/documents', { method: 'HEAD', headers: { 'x-role': role } });
  expect([(await head('reader')).status, (await head('none')).status]).toEqual([200, 403]);
});

test('the build fails for a route without a row', () => {
  const planted = new Hono<ApiEnv>().get('/secrets', (c) => c.text(''));
  const routes = [{ path: 'secrets', methods: ['GET'] }];
  const check = () => checkRoutes([{ name: 'planted-api', routes, onPorts: () => planted }]);
  expect(check).toThrow('GET /secrets of planted-api must have a row in lambda/access.ts');
});

test('the build fails for a route that API Gateway does not have', () => {
  const planted = new Hono<ApiEnv>().delete('/documents/:id', (c) => c.text(''));
  const routes = [{ path: 'documents/{proxy+}', methods: ['GET'] }];
  const check = () => checkRoutes([{ name: 'planted-api', routes, onPorts: () => planted }]);
  expect(check).toThrow('DELETE /documents/:id must be among the routes that planted-api declares');
});

test('the build fails for a row that no area serves', () => {
  expect(() => checkRoutes([])).toThrow('GET /settings in lambda/access.ts must be a route');
});
