import * as z from 'zod';
import { describeDocument as describeDocumentOf } from '../domain/document/describe-document.ts';
import type { DocumentDescription } from '../domain/document/document.ts';
import type { Ports } from '../ports.ts';

const eventSchema = z.strictObject({ tenant: z.string(), documentId: z.string() });

/** State `describe-document` of the document flow. */
export const describeDocument =
  (ports: Pick<Ports, 'documents' | 'now'>) =>
  async (event: unknown): Promise<DocumentDescription & { readonly durationMs: number }> =>
    describeDocumentOf(ports)(eventSchema.parse(event));
