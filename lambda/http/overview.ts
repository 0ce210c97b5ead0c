import type { Hono } from 'hono';
import { z } from 'zod';
import { NotFoundError } from '../errors.ts';
import type { Ports } from '../ports.ts';
import { createArea, type ApiEnv } from './area.ts';

/** What a composition tells the console about itself. */
export interface ConsoleSettings {
  readonly env: string;
  readonly sides: { readonly mlops: boolean; readonly llmops: boolean };
}

export type OverviewPorts = Pick<Ports, 'records'> & {
  /** `extractive`, or the model's id. */
  readonly reader: string;
  readonly settings: ConsoleSettings;
};

/** Record of kind `comparison`, id `latest`; its report was checked when it was built. */
const latestSchema = z.strictObject({
  report: z.looseObject({ documents: z.number(), reader: z.string() }),
  rows: z.array(z.looseObject({})),
});

/** `GET /api/overview`: the latest comparison; `GET /api/settings`: what is configured. */
export function overviewApi(ports: OverviewPorts): Hono<ApiEnv> {
  const api = createArea();
  api.get('/api/overview', async (c) => {
    const { tenant } = c.var;
    const value = await ports.records.get({ tenant, kind: 'comparison', id: 'latest' });
    if (value === null) {
      throw new NotFoundError(
        'there must be a finished comparison, and none was run yet; run `npx strata run`',
      );
    }
    return c.json(latestSchema.parse(value));
  });
  api.get('/api/settings', (c) =>
    c.json({ ...ports.settings, reader: ports.reader, tenant: c.var.tenant }),
  );
  return api;
}
