import type { MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { matchedRoutes } from 'hono/route';
import { rolesOf, scopeOf } from '../access.ts';
import type { ApiEnv } from './area.ts';

/** Where compositions mount areas. */
const MOUNT = /^\/api(?=\/)/;

/** Holds a request to the table of `lambda/access.ts`, by the route that will serve it. */
export function authorise(): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    // Middleware stands among them as ALL; a HEAD request is served by the route of GET.
    const served = matchedRoutes(c).find(({ method }) => method !== 'ALL');
    if (served === undefined) return next();
    const route = `${served.method} ${served.path.replace(MOUNT, '')}`;
    const scope = scopeOf(route, c.var.roles);
    if (scope === null) throw refusal(route, c.var.roles);
    c.set('scope', scope);
    return next();
  };
}

function refusal(route: string, roles: readonly string[]): HTTPException {
  const has = roles.length === 0 ? 'no role' : roles.join(', ');
  return new HTTPException(403, {
    message:
      `${route} is for ${rolesOf(route).join(', ')}; this person has ${has}: ` +
      'an administrator of the user pool adds them to a group of that name',
  });
}
