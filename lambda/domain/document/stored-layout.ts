import * as z from 'zod';
import type { DocumentsRead, DocumentsWrite } from '../../store-ports.ts';
import { InvalidInputError } from '../../errors.ts';
import type { DocumentReference } from './document.ts';
import { type DocumentLayout, documentLayoutSchema } from '../layout/document-layout.ts';

/** Blob `layout`, beside `text`. */
export async function storeLayout(
  documents: DocumentsWrite<'layout'>,
  document: DocumentReference,
  layout: DocumentLayout,
): Promise<void> {
  const body = new TextEncoder().encode(JSON.stringify(layout));
  await documents.put({ ...document, name: 'layout' }, body, 'application/json');
}

/**
 * The layout that `read-document` stored.
 * @throws NotFoundError where the document was not read, InvalidInputError for another shape
 */
export function loadLayout(ports: { readonly documents: DocumentsRead<'layout'> }) {
  return async ({ tenant, documentId }: DocumentReference): Promise<DocumentLayout> => {
    const bytes = await ports.documents.get({ tenant, documentId, name: 'layout' });
    const parsed = documentLayoutSchema().safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    if (parsed.success) return parsed.data;
    throw new InvalidInputError(
      `blob layout of document ${documentId} must be a DocumentLayout: ` +
        `${z.prettifyError(parsed.error)}; read the document again`,
    );
  };
}
