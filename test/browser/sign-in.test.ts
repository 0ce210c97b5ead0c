import { createHash } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { startServer, type RunningServer } from './strata-command.ts';

const CLAIMS = { email: 'ada@techcorp.example', sub: 'user-1' };
const ID_TOKEN = `header.${Buffer.from(JSON.stringify(CLAIMS)).toString('base64url')}.signature`;

/**
 * Stands in for Cognito's two end points, on the console's own origin, and for the `config.json` of a
 * deployed console; notes what they and the real API were sent.
 */
async function standInForCognito(page: Page, origin: string) {
  const seen = { challenge: '', tokenRequests: 0, authorizations: new Set<string | undefined>() };
  await page.route('**/config.json', (route) =>
    route.fulfill({ json: { domain: origin, clientId: 'client-1' } }),
  );
  await page.route('**/oauth2/authorize?*', (route) => {
    const query = new URL(route.request().url()).searchParams;
    seen.challenge = query.get('code_challenge') ?? '';
    return route.fulfill({
      contentType: 'text/html',
      body: `<a href="/?code=code-1&state=${query.get('state')}">Sign in</a>`,
    });
  });
  await page.route('**/oauth2/token', (route) => {
    seen.tokenRequests += 1;
    const form = new URLSearchParams(route.request().postData() ?? '');
    const digest = createHash('sha256').update(form.get('code_verifier') ?? '');
    if (digest.digest('base64url') !== seen.challenge) return route.fulfill({ status: 400 });
    return route.fulfill({
      json: { id_token: ID_TOKEN, refresh_token: 'refresh-1', expires_in: 3_600 },
    });
  });
  page.on('request', (request) => {
    if (request.url().includes('/api/'))
      seen.authorizations.add(request.headers()['authorization']);
  });
  return seen;
}

let browser: Browser;
let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

test('a deployed console signs in with PKCE, keeps the route and sends the ID token', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const seen = await standInForCognito(page, server.url);
  await page.goto(`${server.url}/#/documents`);
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByText('doc-0001').waitFor();
  await page.getByRole('button', { name: CLAIMS.email }).waitFor();
  expect(page.url()).toBe(`${server.url}/#/documents`);
  expect([...seen.authorizations]).toEqual([ID_TOKEN]);
  expect(seen.tokenRequests).toBe(1);
  await context.close();
});

test('a code that comes back with a forged state is not exchanged', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const seen = await standInForCognito(page, server.url);
  await page.goto(`${server.url}/?code=stolen&state=forged`);
  await page.getByRole('link', { name: 'Sign in' }).waitFor();
  expect(seen.tokenRequests).toBe(0);
  expect(seen.authorizations.size).toBe(0);
  await context.close();
});
