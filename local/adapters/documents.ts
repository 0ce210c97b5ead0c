import { rm } from 'node:fs/promises';
import type { BlobKey, Documents } from '../../lambda/store-ports.ts';
import { exists, readExisting, safePath, writeAtomically } from './atomic-files.ts';

/** Blobs as files, `<directory>/<tenant>/<documentId>/<name>`; the media type is not kept. */
export function fileDocuments(options: { readonly directory: string }): Documents {
  const pathOf = ({ tenant, documentId, name }: BlobKey) =>
    safePath(options.directory, [tenant, documentId, name]);
  return {
    put: (key, body) => writeAtomically(pathOf(key), body),
    get: (key) =>
      readExisting(pathOf(key), `blob ${key.name} of document ${key.documentId} (${key.tenant})`),
    has: (key) => exists(pathOf(key)),
    remove: ({ tenant, documentId }) =>
      rm(safePath(options.directory, [tenant, documentId]), { recursive: true, force: true }),
  };
}
