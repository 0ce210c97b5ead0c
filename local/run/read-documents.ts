import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { RejectedDocument } from '../../lambda/domain/compare/run-measurement.ts';
import { loadDocumentText } from '../../lambda/domain/document/load-document-text.ts';
import { readDocument } from '../../lambda/domain/document/read-document.ts';
import { receiveUpload } from '../../lambda/domain/document/intake/receive-upload.ts';
import { InvalidInputError } from '../../lambda/errors.ts';
import type { LocalPorts } from '../platform.ts';
import { concurrently } from '../concurrently.ts';
import type { CorpusDocument } from '../corpus/corpus.ts';
import type { Progress } from './progress.ts';

/** The OCR pool has two workers; others parse meanwhile. */
const AT_ONCE = 4;

export interface ReadDocument {
  /** Id in the corpus. */
  readonly id: string;
  readonly documentId: string;
  readonly text: string;
}

export interface ReadCorpus {
  readonly read: readonly ReadDocument[];
  readonly rejected: readonly RejectedDocument[];
}

/**
 * Receives and reads every document of a corpus; what was read before is not read again. A
 * document that is refused is listed and the rest goes on.
 */
export async function readDocuments(
  request: {
    readonly tenant: string;
    readonly title: string;
    readonly ports: LocalPorts;
    readonly progress: Progress;
    readonly signal: AbortSignal;
  },
  documents: readonly CorpusDocument[],
): Promise<ReadCorpus> {
  const read: ReadDocument[] = [];
  const rejected: RejectedDocument[] = [];
  await request.progress.stage(request.title, documents.length, (tick) =>
    concurrently(documents, AT_ONCE, async ({ id, path }) => {
      request.signal.throwIfAborted();
      const outcome = await readOne(request, path);
      if ('code' in outcome) rejected.push({ id, ...outcome });
      else read.push({ id, ...outcome });
      tick();
    }),
  );
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return { read: read.toSorted(byId), rejected: rejected.toSorted(byId) };
}

async function readOne(
  request: { readonly tenant: string; readonly ports: LocalPorts },
  path: string,
): Promise<{ documentId: string; text: string } | { code: string; message: string }> {
  const { tenant, ports } = request;
  try {
    const bytes = await readFile(path);
    const { documentId } = await receiveUpload(ports)({ tenant, name: basename(path), bytes });
    const result = await readDocument(ports)({ tenant, documentId });
    if (result.status === 'refused') return result.refusal;
    const { text } = await loadDocumentText(ports)({ tenant, documentId });
    return { documentId, text };
  } catch (error) {
    // What cannot be received or recognised is refused like the rest; other errors are ours.
    if (error instanceof InvalidInputError) return { code: 'corrupt', message: error.message };
    throw error;
  }
}
