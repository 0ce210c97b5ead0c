import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { InvalidInputError } from '../errors.ts';
import { problemResponse } from './problem.ts';

/** Set by a middleware of the composition: on AWS from Cognito's claims. */
export interface ApiEnv {
  readonly Variables: {
    tenant: string;
    /** The user's id; absent where there is no sign-in. */
    user?: string;
    /** Whether the user is in the group `operators`, or the laptop's own. */
    operator?: boolean;
  };
}

/** Who did it, as records name people. */
export function userOf(c: Context<ApiEnv>): string {
  return c.var.user ?? 'local';
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

/** @throws HTTPException 403 */
export function requireOperator(c: Context<ApiEnv>): void {
  if (c.var.operator === true) return;
  throw new HTTPException(403, {
    message:
      'the signed-in user must be in the group operators; an operator of the user pool can add them',
  });
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
