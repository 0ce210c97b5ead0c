import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import * as z from 'zod';
import { tenantSchema } from '../domain/document/tenant.ts';
import { isRole } from '../access.ts';
import { lazily } from '../lazily.ts';
import type { ApiEnv } from './area.ts';
import { problemResponse } from './problem.ts';

/** What API Gateway's Cognito authoriser puts into a REST event; only it can set the claim. */
const bindingsSchema = lazily(() =>
  z.object({
    requestContext: z.object({
      authorizer: z.object({
        claims: z.object({
          'custom:tenant': tenantSchema(),
          sub: z.string().optional(),
          // API Gateway joins a list: `a,b`, or `[a, b]`.
          'cognito:groups': z.union([z.string(), z.array(z.string())]).optional(),
        }),
      }),
    }),
  }),
);

/**
 * An area below `/api` for signed-in users. The tenant is the claim `custom:tenant` of the token, the
 * roles are its groups;
 * nothing in a request's path, headers or body can name another one.
 */
export function signedInApi(area: Hono<ApiEnv>): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.onError(problemResponse);
  app.use(async (c, next) => {
    const bindings = bindingsSchema().safeParse(c.env);
    if (!bindings.success) {
      throw new HTTPException(403, {
        message:
          'the signed-in user must have the claim custom:tenant, 1 to 64 letters, digits, dots, hyphens or underscores and no reserved name; set it in the user pool',
      });
    }
    const { claims } = bindings.data.requestContext.authorizer;
    const { 'custom:tenant': tenant, sub } = claims;
    c.set('tenant', tenant);
    const groups = String(claims['cognito:groups'] ?? '').split(/[^\w-]+/);
    c.set('roles', groups.filter(isRole));
    if (sub !== undefined) c.set('user', sub);
    await next();
  });
  return app.route('/api', area);
}
