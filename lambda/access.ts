/** Groups of the user pool, and roles on the laptop; a person may have several. */
export const ROLES = [
  /** Reads documents, asks. */
  'reader',
  /** Also brings documents in, and says what they are. */
  'reviewer',
  /** Also runs the product: migration switch, erasure, gateway. */
  'operator',
  /** Approves or rejects what others propose to release; changes nothing else. */
  'approver',
  /** Reads every record; changes nothing and asks no model. */
  'auditor',
  /** What all others may, but for what two people must do. */
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** Whose things a role reaches by a route: everybody's of the tenant, or those it made itself. */
export type Scope = 'all' | 'own';
type Rule = Partial<Readonly<Record<Role, Scope>>>;

const everybody = forAll(ROLES);
const asking = forAll(['reader', 'reviewer', 'operator', 'approver', 'administrator']);
const reviewing = forAll(['reviewer', 'operator', 'administrator']);
const operating = forAll(['operator', 'administrator']);
const checking = forAll(['operator', 'approver', 'auditor', 'administrator']);
/** Not administrators: they may propose, and what two people must do is not for one role. */
const approving = forAll(['approver']);
/** Past questions may hold what a person would not say aloud: everybody's are for those who check. */
const looking: Rule = {
  ...forAll(['operator', 'auditor', 'administrator']),
  reader: 'own',
  reviewer: 'own',
  approver: 'own',
};

/**
 * Who may do what: the one table, on AWS and on the laptop. The build fails where a route of an area
 * is not in it, and where a row is no route; a role that a row does not name is refused.
 */
export const ACCESS = {
  'GET /settings': everybody,
  'GET /overview': everybody,
  'PUT /settings/primary-side': operating,
  'GET /documents': everybody,
  'GET /documents/:id': everybody,
  'GET /documents/:id/text': everybody,
  'GET /documents/:id/label': everybody,
  'POST /documents': reviewing,
  'POST /uploads': reviewing,
  'GET /uploads/:id': reviewing,
  'POST /documents/:id/run-again': reviewing,
  'PUT /documents/:id/label': reviewing,
  'DELETE /documents/:id': operating,
  'POST /ask': asking,
  'POST /ask/stream': asking,
  'GET /interactions': looking,
  'GET /explanations/:id': looking,
  'GET /releases/:side': checking,
  'GET /releases/:side/:release': checking,
  'GET /releases/:side/:release/diff/:from': checking,
  'POST /releases/:side/:release/proposal': operating,
  'POST /releases/:side/:release/approval': approving,
  'POST /releases/:side/:release/rejection': approving,
  'POST /releases/:side/:release/promotion': operating,
  'POST /releases/:side/:release/rollback': operating,
} as const satisfies Readonly<Record<string, Rule>>;
export type Route = keyof typeof ACCESS;

/** What these roles reach by the route; null where they may not use it, or no row says so. */
export function scopeOf(route: string, roles: readonly Role[]): Scope | null {
  const rule = isRoute(route) ? ruleOf(route) : {};
  const scopes = roles.map((role) => rule[role]);
  if (scopes.includes('all')) return 'all';
  return scopes.includes('own') ? 'own' : null;
}

/** The routes that these roles may use. */
export function routesOf(roles: readonly Role[]): readonly Route[] {
  return Object.keys(ACCESS)
    .filter(isRoute)
    .filter((route) => scopeOf(route, roles) !== null);
}

/** The roles that may use the route. */
export function rolesOf(route: string): readonly Role[] {
  return ROLES.filter((role) => scopeOf(route, [role]) !== null);
}

export function isRoute(route: string): route is Route {
  return Object.hasOwn(ACCESS, route);
}

export function isRole(name: string): name is Role {
  return ROLES.some((role) => role === name);
}

function ruleOf(route: Route): Rule {
  return ACCESS[route];
}

function forAll(roles: readonly Role[]): Rule {
  return Object.fromEntries(roles.map((role) => [role, 'all' as const]));
}
