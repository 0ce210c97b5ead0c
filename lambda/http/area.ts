import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { problemResponse } from './problem.ts';

/** Set by a middleware of the composition: on AWS from Cognito's claims. */
export interface ApiEnv {
  readonly Variables: {
    tenant: string;
    /** The user's id; absent where there is no sign-in. */
    user?: string;
  };
}

/**
 * What every area shares: security headers, problem responses, nothing cached, no CORS. The
 * composition mounts areas under `/api`.
 */
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
  return area;
}
