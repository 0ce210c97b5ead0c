import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { MiddlewareHandler } from 'hono';

const NOT_BUILT = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Strata: the console is not built</title></head>
  <body>
    <h1>The console is not built</h1>
    <p>Run <code>npm run build:web</code> and reload this page. The API under /api works.</p>
  </body>
</html>
`;

/** The built console in `directory`; before it is built, a page that says how to build it. */
export function consoleFiles(directory: string): MiddlewareHandler {
  let files: MiddlewareHandler | null = null;
  return async (c, next) => {
    if (!existsSync(join(directory, 'index.html'))) return c.html(NOT_BUILT, 503);
    // Not earlier: it complains about a directory that is not there yet.
    files ??= serveStatic({ root: directory });
    return files(c, next);
  };
}
