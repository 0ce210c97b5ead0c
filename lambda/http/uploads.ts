import type { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import * as z from 'zod';
import type { PortsOf } from '../capabilities.ts';
import { offerUpload } from '../domain/document/intake/offer-upload.ts';
import { uploadRecordSchema } from '../domain/document/intake/upload-record.ts';
import { NotFoundError } from '../errors.ts';
import { lazily } from '../lazily.ts';
import { area } from '../step.ts';
import { type ApiEnv, createArea, oversized, readJson } from './area.ts';

const TOUCHES = [
  'records.read:upload',
  'records.write:upload',
  'uploadLinks',
  'limits',
  'settings.ingestion',
] as const;

const FILE = { name: 'contract.pdf', bytes: 12_000_000 };
const fileSchema = lazily(() =>
  z.strictObject({ name: z.string().trim().min(1).max(255), bytes: z.int().min(0) }),
);

/**
 * `POST /uploads { name, bytes }`: where to `PUT` the file and with which headers (201), past the API and
 * its 4.4 MB; 413 where it is over `ingestion.maxBytes`. `GET /uploads/:id`: `offered` until the file came
 * and was taken in, then `received`, `known` or `refused` with the document's id.
 */
export const uploadsArea = area({
  name: 'uploads-api',
  does: 'Uploads: offers links for files of any allowed size, says what came of them',
  routes: [
    { path: 'uploads', methods: ['POST'] },
    { path: 'uploads/{proxy+}', methods: ['GET'] },
  ],
  touches: TOUCHES,
  app: uploadsApp,
});

function uploadsApp(ports: PortsOf<(typeof TOUCHES)[number]>): Hono<ApiEnv> {
  const app = createArea();
  app.post('/uploads', async (c) => {
    const { tenant } = c.var;
    const file = fileSchema().parse(await readJson(c.req.raw, FILE));
    if (file.bytes > ports.ingestion.maxBytes) {
      throw new HTTPException(413, { message: oversized(ports.ingestion) });
    }
    await ports.limits.take(tenant, 'upload', 0);
    return c.json(await offerUpload(ports)({ tenant, ...file }), 201);
  });
  app.get('/uploads/:id', async (c) => {
    const key = { tenant: c.var.tenant, kind: 'upload', id: c.req.param('id') } as const;
    const stored = await ports.records.get(key);
    if (stored === null) {
      throw new NotFoundError(`no upload ${key.id}; POST /api/uploads offers one`);
    }
    return c.json(uploadRecordSchema().parse(stored));
  });
  return app;
}
