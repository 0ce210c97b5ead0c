import * as z from 'zod';
import type { Documents } from '../../ports.ts';
import { InvalidInputError } from '../../errors.ts';
import type { DocumentReference, DocumentText } from './document.ts';

const documentTextSchema = z.strictObject({
  text: z.string(),
  pages: z.int().min(0),
  method: z.enum(['text', 'ocr']),
  mediaType: z.string(),
  ocrConfidence: z.number().min(0).max(1).nullable(),
});

/**
 * The `text` blob that `read-document` stored.
 * @throws NotFoundError where the document was not read, InvalidInputError for another shape
 */
export function loadDocumentText(ports: { readonly documents: Documents }) {
  return async (document: DocumentReference): Promise<DocumentText> => {
    const { tenant, documentId } = document;
    const bytes = await ports.documents.get({ tenant, documentId, name: 'text' });
    const parsed = documentTextSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    if (parsed.success) return parsed.data;
    throw new InvalidInputError(
      `blob text of document ${documentId} must be a DocumentText: ${z.prettifyError(parsed.error)}; ` +
        'read the document again',
    );
  };
}
