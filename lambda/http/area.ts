import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { NotFoundError } from '../errors.ts';
import { problemResponse } from './problem.ts';

/** `tenant` is set by a middleware of the composition: `local` here, a Cognito claim on AWS. */
export interface ApiEnv {
  readonly Variables: { tenant: string };
}

/** What every area shares: security headers, problem responses, nothing cached, no CORS. */
export function createArea(): Hono<ApiEnv> {
  const area = new Hono<ApiEnv>();
  area.use(
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      xFrameOptions: 'DENY',
      referrerPolicy: 'no-referrer',
    }),
    async (c, next) => {
      await next();
      c.header('cache-control', 'no-store');
    },
  );
  area.onError(problemResponse);
  area.notFound((c) =>
    problemResponse(new NotFoundError(`no resource at ${c.req.method} ${c.req.path}`), c),
  );
  return area;
}
