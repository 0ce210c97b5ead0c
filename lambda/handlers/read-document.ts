import * as z from 'zod';
import {
  readDocument as readDocumentOf,
  type ReadResult,
} from '../domain/document/read-document.ts';
import type { Ports } from '../ports.ts';

const eventSchema = z.strictObject({ tenant: z.string(), documentId: z.string() });

/** State `read-document` of the document flow. */
export const readDocument =
  (ports: Pick<Ports, 'documents' | 'records' | 'parser' | 'text' | 'ingestion' | 'now'>) =>
  async (event: unknown): Promise<ReadResult> =>
    readDocumentOf(ports)(eventSchema.parse(event));
