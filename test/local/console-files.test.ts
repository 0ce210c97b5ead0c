import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { consoleFiles } from '../../local/console-files.ts';

const directory = mkdtempSync(join(tmpdir(), 'strata-files-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
const app = new Hono().use(consoleFiles(directory));

test('before the console is built a page says how to build it, and after it the console comes', async () => {
  const before = await app.request('/');
  expect(before.status).toBe(503);
  expect(await before.text()).toContain('npm run build:web');
  writeFileSync(join(directory, 'index.html'), '<h1>console</h1>');
  expect(await (await app.request('/')).text()).toBe('<h1>console</h1>');
});

test('a path that climbs out of the folder is not found', async () => {
  expect((await app.request('/..%2f..%2fetc%2fpasswd')).status).toBe(404);
});
