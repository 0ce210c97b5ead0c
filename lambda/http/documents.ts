import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import * as z from 'zod';
import type { DocumentRecord, DocumentText } from '../domain/document/document.ts';
import { documentRecordSchema } from '../domain/document/document-record.ts';
import { summariseDocument } from '../domain/document/document-summary.ts';
import { receiveDocument } from '../domain/document/receive-document.ts';
import { NotFoundError } from '../errors.ts';
import type { Flows } from '../flows.ts';
import type { Ports } from '../ports.ts';
import { createArea, type ApiEnv } from './area.ts';

export type DocumentsPorts = Pick<Ports, 'documents' | 'records' | 'limits' | 'ingestion' | 'now'> &
  Pick<Flows, 'startDocumentFlow'>;

const pageSchema = z.strictObject({
  /** The `next` of the page before. */
  after: z.string().min(1).max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** 255 characters: what a record has room for. */
const uploadSchema = z.strictObject({ name: z.string().trim().min(1).max(255) });

const textSchema: z.ZodType<DocumentText> = z.object({
  text: z.string(),
  pages: z.number(),
  method: z.enum(['text', 'ocr']),
  mediaType: z.string(),
  ocrConfidence: z.number().nullable(),
});

/**
 * `GET /documents?after=&limit=`: summaries, ascending by id, with `next` where more follow.
 * `GET /documents/:id`: the whole record; `GET /documents/:id/text`: the text that every
 * character range of the record points into. `POST /documents?name=`, the file as the body: takes
 * it in (202; 200 where the same content came before or is refused) and starts the document flow.
 */
export function documentsArea(ports: DocumentsPorts): Hono<ApiEnv> {
  const area = createArea();
  area.get('/documents', async (c) => {
    const { after, limit } = pageSchema.parse(c.req.query());
    const page = await ports.records.list({
      tenant: c.var.tenant,
      kind: 'document',
      limit,
      ...(after === undefined ? {} : { after }),
    });
    const items = page.items.map(({ value }) =>
      summariseDocument(documentRecordSchema.parse(value)),
    );
    return c.json({ items, ...(page.next === undefined ? {} : { next: page.next }) });
  });
  area.get('/documents/:id', async (c) =>
    c.json(await readRecord(ports, c.var.tenant, c.req.param('id'))),
  );
  area.get('/documents/:id/text', async (c) => {
    const { tenant } = c.var;
    const { documentId } = await readRecord(ports, tenant, c.req.param('id'));
    const bytes = await ports.documents.get({ tenant, documentId, name: 'text' });
    return c.json(textSchema.parse(JSON.parse(new TextDecoder().decode(bytes))));
  });
  area.post('/documents', limitBody(ports), async (c) => {
    const { tenant } = c.var;
    const { name } = uploadSchema.parse(c.req.query());
    await ports.limits.take(tenant, 'upload', 0);
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const received = await receiveDocument(ports)({ tenant, name, bytes });
    const record = await readRecord(ports, tenant, received.documentId);
    // Also where an earlier upload was cut off before its flow began.
    if (record.status === 'received')
      await ports.startDocumentFlow({ tenant, documentId: received.documentId });
    return c.json(received, received.status === 'received' ? 202 : 200);
  });
  return area;
}

/** Stops reading at the limit, so that no upload can fill the memory. */
function limitBody({ ingestion }: Pick<Ports, 'ingestion'>) {
  return bodyLimit({
    maxSize: ingestion.maxBytes,
    onError: () => {
      throw new HTTPException(413, {
        message: `an upload must have at most ${ingestion.maxBytes} bytes; split it or raise ingestion.maxBytes`,
      });
    },
  });
}

async function readRecord(
  ports: Pick<Ports, 'records'>,
  tenant: string,
  documentId: string,
): Promise<DocumentRecord> {
  const value = await ports.records.get({ tenant, kind: 'document', id: documentId });
  if (value === null) {
    throw new NotFoundError(`no document ${documentId}; GET /api/documents lists those there are`);
  }
  return documentRecordSchema.parse(value);
}
