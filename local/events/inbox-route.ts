import { Hono } from 'hono';
import { type Inbox, INBOX_PATH } from './inbox.ts';
import type { Arrivals } from './listeners.ts';

/** Where the links of the inbox lead: it answers as S3 does, where a link is all the right there is. */
export function inboxRoute(inbox: Inbox, arrivals: Pick<Arrivals, 'arrived'>): Hono {
  const app = new Hono();
  app.put(`${INBOX_PATH}/:token`, async (c) => {
    const offer = inbox.admits(c.req.param('token'), c.req.raw.headers);
    if (offer === null) return c.text('the link must be in force and its headers as offered', 403);
    const body = new Uint8Array(await c.req.arrayBuffer());
    if (body.length !== offer.bytes) return c.text('the file must come whole', 400);
    await inbox.put(offer.key, body);
    arrivals.arrived(offer.key);
    return c.body(null, 200);
  });
  return app;
}
