import type { UploadLink } from '../../../deployment-ports.ts';
import { InvalidInputError } from '../../../errors.ts';
import type { Ports } from '../../../ports.ts';
import type { RecordsWrite } from '../../../store-ports.ts';
import { claimedMediaType } from '../media-type.ts';
import { checkName } from './receive-upload.ts';
import { type UploadRecord, uploadKey } from './upload-record.ts';

/** 50 MB, the largest file of every profile, take 7 minutes at 1 Mbit/s. */
const LASTS_SECONDS = 900;

export interface OfferedUpload extends UploadLink {
  readonly uploadId: string;
  readonly method: 'PUT';
  /** ISO 8601: an upload must begin before. */
  readonly expiresAt: string;
}

/**
 * Offers a link to one tenant's inbox for one file of a declared size; its type is what its name claims.
 * What comes through it is taken in by `receive-document`, as what is dropped is.
 * @throws InvalidInputError for a name that is empty or too long, or a file over `ingestion.maxBytes`
 */
export function offerUpload(
  ports: Pick<Ports, 'uploadLinks' | 'ingestion' | 'now' | 'newId'> & {
    readonly records: RecordsWrite<'upload'>;
  },
) {
  return async (file: {
    readonly tenant: string;
    readonly name: string;
    readonly bytes: number;
  }): Promise<OfferedUpload> => {
    const { tenant, name, bytes } = file;
    checkName(name);
    const { maxBytes } = ports.ingestion;
    if (bytes > maxBytes) {
      throw new InvalidInputError(
        `a document must have at most ${maxBytes} bytes, got ${bytes}; split it or raise ingestion.maxBytes in config`,
      );
    }
    const uploadId = ports.newId();
    const expiresAt = new Date(ports.now() + LASTS_SECONDS * 1_000).toISOString();
    // The record first: what comes through the link is known by it alone.
    const record: UploadRecord = { status: 'offered', name, bytes, expiresAt };
    await ports.records.put({ tenant, kind: 'upload', id: uploadId }, record);
    const link = await ports.uploadLinks.offer({
      key: uploadKey(tenant, uploadId),
      bytes,
      mediaType: claimedMediaType(name) ?? 'application/octet-stream',
      lastsSeconds: LASTS_SECONDS,
    });
    return { uploadId, method: 'PUT', ...link, expiresAt };
  };
}
