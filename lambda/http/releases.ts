import type { Context, Hono } from 'hono';
import * as z from 'zod';
import type { PortsOf } from '../capabilities.ts';
import { evaluateRelease } from '../domain/compare/evaluate-release.ts';
import { reportSchema } from '../domain/compare/report-schema.ts';
import { SIDES, type Side } from '../domain/document/document.ts';
import { describeReleases } from '../domain/governance/release/describe-releases.ts';
import {
  approveRelease,
  promoteRelease,
  proposeRelease,
  rejectRelease,
  rollBackRelease,
} from '../domain/governance/release/release-approval.ts';
import { diffReleases } from '../domain/governance/release/release-diff.ts';
import { findRelease } from '../domain/governance/release/release-state.ts';
import { lazily } from '../lazily.ts';
import { area } from '../step.ts';
import { type ApiEnv, createArea, readJson } from './area.ts';

const RELEASE_TOUCHES = [
  'releases.read',
  'releases.act',
  'settings.approvals',
  'settings.releaseGates',
] as const;
type ReleasePorts = PortsOf<(typeof RELEASE_TOUCHES)[number]>;

const sideSchema = lazily(() => z.enum(SIDES));
const why = () => z.string().trim().min(3).max(1_000);
const actSchema = lazily(() => z.strictObject({ why: why() }));
const proposalSchema = lazily(() =>
  z.strictObject({ why: why(), report: reportSchema.nullable().default(null) }),
);
const promotionSchema = lazily(() =>
  z.strictObject({ why: why(), to: z.enum(['staging', 'live']).default('live') }),
);

/**
 * `GET /releases/:side`: what serves, and how far each release has come; `…/:release`, by a stage or the
 * beginning of an id: one with its history; `…/diff/:from`. `POST …/proposal` takes a run's report as
 * evidence; `approval`, `rejection`, `promotion`, `rollback` take `{ why }`.
 */
export const releasesArea = area({
  name: 'releases-api',
  does: 'Releases: what serves, and the way of what is to serve',
  routes: [{ path: 'releases/{proxy+}', methods: ['GET', 'POST'] }],
  touches: RELEASE_TOUCHES,
  app: releasesApp,
});

function releasesApp(ports: ReleasePorts): Hono<ApiEnv> {
  const app = createArea();
  app.get('/releases/:side', async (c) => {
    const side = sideOf(c);
    return c.json(describeReleases(side, await ports.releases.history(side)));
  });
  app.get('/releases/:side/:release', async (c) => {
    const { side, release, history } = await named(ports, c);
    const bundle = await ports.releases.read(side, release);
    const events = history.filter((event) => event.release === release);
    return c.json({ release, bundle, events });
  });
  app.get('/releases/:side/:release/diff/:from', async (c) => {
    const { side, release, history } = await named(ports, c);
    const from = findRelease(history, side, c.req.param('from'));
    const [before, after] = [
      await ports.releases.read(side, from),
      await ports.releases.read(side, release),
    ];
    return c.json({ from, to: release, changes: diffReleases(before, after) });
  });
  addActs(app, ports);
  return app;
}

function addActs(app: Hono<ApiEnv>, ports: ReleasePorts): void {
  app.post('/releases/:side/:release/proposal', async (c) => {
    const { report, ...body } = await bodyOf(c, proposalSchema());
    const { side, release: id } = await named(ports, c);
    const bundle = await ports.releases.read(side, id);
    const evaluation = report === null ? null : evaluateRelease(report, { id, bundle });
    return c.json(await proposeRelease(ports)({ ...(await act(ports, c, body)), evaluation }));
  });
  app.post('/releases/:side/:release/approval', async (c) =>
    c.json(await approveRelease(ports)(await act(ports, c, await bodyOf(c, actSchema())))),
  );
  app.post('/releases/:side/:release/rejection', async (c) =>
    c.json(await rejectRelease(ports)(await act(ports, c, await bodyOf(c, actSchema())))),
  );
  app.post('/releases/:side/:release/promotion', async (c) => {
    const { to, ...body } = await bodyOf(c, promotionSchema());
    return c.json(await promoteRelease(ports)({ ...(await act(ports, c, body)), to }));
  });
  app.post('/releases/:side/:release/rollback', async (c) =>
    c.json(await rollBackRelease(ports)(await act(ports, c, await bodyOf(c, actSchema())))),
  );
}

async function bodyOf<T>(c: Context<ApiEnv>, schema: z.ZodType<T>): Promise<T> {
  return schema.parse(await readJson(c.req.raw, { why: 'measured, and better' }));
}

async function act(
  ports: ReleasePorts,
  c: Context<ApiEnv>,
  { why: reason }: { readonly why: string },
) {
  const { side, release } = await named(ports, c);
  // Nobody stands in for somebody who is not signed in.
  return { side, release, by: { name: c.var.user ?? null, roles: c.var.roles }, why: reason };
}

async function named(ports: ReleasePorts, c: Context<ApiEnv>) {
  const side = sideOf(c);
  const history = await ports.releases.history(side);
  return { side, history, release: findRelease(history, side, c.req.param('release') ?? '') };
}

function sideOf(c: Context<ApiEnv>): Side {
  return sideSchema().parse(c.req.param('side'));
}
