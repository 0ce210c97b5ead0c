import { connect } from 'node:net';
import { Hono } from 'hono';
import { makeApi } from '../http/area-harness.ts';
import { serveApp, type ServedApp } from '../../local/serve-app.ts';

let served: ServedApp | null = null;
afterEach(async () => {
  await served?.close();
  served = null;
});

test('a request that runs is answered although the server closes', async () => {
  let begun = (): void => undefined;
  const running = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const app = new Hono().get('/slow', async (c) => {
    begun();
    await new Promise((resolve) => setTimeout(resolve, 200));
    return c.text('done');
  });
  served = await serveApp(0, () => app.fetch);
  const reply = fetch(`http://127.0.0.1:${served.port}/slow`);
  await running;
  await served.close();
  expect(await (await reply).text()).toBe('done');
});

test('a request that never ends is cut off when the server closes', async () => {
  let begun = (): void => undefined;
  const running = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const app = new Hono().get('/never', () => {
    begun();
    return new Promise<Response>(() => undefined);
  });
  served = await serveApp(0, () => app.fetch, { closingMs: 100 });
  const reply = fetch(`http://127.0.0.1:${served.port}/never`).catch(() => 'cut off');
  await running;
  await served.close();
  expect(await reply).toBe('cut off');
});

test('a request that is sent too slowly is answered with 408', async () => {
  const app = new Hono().post('/', async (c) => c.text(await c.req.text()));
  served = await serveApp(0, () => app.fetch, { requestTimeoutMs: 200 });
  const head = 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n';
  expect(await sendRaw(served.port, `${head}five5`)).toMatch(/^HTTP\/1\.1 408/);
});

test('an upload without a length is refused as soon as it is over the limit', async () => {
  const api = makeApi({ maxBytes: 1_000 });
  served = await serveApp(0, () => api.app.fetch);
  const head =
    'POST /api/documents?name=a.txt HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n';
  // The last chunk, of length 0, is never sent: the reply does not wait for it.
  const reply = await sendRaw(served.port, `${head}7d0\r\n${'x'.repeat(2_000)}\r\n`);
  expect(reply).toMatch(/^HTTP\/1\.1 413/);
  expect(reply).toContain('at most 1000 bytes');
  api.close();
});

test('a taken port is passed over', async () => {
  const other = await serveApp(0, () => new Hono().fetch);
  served = await serveApp(other.port, () => new Hono().fetch);
  expect(served.port).toBeGreaterThan(other.port);
  await other.close();
});

/** Sends the text as it is and reads until the server ends the connection. */
async function sendRaw(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.on('error', () => undefined);
  socket.write(text);
  await new Promise((resolve) => socket.once('close', resolve));
  return Buffer.concat(chunks).toString('utf8');
}
