import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import * as z from 'zod';
import {
  type DocumentRecord,
  documentRecordSchema,
  documentTextSchema,
} from '../domain/document/document.ts';
import { summariseDocument } from '../domain/document/document-summary.ts';
import {
  documentLabelSchema,
  labelDocument,
  labelRecordSchema,
} from '../domain/document/label-document.ts';
import { receiveUpload } from '../domain/document/intake/receive-upload.ts';
import { runAgain } from '../domain/document/intake/run-again.ts';
import { NotFoundError } from '../errors.ts';
import type { PortsOf } from '../capabilities.ts';
import { lazily } from '../lazily.ts';
import { area } from '../step.ts';
import type { RecordsRead } from '../store-ports.ts';
import { type ApiEnv, createArea, oversized, readJson, userOf } from './area.ts';

const TOUCHES = [
  'documents.read:source',
  'documents.read:text',
  'documents.write:source',
  'records.read:document',
  'records.write:document',
  'records.read:label',
  'records.write:label',
  'audit',
  'limits',
  'settings.ingestion',
  'settings.taxonomy',
  'flows.start:document-flow',
] as const;

const pageSchema = lazily(() =>
  z.strictObject({
    /** The `next` of the page before. */
    after: z.string().min(1).max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
);

const LABEL = { category: 'invoice', fields: { total_amount: '12.00' } };
const labelSchema = lazily(() => documentLabelSchema().omit({ documentId: true }));

/** 255 characters: what a record has room for. */
const uploadSchema = lazily(() => z.strictObject({ name: z.string().trim().min(1).max(255) }));

/**
 * `GET /documents?after=&limit=`: summaries, ascending by id, with `next` where more follow.
 * `GET /documents/:id`: the whole record; `GET /documents/:id/text`: the text that every
 * character range of the record points into. `POST /documents?name=`, the file as the body: takes
 * it in (202; 200 where the same content came before or is refused) and starts the document flow.
 * `POST /documents/:id/run-again` starts it where a result is missing (202), and leaves what is there.
 * `GET` and `PUT /documents/:id/label`: what a person says that it is, for training and scoring.
 */
export const documentsArea = area({
  name: 'documents-api',
  does: 'Documents: list, read, upload',
  routes: [
    { path: 'documents', methods: ['GET', 'POST'] },
    { path: 'documents/{proxy+}', methods: ['GET', 'PUT', 'POST'] },
  ],
  touches: TOUCHES,
  memoryMb: 1_024,
  timeoutSeconds: 120,
  app: documentsApp,
});
type DocumentsPorts = PortsOf<(typeof TOUCHES)[number]>;

function documentsApp(ports: DocumentsPorts): Hono<ApiEnv> {
  const app = createArea();
  app.get('/documents', async (c) => {
    const { after, limit } = pageSchema().parse(c.req.query());
    const page = await ports.records.list({
      tenant: c.var.tenant,
      kind: 'document',
      limit,
      ...(after === undefined ? {} : { after }),
    });
    const items = page.items.map(({ value }) =>
      summariseDocument(documentRecordSchema().parse(value)),
    );
    return c.json({ items, ...(page.next === undefined ? {} : { next: page.next }) });
  });
  app.get('/documents/:id', async (c) =>
    c.json(await readRecord(ports, c.var.tenant, c.req.param('id'))),
  );
  app.get('/documents/:id/text', async (c) => {
    const { tenant } = c.var;
    const { documentId } = await readRecord(ports, tenant, c.req.param('id'));
    const bytes = await ports.documents.get({ tenant, documentId, name: 'text' });
    return c.json(documentTextSchema().parse(JSON.parse(new TextDecoder().decode(bytes))));
  });
  app.get('/documents/:id/label', async (c) => {
    const { tenant } = c.var;
    const { documentId: id } = await readRecord(ports, tenant, c.req.param('id'));
    const value = await ports.records.get({ tenant, kind: 'label', id });
    return c.json({
      label: value === null ? null : labelRecordSchema().parse(value),
      categories: ports.taxonomy.categories.map(({ name }) => name),
      fields: ports.taxonomy.fields.map(({ name, type }) => ({ name, type })),
    });
  });
  app.put('/documents/:id/label', async (c) => {
    const said = labelSchema().parse(await readJson(c.req.raw, LABEL));
    const label = { documentId: c.req.param('id'), ...said };
    return c.json(await labelDocument(ports)({ tenant: c.var.tenant, by: userOf(c), label }));
  });
  app.post('/documents/:id/run-again', async (c) => {
    const record = await readRecord(ports, c.var.tenant, c.req.param('id'));
    const started = await runAgain(ports)(record);
    return c.json({ documentId: record.documentId, started }, started ? 202 : 200);
  });
  app.post('/documents', limitBody(ports), async (c) => {
    const { tenant } = c.var;
    const { name } = uploadSchema().parse(c.req.query());
    await ports.limits.take(tenant, 'upload', 0);
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const received = await receiveUpload(ports)({ tenant, name, bytes });
    const record = await readRecord(ports, tenant, received.documentId);
    // Also where an earlier upload was cut off before its flow began, or a flow or a side failed.
    await runAgain(ports)(record);
    return c.json(received, received.status === 'received' ? 202 : 200);
  });
  return app;
}

/** Stops reading at the limit, so that no upload can fill the memory. */
function limitBody({ ingestion }: PortsOf<'settings.ingestion'>) {
  return bodyLimit({
    maxSize: ingestion.maxBytes,
    onError: () => {
      throw new HTTPException(413, { message: oversized(ingestion) });
    },
  });
}

async function readRecord(
  ports: { readonly records: RecordsRead<'document'> },
  tenant: string,
  documentId: string,
): Promise<DocumentRecord> {
  const value = await ports.records.get({ tenant, kind: 'document', id: documentId });
  if (value === null) {
    throw new NotFoundError(`no document ${documentId}; GET /api/documents lists those there are`);
  }
  return documentRecordSchema().parse(value);
}
