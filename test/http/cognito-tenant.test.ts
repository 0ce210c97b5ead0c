import { Hono } from 'hono';
import type { ApiEnv } from '../../lambda/http/area.ts';
import { signedInApi } from '../../lambda/http/cognito-tenant.ts';

const area = new Hono<ApiEnv>();
area.get('/tenant', (c) => c.text(c.var.tenant));
area.get('/roles', (c) => c.json(c.var.roles));

function asUser(claims: object, path = 'tenant') {
  const bindings = { requestContext: { authorizer: { claims } } };
  return signedInApi(area).request(`/api/${path}`, { headers: { 'x-tenant': 'globex' } }, bindings);
}

test('the tenant is that of the token, whatever else the request says', async () => {
  expect(await (await asUser({ 'custom:tenant': 'acme' })).text()).toBe('acme');
});

test.each([
  {},
  { 'custom:tenant': '' },
  { 'custom:tenant': 'acme#document' },
  { 'custom:tenant': 'acme/0a1b' },
  { 'custom:tenant': '..' },
  { 'custom:tenant': 'incoming' },
  { 'custom:tenant': 'Platform' },
  { 'custom:tenant': 'аcme' },
])('a token with %j is nobody here', async (claims) => {
  expect((await asUser(claims)).status).toBe(403);
});

test.each([
  [undefined, []],
  ['auditor', ['auditor']],
  ['[reader, operator]', ['reader', 'operator']],
  ['reader,approver', ['reader', 'approver']],
  [['reviewer', 'us-east-1_pool_Google'], ['reviewer']],
  ['operators,Administrator,ALL', []],
])('groups %j are the roles %j', async (groups, roles) => {
  const claims = { 'custom:tenant': 'acme', 'cognito:groups': groups };
  expect(await (await asUser(claims, 'roles')).json()).toEqual(roles);
});
