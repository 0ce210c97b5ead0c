import * as z from 'zod';
import type { DocumentRecord } from '../domain/document/document.ts';
import { quarantineDocument as quarantineDocumentOf } from '../domain/document/quarantine-document.ts';
import { refusalSchema } from '../domain/document/refusal.ts';
import type { Audit, Ports } from '../ports.ts';

const eventSchema = z.strictObject({
  tenant: z.string(),
  documentId: z.string(),
  refusal: refusalSchema,
});

/** State `quarantine-document` of the document flow. */
export const quarantineDocument =
  (ports: Pick<Ports, 'records' | 'now'> & { readonly audit?: Audit }) =>
  async (event: unknown): Promise<DocumentRecord> =>
    quarantineDocumentOf(ports)(eventSchema.parse(event));
