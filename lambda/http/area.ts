import { type Context, Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Role, Scope } from '../access.ts';
import { InvalidInputError } from '../errors.ts';
import { authorise } from './authorise.ts';
import { problemResponse } from './problem.ts';

/** Set by a middleware of the composition: on AWS from Cognito's claims. */
export interface ApiEnv {
  readonly Variables: {
    tenant: string;
    /** The user's id; absent where there is no sign-in. */
    user?: string;
    /** Groups of the user, or what `strata serve --as` says. */
    roles: readonly Role[];
    /** What the user's roles reach by the route that serves the request. */
    scope: Scope;
  };
}

/** Who did it, as records name people. */
export function userOf(c: Context<ApiEnv>): string {
  return c.var.user ?? 'local';
}

/** Why a file is refused with 413. */
export function oversized({ maxBytes }: { readonly maxBytes: number }): string {
  return `an upload must have at most ${maxBytes} bytes; split it or raise ingestion.maxBytes`;
}

/** The body as JSON. @throws InvalidInputError showing `example` */
export async function readJson(request: Request, example: object): Promise<unknown> {
  try {
    return await request.json();
  } catch (cause) {
    throw new InvalidInputError(
      `the body must be JSON such as ${JSON.stringify(example)}; send application/json`,
      { cause },
    );
  }
}

/**
 * What every area shares: the table of who may do what, security headers, problem responses, nothing
 * cached, no CORS. The composition mounts areas under `/api`.
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
    authorise(),
  );
  area.onError(problemResponse);
  return area;
}
