import type { Ports } from '../../ports.ts';
import type { DocumentReference } from '../document/document.ts';
import { loadDocumentText } from '../document/load-document-text.ts';
import { documentChunks } from './document-chunks.ts';
import { storeChunks } from './stored-chunks.ts';

/** Cuts the document's text by the `rag` settings and stores the blob `chunks`. */
export function chunkDocument(ports: Pick<Ports, 'documents' | 'rag' | 'now'>) {
  return async (document: DocumentReference) => {
    const started = ports.now();
    const { text } = await loadDocumentText(ports)(document);
    const chunks = documentChunks(document.documentId, text, ports.rag);
    await storeChunks(ports.documents, document, chunks);
    return { chunks: chunks.length, durationMs: ports.now() - started };
  };
}
