import { createHash } from 'node:crypto';
import { InvalidInputError } from '../../../errors.ts';
import type { Ports } from '../../../ports.ts';
import type { DocumentsRead, DocumentsWrite, RecordsWrite } from '../../../store-ports.ts';
import type { DocumentRecord, DocumentReference } from '../document.ts';
import { claimedMediaType } from '../media-type.ts';
import { refuse } from '../refusal.ts';
import type { ReceivedUpload } from './upload-record.ts';

/** A name is shown and compared, never opened: this is what a record has room for. */
const MAX_NAME_CHARACTERS = 255;

/**
 * Takes a document in: blob `source`, then a record with status `received`. The id is the hash of
 * tenant and content, so a second upload finds the first. Oversized content is recorded as
 * refused and not stored.
 * @throws InvalidInputError for a name that is empty or too long
 */
export function receiveUpload(
  ports: Pick<Ports, 'ingestion' | 'now'> & {
    readonly documents: Pick<DocumentsRead<'source'>, 'has'> & DocumentsWrite<'source'>;
    readonly records: RecordsWrite<'document'>;
  },
) {
  return async (upload: {
    readonly tenant: string;
    readonly name: string;
    readonly bytes: Uint8Array;
  }): Promise<ReceivedUpload> => {
    const { tenant, name, bytes } = upload;
    checkName(name);
    const documentId = documentIdOf(tenant, bytes);
    const document = { tenant, documentId };
    const received: DocumentRecord = {
      ...document,
      name,
      receivedAt: new Date(ports.now()).toISOString(),
      status: 'received',
    };
    const { maxBytes } = ports.ingestion;
    if (bytes.length > maxBytes) {
      const { refusal } = refuse(
        'oversized',
        `a document must have at most ${maxBytes} bytes, got ${bytes.length}; split it or raise ingestion.maxBytes in config`,
      );
      await ports.records.put(keyOf(document), { ...received, status: 'refused', refusal });
      return { documentId, status: 'refused', refusal };
    }
    // The blob first: a record always has its source, also when we are stopped in between.
    const source = { ...document, name: 'source' } as const;
    const mediaType = claimedMediaType(name) ?? 'application/octet-stream';
    if (!(await ports.documents.has(source))) await ports.documents.put(source, bytes, mediaType);
    const isNew = await ports.records.put(keyOf(document), received, { ifAbsent: true });
    return { documentId, status: isNew ? 'received' : 'known' };
  };
}

/** @throws InvalidInputError for a name that is empty or too long */
export function checkName(name: string): void {
  if (name.length > 0 && name.length <= MAX_NAME_CHARACTERS) return;
  throw new InvalidInputError(
    `a document's name must have 1 to ${MAX_NAME_CHARACTERS} characters, got ${name.length}; rename it`,
  );
}

/** First 32 hexadecimal digits of SHA-256 over tenant, line feed, content. */
export function documentIdOf(tenant: string, bytes: Uint8Array): string {
  return createHash('sha256').update(`${tenant}\n`).update(bytes).digest('hex').slice(0, 32);
}

function keyOf({ tenant, documentId }: DocumentReference) {
  return { tenant, kind: 'document', id: documentId } as const;
}
