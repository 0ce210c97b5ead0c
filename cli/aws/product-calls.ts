import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { CallProduct } from '../../lambda/adapters/operator/product-api.ts';
import { UnavailableError } from '../../lambda/errors.ts';

const POLL_MS = 500;

const receivedSchema = z.object({ documentId: z.string(), status: z.string() });
const linkSchema = z.object({
  uploadId: z.string(),
  method: z.string(),
  url: z.url(),
  headers: z.record(z.string(), z.string()),
});
const uploadSchema = z.object({ status: z.string(), documentId: z.string().optional() });
const recordSchema = z.looseObject({
  status: z.string(),
  refusal: z.looseObject({ code: z.string(), message: z.string() }).nullish(),
  failure: z.looseObject({ message: z.string() }).nullish(),
  results: z
    .record(
      z.string(),
      z.looseObject({
        status: z.string(),
        durationMs: z.number().optional(),
        error: z.unknown().optional(),
      }),
    )
    .optional(),
});
/** What the API tells of a document, as far as those who drive it look. */
export type SeenDocument = z.infer<typeof recordSchema>;

/** A person who drives the deployed product. */
export interface Driver {
  readonly call: CallProduct;
  readonly token: string;
}

export interface Upload {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export async function uploadDocument({ call, token }: Driver, { name, type, bytes }: Upload) {
  const reply = await call(token, `/documents?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: Buffer.from(bytes),
  });
  return receivedSchema.parse(await jsonOf(reply, 'POST /documents'));
}

/** Sends a file past the API, as the console does, and waits until it was taken in. */
export async function uploadByLink({ call, token }: Driver, { name, bytes }: Upload) {
  const offer = await call(token, '/uploads', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, bytes: bytes.length }),
  });
  const link = linkSchema.parse(await jsonOf(offer, 'POST /uploads'));
  const { method, headers } = link;
  const sent = await fetch(link.url, { method, headers, body: Buffer.from(bytes) });
  if (!sent.ok) {
    throw new UnavailableError(`the store answered ${sent.status}: ${await sent.text()}`, 0);
  }
  return eventually(`${name} is taken in`, async () => {
    const reply = await call(token, `/uploads/${link.uploadId}`);
    const { status, documentId } = uploadSchema.parse(await jsonOf(reply, 'GET /uploads'));
    return documentId === undefined ? undefined : { status, documentId };
  });
}

/** Waits until a document's flow has ended. */
export async function documentEnds(
  { call, token }: Driver,
  documentId: string,
  longestMs = 60_000,
): Promise<SeenDocument> {
  const ended = async () => {
    const reply = await call(token, `/documents/${documentId}`);
    const record = recordSchema.parse(await jsonOf(reply, 'GET /documents'));
    return record.status === 'received' ? undefined : record;
  };
  return eventually(`the flow of document ${documentId} ends`, ended, longestMs);
}

/** The reply's body. @throws UnavailableError with what it says, unless it is a success */
export async function jsonOf(reply: Response, what: string): Promise<unknown> {
  const text = await reply.text();
  if (reply.ok) return JSON.parse(text);
  const wait = Number(reply.headers.get('retry-after') ?? 0);
  throw new UnavailableError(`${what} was answered with ${reply.status}: ${text}`, wait);
}

/** Asks until the answer is there. @throws UnavailableError after `longestMs` */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  longestMs = 60_000,
): Promise<T> {
  const giveUpAt = Date.now() + longestMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > giveUpAt) {
      throw new UnavailableError(`${what}: it did not within ${longestMs / 1_000} s`, 0);
    }
    await sleep(POLL_MS);
  }
}
