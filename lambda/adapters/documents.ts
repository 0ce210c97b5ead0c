import type { DocumentReference } from '../domain/document/document.ts';
import { InvalidInputError } from '../errors.ts';
import type { BlobKey, Documents } from '../store-ports.ts';
import type { ClientSettings } from './client-settings.ts';
import { s3Blobs } from './s3-blobs.ts';

/** No slash, no dots alone: a tenant can never reach another tenant's prefix. */
const SEGMENT = /^(?!\.+$)[\w.@+=-]{1,128}$/;

/**
 * Blobs at `<tenant>/<documentId>/<name>`. Needs s3:GetObject, s3:PutObject and
 * s3:ListBucket (without the last one S3 answers 403 for a missing object); to remove
 * s3:ListBucketVersions and s3:DeleteObjectVersion.
 */
export function s3Documents(options: {
  readonly documentsBucket: string;
  readonly client?: ClientSettings;
}): Documents {
  const blobs = s3Blobs({ bucket: options.documentsBucket, client: options.client });
  return {
    async put(key, body, mediaType) {
      await blobs.put(path(key), body, { mediaType });
    },
    async get(key) {
      return blobs.get(path(key));
    },
    async has(key) {
      return blobs.has(path(key));
    },
    async remove(document) {
      await blobs.removeVersions(prefix(document));
    },
  };
}

function path(key: BlobKey): string {
  return `${prefix(key)}${segment('name', key.name)}`;
}

function prefix({ tenant, documentId }: DocumentReference): string {
  return `${segment('tenant', tenant)}/${segment('documentId', documentId)}/`;
}

function segment(what: string, value: string): string {
  if (SEGMENT.test(value)) return value;
  throw new InvalidInputError(
    `${what} must be 1 to 128 letters, digits or . _ - @ + =, got ${JSON.stringify(value)}`,
  );
}
