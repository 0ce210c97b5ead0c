import * as z from 'zod';
import { lazily } from '../../../lazily.ts';
import { InvalidInputError } from '../../../errors.ts';
import type { DocumentsRead, DocumentsWrite } from '../../../store-ports.ts';
import type { DocumentReference } from '../../document/document.ts';
import type { Chunk } from '../answer/answer.ts';

const chunksSchema = lazily(() =>
  z.array(
    z.strictObject({
      chunkId: z.string(),
      documentId: z.string(),
      range: z.tuple([z.int().min(0), z.int().min(0)]),
      text: z.string(),
      headings: z.array(z.string()),
    }),
  ),
);

/** Stores the `chunks` blob of a document. */
export async function storeChunks(
  documents: DocumentsWrite<'chunks'>,
  { tenant, documentId }: DocumentReference,
  chunks: readonly Chunk[],
): Promise<void> {
  const body = new TextEncoder().encode(JSON.stringify(chunks));
  await documents.put({ tenant, documentId, name: 'chunks' }, body, 'application/json');
}

/** @throws NotFoundError where the document was not chunked, InvalidInputError for another shape */
export async function loadChunks(
  documents: Pick<DocumentsRead<'chunks'>, 'get'>,
  { tenant, documentId }: DocumentReference,
): Promise<readonly Chunk[]> {
  const bytes = await documents.get({ tenant, documentId, name: 'chunks' });
  const parsed = chunksSchema().safeParse(JSON.parse(new TextDecoder().decode(bytes)));
  if (parsed.success) return parsed.data;
  throw new InvalidInputError(
    `blob chunks of document ${documentId} must be a list of chunks: ${z.prettifyError(parsed.error)}; ` +
      'chunk the document again',
  );
}
