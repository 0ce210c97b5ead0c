import type { Hono } from 'hono';
import * as z from 'zod';
import { NotFoundError } from '../errors.ts';
import type { PortsOf } from '../capabilities.ts';
import { lazily } from '../lazily.ts';
import { area } from '../step.ts';
import { createArea, type ApiEnv } from './area.ts';

/** Record of kind `comparison`, id `latest`; its report was checked when it was built. */
const latestSchema = lazily(() =>
  z.strictObject({
    report: z.looseObject({ documents: z.number(), reader: z.string() }),
    rows: z.array(z.looseObject({})),
  }),
);

/** `GET /overview`: the latest comparison; `GET /settings`: what is configured. */
export const overviewArea = area({
  name: 'overview-api',
  does: 'Comparison of the sides, settings',
  routes: [
    { path: 'overview', methods: ['GET'] },
    { path: 'settings', methods: ['GET'] },
  ],
  touches: ['records.read:comparison', 'settings.console', 'settings.reader'],
  memoryMb: 1_024,
  app: overviewApp,
});

function overviewApp(
  ports: PortsOf<'records.read:comparison' | 'settings.console' | 'settings.reader'>,
): Hono<ApiEnv> {
  const app = createArea();
  app.get('/overview', async (c) => {
    const { tenant } = c.var;
    const value = await ports.records.get({ tenant, kind: 'comparison', id: 'latest' });
    if (value === null) {
      throw new NotFoundError(
        'there must be a finished comparison, and none was run yet; run `npx strata run`',
      );
    }
    return c.json(latestSchema().parse(value));
  });
  app.get('/settings', (c) =>
    c.json({ ...ports.console, reader: ports.reader, tenant: c.var.tenant }),
  );
  return app;
}
