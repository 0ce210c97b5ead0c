import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import type { Browser } from 'playwright-core';
import type { ApiEnv } from '../../lambda/http/area.ts';
import { launchBrowser } from './browser.ts';
import { startFixtureServer } from './fixture-server.ts';

const CLAIMS = { email: 'ada@techcorp.example', sub: 'user-1' };
const ID_TOKEN = `header.${Buffer.from(JSON.stringify(CLAIMS)).toString('base64url')}.signature`;

/** Cognito's two end points on the console's own origin, and what they and the API were sent. */
function makeSignIn() {
  const seen = { challenge: '', tokenRequests: 0, authorizations: new Set<string | undefined>() };
  let origin = '';
  const extend = (app: Hono<ApiEnv>) => {
    app.get('/config.json', (c) => {
      origin = new URL(c.req.url).origin;
      return c.json({ domain: origin, clientId: 'client-1' });
    });
    app.get('/oauth2/authorize', (c) => {
      seen.challenge = c.req.query('code_challenge') ?? '';
      return c.html(`<a href="/?code=code-1&state=${c.req.query('state')}">Sign in</a>`);
    });
    app.post('/oauth2/token', async (c) => {
      seen.tokenRequests += 1;
      const form = new URLSearchParams(await c.req.text());
      const digest = createHash('sha256').update(form.get('code_verifier') ?? '');
      if (digest.digest('base64url') !== seen.challenge) return c.json({}, 400);
      return c.json({ id_token: ID_TOKEN, refresh_token: 'refresh-1', expires_in: 3_600 });
    });
    app.use('/api/*', async (c, next) => {
      seen.authorizations.add(c.req.header('authorization'));
      await next();
    });
  };
  return { seen, extend };
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('a deployed console signs in with PKCE, keeps the route and sends the ID token', async () => {
  const { seen, extend } = makeSignIn();
  const server = await startFixtureServer(extend);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${server.url}/#/documents`);
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByText('contract-000.pdf').waitFor();
  await page.getByRole('button', { name: CLAIMS.email }).waitFor();
  expect(page.url()).toBe(`${server.url}/#/documents`);
  expect([...seen.authorizations]).toEqual([ID_TOKEN]);
  expect(seen.tokenRequests).toBe(1);
  await context.close();
  await server.close();
});

test('a code that comes back with a forged state is not exchanged', async () => {
  const { seen, extend } = makeSignIn();
  const server = await startFixtureServer(extend);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${server.url}/?code=stolen&state=forged`);
  await page.getByRole('link', { name: 'Sign in' }).waitFor();
  expect(seen.tokenRequests).toBe(0);
  expect(seen.authorizations.size).toBe(0);
  await context.close();
  await server.close();
});
