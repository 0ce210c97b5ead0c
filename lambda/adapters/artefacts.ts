import type { Artefacts } from '../store-ports.ts';
import type { ClientSettings } from './client-settings.ts';
import { s3Blobs } from './s3-blobs.ts';

/** Versioned blobs at their path. Needs s3:GetObject, s3:PutObject, s3:ListBucket. */
export function s3Artefacts(options: {
  readonly artefactsBucket: string;
  readonly client?: ClientSettings;
}): Artefacts {
  const blobs = s3Blobs({ bucket: options.artefactsBucket, client: options.client });
  return {
    async put(path, body, mediaType) {
      await blobs.put(path, body, { mediaType });
    },
    async get(path) {
      return blobs.get(path);
    },
    async has(path) {
      return blobs.has(path);
    },
    uri(path) {
      return `s3://${options.artefactsBucket}/${path}`;
    },
  };
}
