import type { Hono } from 'hono';
import * as z from 'zod';
import {
  LATEST_COMPARISON_TOUCHES,
  latestComparison,
} from '../domain/compare/latest-comparison.ts';
import { readPrimarySide, turnPrimarySide } from '../domain/compare/primary-side.ts';
import { SIDES } from '../domain/document/document.ts';
import { routesOf } from '../access.ts';
import type { PortsOf } from '../capabilities.ts';
import { lazily } from '../lazily.ts';
import { area } from '../step.ts';
import { type ApiEnv, createArea, readJson, userOf } from './area.ts';

const TOUCHES = [
  ...LATEST_COMPARISON_TOUCHES,
  'records.read:switch',
  'records.write:switch',
  'audit',
] as const;
type OverviewPorts = PortsOf<(typeof TOUCHES)[number]>;

const EXAMPLE = { primary: 'llmops', reason: 'both sides agreed for six weeks' };
const turnSchema = lazily(() =>
  z.strictObject({ primary: z.enum(SIDES), reason: z.string().trim().min(3).max(500) }),
);

/**
 * `GET /overview`: how the sides compare; `GET /settings`: what is configured, the primary side
 * included, and what this person may do; `PUT /settings/primary-side` turns the migration switch, with a reason.
 */
export const overviewArea = area({
  name: 'overview-api',
  does: 'Comparison of the sides, settings, migration switch',
  routes: [
    { path: 'overview', methods: ['GET'] },
    { path: 'settings', methods: ['GET'] },
    { path: 'settings/primary-side', methods: ['PUT'] },
  ],
  touches: TOUCHES,
  memoryMb: 1_024,
  app: overviewApp,
});

function overviewApp(ports: OverviewPorts): Hono<ApiEnv> {
  const app = createArea();
  app.get('/overview', async (c) => c.json(await latestComparison(ports)(c.var.tenant)));
  app.get('/settings', async (c) => {
    const { tenant, roles } = c.var;
    const may = routesOf(roles);
    const primary = await readPrimarySide(ports.records, tenant);
    const who = { tenant, user: userOf(c), roles, may };
    return c.json({ ...ports.console, reader: ports.reader, primary, ...who });
  });
  app.put('/settings/primary-side', async (c) => {
    const { primary, reason } = turnSchema().parse(await readJson(c.req.raw, EXAMPLE));
    const { tenant } = c.var;
    await turnPrimarySide(ports)({ tenant, by: userOf(c), primary, reason });
    return c.json({ primary });
  });
  return app;
}
