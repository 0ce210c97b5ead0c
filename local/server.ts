import { createServer } from 'node:net';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { ApiEnv } from '../lambda/http/area.ts';
import { askArea } from '../lambda/http/ask.ts';
import { consoleHeaders } from '../lambda/http/console-headers.ts';
import { documentsArea } from '../lambda/http/documents.ts';
import { overviewArea } from '../lambda/http/overview.ts';
import { UnavailableError } from '../lambda/errors.ts';
import { openLatestRun } from './latest-run.ts';
import type { ReaderChoice } from './reader.ts';
import type { Program } from './settings.ts';

const LOOPBACK = '127.0.0.1';
const PORTS_TO_TRY = 50;

export interface Server {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves the console and the API of the latest run, on the loopback interface only, at the first
 * free port from `firstPort`. The same hono areas run behind API Gateway on AWS.
 * @throws NotFoundError when there was no run yet
 */
export async function startServer(options: {
  readonly program: Program;
  readonly stateDirectory: string;
  readonly firstPort: number;
  readonly reader: ReaderChoice;
}): Promise<Server> {
  const run = await openLatestRun(options);
  const app = new Hono<ApiEnv>();
  const port = await freePort(options.firstPort);
  app.use(async (c, next) => {
    // A page of another origin must not reach the API through a rebound name or a form.
    const own = [`localhost:${port}`, `${LOOPBACK}:${port}`];
    const origin = c.req.header('origin');
    if (!own.includes(c.req.header('host') ?? '')) return c.text('unknown host', 421);
    if (origin !== undefined && !own.includes(origin.replace('http://', ''))) {
      return c.text('unknown origin', 403);
    }
    c.set('tenant', run.tenant);
    return next();
  });
  const sides = { mlops: run.sides.includes('mlops'), llmops: run.sides.includes('llmops') };
  const ports = { ...run.ports, ...run.flows, settings: { env: 'laptop', sides } };
  app.route('/api', documentsArea(ports));
  app.route('/api', askArea(ports));
  app.route('/api', overviewArea(ports));
  // Before the headers: the report's script stands in the page, which the policy forbids.
  app.get('/report.html', async (c) => c.html(await readFile(run.reportPath, 'utf8')));
  app.use(consoleHeaders());
  const web = join(options.program.root, 'dist', 'web');
  app.use(serveStatic({ root: relative(process.cwd(), web) }));
  const server = serve({ fetch: app.fetch, port, hostname: LOOPBACK });
  return {
    url: `http://localhost:${port}`,
    async close() {
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await run.close();
    },
  };
}

async function freePort(first: number): Promise<number> {
  for (let port = first; port < first + PORTS_TO_TRY; port += 1) {
    if (await isFree(port)) return port;
  }
  throw new UnavailableError(
    `a port from ${first} to ${first + PORTS_TO_TRY - 1} must be free on ${LOOPBACK}, none is; ` +
      'stop another server or pass --port to strata serve',
    0,
  );
}

async function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, LOOPBACK, () => probe.close(() => resolve(true)));
  });
}
