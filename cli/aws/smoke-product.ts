import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { CallProduct } from '../../lambda/adapters/operator/product-api.ts';
import { SIDES, type Side } from '../../lambda/domain/document/document.ts';
import { UnavailableError } from '../../lambda/errors.ts';
import { SMOKE_TENANT } from '../../lib/shared/delivery-roles.ts';
import {
  documentEnds,
  type Driver,
  jsonOf,
  type SeenDocument,
  uploadDocument,
} from './product-calls.ts';

/** One thing that a person does with the product. */
export interface Stage {
  readonly stage: string;
  readonly works: boolean;
  readonly durationMs: number;
  /** What was seen, or why it does not work. */
  readonly seen: string;
}

export interface Smoked {
  readonly call: CallProduct;
  /** Signs a person of the tenant in; a token. */
  readonly signIn: () => Promise<string>;
  readonly sides: Readonly<Record<Side, boolean>>;
  /** For each thing that is waited for. */
  readonly longestMs: number;
}

const INVOICE = `Invoice SMOKE-1
Seller: Acme Limited
Invoice date: 2026-03-04
Total due: 1,234.50 EUR
The payment is due within 30 days of the date of the invoice.
`;
const QUESTION = 'When is the payment of the invoice due?';

/**
 * Drives a deployed product through one document and one question, as a person does: signs in,
 * uploads, waits for both sides, asks for a whole and for a streamed answer. Stage by stage, as
 * they end; after one that everything needs, the rest is not tried.
 */
export async function* smokeProduct(smoked: Smoked): AsyncGenerator<Stage> {
  let token = '';
  const signedIn = await timed('a person signs in', async () => {
    token = await smoked.signIn();
    return `tenant ${SMOKE_TENANT}`;
  });
  yield signedIn;
  if (!signedIn.works) return;
  const driver = { call: smoked.call, token };
  const admitted = await timed('the API admits them and nobody else', () => admits(driver));
  yield admitted;
  if (!admitted.works) return;
  yield* smokeDocument(driver, smoked);
}

async function* smokeDocument(driver: Driver, smoked: Smoked): AsyncGenerator<Stage> {
  let documentId = '';
  const uploaded = await timed('a document is uploaded', async () => {
    const bytes = new TextEncoder().encode(INVOICE);
    const upload = { name: 'smoke-invoice.txt', type: 'text/plain', bytes };
    ({ documentId } = await uploadDocument(driver, upload));
    return documentId;
  });
  yield uploaded;
  if (!uploaded.works) return;
  let record: SeenDocument | undefined;
  yield await timed('its flow ends', async () => {
    record = await documentEnds(driver, documentId, smoked.longestMs);
    const why = record.refusal?.message ?? record.failure?.message;
    if (why !== undefined) throw new UnavailableError(`it is ${record.status}: ${why}`, 0);
    return record.status;
  });
  for (const side of SIDES.filter((one) => smoked.sides[one])) yield sideStage(side, record);
  if (!smoked.sides.llmops) return;
  const question = { question: QUESTION, documentId };
  yield await timed('a question is answered', () => asked(driver, question, smoked.longestMs));
  yield await timed('an answer is streamed', () => streamed(driver, question, smoked.longestMs));
}

async function admits({ call, token }: Driver): Promise<string> {
  const settings = z.looseObject({ tenant: z.string() });
  const { tenant } = settings.parse(await jsonOf(await call(token, '/settings'), 'GET /settings'));
  if (tenant !== SMOKE_TENANT) {
    throw new UnavailableError(`the API must see tenant ${SMOKE_TENANT}, it sees ${tenant}`, 0);
  }
  const { status } = await call(null, '/settings');
  if (status === 401) return '401 without a token';
  throw new UnavailableError(`the API must answer 401 without a token, it answers ${status}`, 0);
}

function sideStage(side: Side, record: SeenDocument | undefined): Stage {
  const result = record?.results?.[side];
  const works = result?.status === 'done';
  return {
    stage: `the ${side} side has a result`,
    works,
    durationMs: result?.durationMs ?? 0,
    seen: works ? 'done' : JSON.stringify(result?.error ?? result ?? 'none'),
  };
}

const answerSchema = z.looseObject({
  text: z.string(),
  citations: z.array(z.unknown()).optional(),
});

async function asked(driver: Driver, question: object, longestMs: number): Promise<string> {
  const reply = await postAwake(driver, '/ask', question, longestMs);
  const { text, citations = [] } = answerSchema.parse(await jsonOf(reply, 'POST /ask'));
  if (text === '') throw new UnavailableError('an answer must have a text, it has none', 0);
  return `${text.length} characters, ${citations.length} citations`;
}

async function streamed(driver: Driver, question: object, longestMs: number): Promise<string> {
  const reply = await postAwake(driver, '/ask/stream', question, longestMs);
  const text = await reply.text();
  if (reply.ok && /^event: done$/m.test(text)) return 'the stream ends with the answer';
  throw new UnavailableError(`a stream must end with done, ${reply.status}: ${text}`, 0);
}

/** An index that sleeps while nobody asks answers 503 with when to come back. */
async function postAwake(
  { call, token }: Driver,
  path: string,
  question: object,
  longestMs: number,
): Promise<Response> {
  const giveUpAt = Date.now() + longestMs;
  for (;;) {
    const reply = await call(token, path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(question),
    });
    const seconds = Number(reply.headers.get('retry-after') ?? 0);
    if (reply.status !== 503 || Date.now() + seconds * 1_000 > giveUpAt) return reply;
    await reply.body?.cancel();
    await sleep(Math.max(1, seconds) * 1_000);
  }
}

async function timed(stage: string, run: () => Promise<string>): Promise<Stage> {
  const started = Date.now();
  try {
    const seen = await run();
    return { stage, works: true, durationMs: Date.now() - started, seen };
  } catch (error) {
    const seen = error instanceof Error ? error.message : String(error);
    return { stage, works: false, durationMs: Date.now() - started, seen };
  }
}
