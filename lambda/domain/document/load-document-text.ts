import * as z from 'zod';
import { InvalidInputError } from '../../errors.ts';
import type { DocumentsRead } from '../../store-ports.ts';
import { type DocumentReference, type DocumentText, documentTextSchema } from './document.ts';

/**
 * The `text` blob that `read-document` stored.
 * @throws NotFoundError where the document was not read, InvalidInputError for another shape
 */
export function loadDocumentText(ports: { readonly documents: DocumentsRead<'text'> }) {
  return async (document: DocumentReference): Promise<DocumentText> => {
    const { tenant, documentId } = document;
    const bytes = await ports.documents.get({ tenant, documentId, name: 'text' });
    const parsed = documentTextSchema().safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    if (parsed.success) return parsed.data;
    throw new InvalidInputError(
      `blob text of document ${documentId} must be a DocumentText: ${z.prettifyError(parsed.error)}; ` +
        'read the document again',
    );
  };
}
