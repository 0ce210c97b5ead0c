import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { declaredSteps } from '#steps';
import { Hono, type MiddlewareHandler } from 'hono';
import { type Role, ROLES } from '../lambda/access.ts';
import type { ApiEnv } from '../lambda/http/area.ts';
import { consoleHeaders } from '../lambda/http/console-headers.ts';
import { consoleFiles } from './console-files.ts';
import { checkAudit } from './audit/check-audit.ts';
import { inboxRoute } from './events/inbox-route.ts';
import { openLatestRun, type LatestRun } from './latest-run.ts';
import type { ReaderChoice } from './reader.ts';
import { LOOPBACK, serveApp } from './serve-app.ts';
import type { Program } from './settings.ts';

/** What sign-in tells on AWS. */
export interface Caller {
  readonly name: string;
  readonly roles: readonly Role[];
}

export interface Server {
  readonly url: string;
  /** What is wrong with the record of what was done; null where nothing is. */
  readonly auditProblem: string | null;
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
  /** Who the API takes its caller for. @default `local`, with every role */
  readonly as?: Caller | undefined;
}): Promise<Server> {
  const run = await openLatestRun(options);
  const auditProblem = await checkAudit(run);
  const web = join(options.program.root, 'dist', 'web');
  const served = await serveApp(
    options.firstPort,
    (port) => makeApp(run, web, port, options.as).fetch,
  );
  return {
    url: `http://localhost:${served.port}`,
    auditProblem,
    async close() {
      await served.close();
      await run.close();
    },
  };
}

function makeApp(run: LatestRun, web: string, port: number, as?: Caller): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.use(ownOriginOnly(port), async (c, next) => {
    c.set('tenant', run.tenant);
    c.set('roles', as?.roles ?? ROLES);
    if (as !== undefined) c.set('user', as.name);
    return next();
  });
  for (const one of declaredSteps) {
    if (one.kind === 'area') app.route('/api', one.onPorts(run.ports));
  }
  app.route('/', inboxRoute(run.inbox, run.arrivals));
  // Before the headers: the report's script stands in the page, which the policy forbids; its own
  // policy stands there too, but for who may frame it.
  app.get('/report.html', async (c) =>
    c.html(await readFile(run.reportPath, 'utf8'), 200, {
      'content-security-policy': "frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
    }),
  );
  app.use(consoleHeaders());
  app.use(consoleFiles(web));
  return app;
}

/** A page of another origin must not reach the API through a rebound name or a form. */
function ownOriginOnly(port: number): MiddlewareHandler {
  const own = [`localhost:${port}`, `${LOOPBACK}:${port}`];
  return async (c, next) => {
    const origin = c.req.header('origin');
    if (!own.includes(c.req.header('host') ?? '')) return c.text('unknown host', 421);
    if (origin !== undefined && !own.includes(origin.replace('http://', ''))) {
      return c.text('unknown origin', 403);
    }
    return next();
  };
}
