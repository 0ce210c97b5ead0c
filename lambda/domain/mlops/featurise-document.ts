import type { Ports } from '../../ports.ts';
import type { DocumentReference } from '../document/document.ts';
import { loadDocumentText } from '../document/load-document-text.ts';
import { openBundle } from './open-bundle.ts';
import { vectorise } from '../features/vectoriser.ts';

export interface FeaturisedDocument {
  /** Version of the vectoriser that the row belongs to. */
  readonly vectoriser: string;
  /** Columns with a value. */
  readonly entries: number;
  readonly durationMs: number;
}

/** 1. reads the text, 2. vectorises it as in training, 3. stores the row. */
export function featuriseDocument(ports: Pick<Ports, 'documents' | 'features' | 'models' | 'now'>) {
  const load = loadDocumentText(ports);
  return async (document: DocumentReference): Promise<FeaturisedDocument> => {
    const startedAt = ports.now();
    const { tenant, documentId } = document;
    const { text } = await load({ tenant, documentId });
    const { vectoriser } = openBundle(await ports.models.serving());
    const vector = vectorise(vectoriser, text);
    const eventTime = new Date(startedAt).toISOString();
    const record = { vector, vectoriser: vectoriser.version, eventTime };
    await ports.features.put({ tenant, documentId }, record);
    return {
      vectoriser: vectoriser.version,
      entries: vector.indices.length,
      durationMs: ports.now() - startedAt,
    };
  };
}
