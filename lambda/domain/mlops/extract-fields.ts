import type { Ports } from '../../ports.ts';
import type { DocumentReference, Extraction } from '../document/document.ts';
import { loadDocumentText } from '../document/load-document-text.ts';
import { extractWith } from '../fields/field-model.ts';
import { openBundle } from './open-bundle.ts';

/** Reads the text and picks each field's value that the serving model is sure enough of. */
export function extractFields(ports: Pick<Ports, 'documents' | 'models' | 'now'>) {
  const load = loadDocumentText(ports);
  return async (input: DocumentReference & { readonly category: string }): Promise<Extraction> => {
    const startedAt = ports.now();
    const { tenant, documentId, category } = input;
    const { text } = await load({ tenant, documentId });
    const { fields, version } = openBundle(await ports.models.serving());
    const extracted = extractWith(fields, text, category);
    return { fields: extracted, model: version, durationMs: ports.now() - startedAt };
  };
}
