import type { Hono } from 'hono';
import * as z from 'zod';
import { NotFoundError } from '../errors.ts';
import type { Ports } from '../ports.ts';
import { createArea, type ApiEnv } from './area.ts';

/** What a composition tells the console about itself. */
export interface ConsoleSettings {
  readonly env: string;
  readonly sides: { readonly mlops: boolean; readonly llmops: boolean };
}

export type OverviewPorts = Pick<Ports, 'records'> & {
  readonly languageModel: Pick<Ports['languageModel'], 'reader'>;
  readonly settings: ConsoleSettings;
};

/** Record of kind `comparison`, id `latest`; its report was checked when it was built. */
const latestSchema = z.strictObject({
  report: z.looseObject({ documents: z.number(), reader: z.string() }),
  rows: z.array(z.looseObject({})),
});

/** `GET /overview`: the latest comparison; `GET /settings`: what is configured. */
export function overviewArea(ports: OverviewPorts): Hono<ApiEnv> {
  const area = createArea();
  area.get('/overview', async (c) => {
    const { tenant } = c.var;
    const value = await ports.records.get({ tenant, kind: 'comparison', id: 'latest' });
    if (value === null) {
      throw new NotFoundError(
        'there must be a finished comparison, and none was run yet; run `npx strata run`',
      );
    }
    return c.json(latestSchema.parse(value));
  });
  area.get('/settings', (c) =>
    c.json({ ...ports.settings, reader: ports.languageModel.reader, tenant: c.var.tenant }),
  );
  return area;
}
