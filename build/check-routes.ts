import { ACCESS, isRoute } from '../lambda/access.ts';

interface DeclaredArea {
  readonly name: string;
  readonly routes: readonly { readonly path: string; readonly methods: readonly string[] }[];
  readonly onPorts: (ports: object) => {
    readonly routes: readonly { readonly method: string; readonly path: string }[];
  };
}

/** Ports of which an area that is only looked at uses nothing. */
const nothing: object = new Proxy({}, { has: () => true, get: () => nothing });

/** `GET /documents/:id`, as `lambda/access.ts` names them. */
export function routesServed({ onPorts }: DeclaredArea): readonly string[] {
  const served = onPorts(nothing).routes.filter(({ method }) => method !== 'ALL');
  return [...new Set(served.map(({ method, path }) => `${method} ${path}`))];
}

/**
 * Holds areas and the table of who may do what to each other.
 * @throws TypeError for a route without a row, a row without a route, a route that API Gateway lacks
 */
export function checkRoutes(areas: readonly DeclaredArea[]): void {
  const served = new Set<string>();
  for (const area of areas) {
    for (const route of routesServed(area)) {
      served.add(route);
      if (!isRoute(route)) {
        throw new TypeError(
          `${route} of ${area.name} must have a row in lambda/access.ts that says which roles may`,
        );
      }
      if (!isRouted(area, route)) {
        throw new TypeError(`${route} must be among the routes that ${area.name} declares`);
      }
    }
  }
  const idle = Object.keys(ACCESS).find((route) => !served.has(route));
  if (idle !== undefined) {
    throw new TypeError(`${idle} in lambda/access.ts must be a route, and no area serves it`);
  }
}

function isRouted({ routes }: DeclaredArea, route: string): boolean {
  const [method = '', path = ''] = route.split(' ');
  return routes.some((declared) => {
    const pattern = declared.path.replace('{proxy+}', '.+').replace(/\{\w+\}/g, '[^/]+');
    return declared.methods.includes(method) && new RegExp(`^/${pattern}$`).test(path);
  });
}
