import { equal, match, ok } from 'node:assert/strict';
import * as z from 'zod';
import {
  documentEnds,
  eventually,
  uploadByLink,
  uploadDocument,
  type Upload,
} from '../../cli/aws/product-calls.ts';
import { documentIdOf } from '../../lambda/domain/document/intake/receive-upload.ts';
import type { Product } from './deployed-product.ts';
import type { Facts } from './facts.ts';
import { govern } from './governance.ts';
import type { ModelFaults } from './stand-ins/bedrock.ts';
import { release } from './releases.ts';
import { another, large, poisoned, uploads } from './uploads.ts';

const recordSchema = z.looseObject({
  status: z.string(),
  refusal: z.looseObject({ code: z.string() }).nullish(),
  results: z
    .record(z.string(), z.looseObject({ status: z.string(), error: z.unknown().optional() }))
    .optional(),
});
const answerSchema = z.looseObject({
  text: z.string(),
  citations: z.array(z.unknown()).optional(),
});

/** Drives the deployed product as two people of two tenants do. */
export async function drive(product: Product, facts: Facts, faults: ModelFaults): Promise<void> {
  const ann = await product.signUp('ann@example.com', 'tenant-a', ['reviewer']);
  const bob = await product.signUp('bob@example.com', 'tenant-b', ['reviewer']);
  await admission(product, facts, ann);
  const documents = await uploadAll(product, facts, ann);
  await separation(product, facts, { documents, stranger: bob });
  await questions(product, facts, { token: ann, documents });
  await failures(product, facts, faults, ann);
  await comparison(product, facts, { token: ann, documents, stranger: bob });
  await release(product, facts, ann);
  await govern(product, facts, { token: ann, documents, stranger: bob });
}

async function failures(
  product: Product,
  facts: Facts,
  faults: ModelFaults,
  token: string,
): Promise<void> {
  for (const [what, status] of [
    ['throttled', 429],
    ['failing', 500],
  ] as const) {
    let documentId = '';
    await facts.holds(`a ${what} model fails its side and no other`, async () => {
      faults.status = status;
      ({ documentId } = await send(product, token, await another(what)));
      const { results = {} } = await ended(product, token, documentId);
      faults.status = null;
      equal(results['mlops']?.status, 'done');
      equal(results['llmops']?.status, 'failed');
      match(JSON.stringify(results['llmops']?.error), /ModelUnavailableError/);
    });
    faults.status = null;
    await facts.holds(`after a ${what} model what is missing is run again`, async () => {
      const again = { method: 'POST' };
      const reply = await product.call(token, `/documents/${documentId}/run-again`, again);
      equal(reply.status, 202, await reply.text());
      await eventually('both sides are done', async () => {
        const read = await product.call(token, `/documents/${documentId}`);
        const { results = {} } = recordSchema.parse(await read.json());
        return ['mlops', 'llmops'].every((side) => results[side]?.status === 'done') || undefined;
      });
      const once = await product.call(token, `/documents/${documentId}/run-again`, again);
      equal(once.status, 200, 'nothing is missing any more');
    });
  }
}

const overviewSchema = z.looseObject({
  report: z.looseObject({
    documents: z.number(),
    sides: z.looseObject({ mlops: z.looseObject({ scored: z.number() }) }),
  }),
});
async function comparison(
  product: Product,
  facts: Facts,
  {
    token,
    documents,
    stranger,
  }: {
    readonly token: string;
    readonly documents: ReadonlyMap<string, string>;
    readonly stranger: string;
  },
): Promise<void> {
  const overview = async (who: string) => {
    const reply = await product.call(who, '/overview');
    const text = await reply.text();
    equal(reply.status, 200, text);
    return overviewSchema.parse(JSON.parse(text)).report;
  };
  await facts.holds('a person labels a document', async () => {
    const id = documents.get('invoice.txt');
    const reply = await product.call(token, `/documents/${id}/label`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ category: 'invoice', fields: {} }),
    });
    equal(reply.status, 200, await reply.text());
  });
  await facts.holds('the overview compares the documents, scored with labels', async () => {
    const report = await overview(token);
    ok(report.documents >= documents.size);
    equal(report.sides.mlops.scored, 1);
  });
  await facts.holds("another tenant's overview is empty", async () => {
    equal((await overview(stranger)).documents, 0);
  });
  await facts.holds('only an operator turns the migration switch', async () => {
    const turn = {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ primary: 'llmops', reason: 'the drive wants it' }),
    };
    equal((await product.call(token, '/settings/primary-side', turn)).status, 403);
    const operator = await product.signUp('op@example.com', 'tenant-a', ['operator']);
    const turned = await product.call(operator, '/settings/primary-side', turn);
    equal(turned.status, 200, await turned.text());
    const settings = await product.call(operator, '/settings');
    equal(z.looseObject({ primary: z.string() }).parse(await settings.json()).primary, 'llmops');
  });
}

async function admission(product: Product, facts: Facts, ann: string): Promise<void> {
  await facts.holds('a signed-in person reads the settings of their tenant', async () => {
    const reply = await product.call(ann, '/settings');
    equal(reply.status, 200);
    equal(z.looseObject({ tenant: z.string() }).parse(await reply.json()).tenant, 'tenant-a');
  });
  for (const [what, token] of [
    ['no token', null],
    ['a token that nobody signed', `${ann.slice(0, -6)}AAAAAA`],
    ['a token that is none', 'token'],
  ] as const) {
    await facts.holds(`${what} is refused`, async () => {
      equal((await product.call(token, '/settings')).status, 401);
    });
  }
}

/** @returns ids of the documents that were taken, by name */
async function uploadAll(product: Product, facts: Facts, token: string) {
  const documents = new Map<string, string>();
  for (const upload of await uploads()) {
    await facts.holds(`${upload.name}: sent, and its flow ends with both sides`, async () => {
      const { documentId } = await uploadByLink({ call: product.call, token }, upload);
      documents.set(upload.name, documentId);
      const { results = {}, ...record } = await ended(product, token, documentId);
      ok(['recorded', 'awaiting-review'].includes(record.status), JSON.stringify(record.refusal));
      for (const side of ['mlops', 'llmops']) {
        equal(results[side]?.status, 'done', `${side}: ${JSON.stringify(results[side])}`);
      }
    });
  }
  await facts.holds('the same content is taken once', async () => {
    const [first] = await uploads();
    ok(first);
    const { documentId } = await send(product, token, first);
    equal(documentId, documents.get(first.name));
  });
  await facts.holds('a file above what the API takes is sent whole', async () => {
    const file = large();
    const { status, documentId } = await uploadByLink({ call: product.call, token }, file);
    equal(status, 'received');
    equal(documentId, documentIdOf('tenant-a', file.bytes));
    equal((await ended(product, token, documentId)).results?.['mlops']?.status, 'done');
  });
  await facts.holds('a poisoned file is refused with its reason', async () => {
    const { documentId } = await send(product, token, await poisoned());
    const record = await ended(product, token, documentId);
    equal(record.status, 'refused');
    equal(record.refusal?.code, 'encrypted');
  });
  return documents;
}

async function separation(
  product: Product,
  facts: Facts,
  {
    documents,
    stranger,
  }: { readonly documents: ReadonlyMap<string, string>; readonly stranger: string },
): Promise<void> {
  await facts.holds("another tenant's list is empty", async () => {
    const list = await product.call(stranger, '/documents');
    equal(z.object({ items: z.array(z.unknown()) }).parse(await list.json()).items.length, 0);
  });
  await facts.holds("another tenant's ids lead to nothing", async () => {
    for (const id of documents.values()) {
      equal((await product.call(stranger, `/documents/${id}`)).status, 404);
      equal((await product.call(stranger, `/documents/${id}/text`)).status, 404);
    }
  });
}

async function questions(
  product: Product,
  facts: Facts,
  { token, documents }: { readonly token: string; readonly documents: ReadonlyMap<string, string> },
): Promise<void> {
  const question = {
    question: 'When is the payment of the invoice due?',
    documentId: documents.get('invoice.txt'),
  };
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(question),
  };
  await facts.holds('a question is answered whole', async () => {
    const reply = await product.call(token, '/ask', init);
    const text = await reply.text();
    equal(reply.status, 200, text);
    const answer = answerSchema.parse(JSON.parse(text));
    ok(answer.text.length > 0, text);
  });
  await facts.holds('a question is answered as a stream that ends with the answer', async () => {
    const reply = await product.call(token, '/ask/stream', init);
    const text = await reply.text();
    equal(reply.status, 200, text);
    match(text, /^event: done$/m);
  });
}

const send = ({ call }: Product, token: string, upload: Upload) =>
  uploadDocument({ call, token }, upload);
const ended = ({ call }: Product, token: string, documentId: string) =>
  documentEnds({ call, token }, documentId);
