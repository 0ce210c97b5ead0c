import type { Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import * as z from 'zod';
import type { PortsOf } from '../capabilities.ts';
import { EXPLAIN_TOUCHES, explainResult } from '../domain/governance/explain/explain-result.ts';
import { searchInteractions } from '../domain/governance/explain/search-interactions.ts';
import { lazily } from '../lazily.ts';
import { area } from '../step.ts';
import { type ApiEnv, createArea } from './area.ts';

type InteractionPorts = PortsOf<(typeof EXPLAIN_TOUCHES)[number]>;

const filterSchema = lazily(() =>
  z.strictObject({
    by: z.string().min(1).max(200).optional(),
    since: z.iso.datetime().optional(),
    until: z.iso.datetime().optional(),
    status: z.string().min(1).max(50).optional(),
    documentId: z.string().min(1).max(200).optional(),
    prompt: z.string().min(1).max(200).optional(),
    guardrail: z.string().min(1).max(100).optional(),
    minCostUsd: z.coerce.number().min(0).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
);

/**
 * `GET /interactions?by=&since=&until=&status=&documentId=&prompt=&guardrail=&minCostUsd=`: past
 * questions, the newest first; by `scope` everybody's or one's own. `GET /explanations/:id`: a past
 * answer or a document's results, explained by the five questions from the records alone.
 */
export const interactionsArea = area({
  name: 'interactions-api',
  does: 'Past questions: found, and explained from the records',
  routes: [
    { path: 'interactions', methods: ['GET'] },
    { path: 'explanations/{proxy+}', methods: ['GET'] },
  ],
  touches: EXPLAIN_TOUCHES,
  memoryMb: 1_024,
  app: interactionsApp,
});

function interactionsApp(ports: InteractionPorts): Hono<ApiEnv> {
  const app = createArea();
  app.get('/interactions', async (c) => {
    const { limit, ...filter } = filterSchema().parse(c.req.query());
    const own = c.var.scope === 'all' ? {} : { by: c.var.user ?? '' };
    return c.json(await searchInteractions(ports)(c.var.tenant, { ...filter, ...own }, limit));
  });
  app.get('/explanations/:id', async (c) => {
    const explanation = await explainResult(ports)(c.var.tenant, c.req.param('id'));
    if (explanation.kind === 'answer') requireOwn(c, explanation.by);
    return c.json(explanation);
  });
  return app;
}

/** @throws HTTPException 403 where another person asked */
function requireOwn(c: Context<ApiEnv>, by: string | null): void {
  if (c.var.scope === 'all' || (by !== null && by === c.var.user)) return;
  throw new HTTPException(403, {
    message: 'another person asked this question; an operator or auditor can open it',
  });
}
