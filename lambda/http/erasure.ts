import type { Hono } from 'hono';
import * as z from 'zod';
import type { PortsOf } from '../capabilities.ts';
import { ERASE_TOUCHES, eraseDocument } from '../domain/governance/erase-document.ts';
import { lazily } from '../lazily.ts';
import { area } from '../step.ts';
import { type ApiEnv, createArea, userOf } from './area.ts';

const querySchema = lazily(() => z.strictObject({ reason: z.string().trim().min(3).max(500) }));

/** `DELETE /documents/:id?reason=`: erases a document and its words in past answers. */
export const erasureArea = area({
  name: 'erasure-api',
  does: 'Erases a document, and notes who wanted it and why',
  routes: [{ path: 'documents/{proxy+}', methods: ['DELETE'] }],
  touches: ERASE_TOUCHES,
  memoryMb: 1_024,
  timeoutSeconds: 120,
  app: erasureApp,
});

function erasureApp(ports: PortsOf<(typeof ERASE_TOUCHES)[number]>): Hono<ApiEnv> {
  const app = createArea();
  app.delete('/documents/:id', async (c) => {
    const { reason } = querySchema().parse(c.req.query());
    const { tenant } = c.var;
    const erasure = { tenant, documentId: c.req.param('id'), by: userOf(c), reason };
    return c.json(await eraseDocument(ports)(erasure));
  });
  return app;
}
