import * as z from 'zod';
import { step } from '../../../step.ts';
import { documentReferenceSchema } from '../../document/document.ts';
import { loadDocumentText } from '../../document/load-document-text.ts';
import { documentChunks } from './document-chunks.ts';
import { storeChunks } from './stored-chunks.ts';

/** Cuts the document's text by the released `rag` settings and stores the blob `chunks`. */
export const chunkDocument = step({
  name: 'llmops-chunk-document',
  does: 'Cuts a document’s text into chunks',
  input: documentReferenceSchema,
  output: () => z.strictObject({ chunks: z.number(), durationMs: z.number() }),
  touches: ['documents.read:text', 'documents.write:chunks', 'configuration'],
  run: (ports) => async (document) => {
    const started = ports.now();
    const { text } = await loadDocumentText(ports)(document);
    const { rag } = await ports.configuration.current();
    const chunks = documentChunks(document.documentId, text, rag);
    await storeChunks(ports.documents, document, chunks);
    return { chunks: chunks.length, durationMs: ports.now() - started };
  },
});
