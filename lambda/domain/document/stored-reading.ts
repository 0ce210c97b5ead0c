import * as z from 'zod';
import type { IngestionLimits } from '../../../config/schema.ts';
import { lazily } from '../../lazily.ts';
import type { DocumentsRead, DocumentsWrite } from '../../store-ports.ts';
import { type DocumentReference, methodSchema } from './document.ts';
import { refusalSchema } from './refusal.ts';

/** Changes whenever a parser does: what an older one read is read again. */
const READER = 3;

/** Blobs `layout` and `text` are written where `status` is `read`; a refusal writes nothing. */
export const readResultSchema = lazily(() =>
  z.discriminatedUnion('status', [
    z.strictObject({
      status: z.literal('read'),
      pages: z.number(),
      characters: z.number(),
      method: methodSchema(),
      mediaType: z.string(),
      durationMs: z.number(),
    }),
    z.strictObject({
      status: z.literal('refused'),
      refusal: refusalSchema(),
      durationMs: z.number(),
    }),
  ]),
);
export type ReadResult = Readonly<z.infer<ReturnType<typeof readResultSchema>>>;
const readingSchema = lazily(() =>
  z.strictObject({ fingerprint: z.string(), result: readResultSchema() }),
);

/** What besides the content decides how a document is read: reader, limits, the name's claim. */
export function readingFingerprint(limits: IngestionLimits, claimed: string | null): string {
  const { maxBytes, maxPages, maxDepth, maxExpansion } = limits;
  return JSON.stringify([READER, maxBytes, maxPages, maxDepth, maxExpansion, claimed]);
}

/** The result of an earlier reading under the same fingerprint; null where there is none. */
export async function loadReading(
  documents: DocumentsRead<'reading'>,
  document: DocumentReference,
  fingerprint: string,
): Promise<ReadResult | null> {
  const key = { ...document, name: 'reading' } as const;
  if (!(await documents.has(key))) return null;
  const bytes = await documents.get(key);
  const stored = readingSchema().safeParse(JSON.parse(new TextDecoder().decode(bytes)));
  return stored.success && stored.data.fingerprint === fingerprint ? stored.data.result : null;
}

/** Stored after the text, so that a reading that is found always has its text. */
export async function storeReading(
  documents: DocumentsWrite<'reading'>,
  document: DocumentReference,
  reading: { readonly fingerprint: string; readonly result: ReadResult },
): Promise<void> {
  const bytes = new TextEncoder().encode(JSON.stringify(reading));
  await documents.put({ ...document, name: 'reading' }, bytes, 'application/json');
}
