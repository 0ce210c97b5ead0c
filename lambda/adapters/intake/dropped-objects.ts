import type { DroppedObjects } from '../../deployment-ports.ts';
import type { ClientSettings } from '../client-settings.ts';
import { s3Blobs } from '../s3-blobs.ts';

/** What was dropped into `incoming/`. Needs s3:GetObject there; to remove s3:DeleteObjectVersion too. */
export function s3DroppedObjects(options: {
  readonly documentsBucket: string;
  readonly client?: ClientSettings;
}): DroppedObjects {
  const blobs = s3Blobs({ bucket: options.documentsBucket, client: options.client });
  return {
    async read(key, maxBytes) {
      return blobs.get(key, maxBytes);
    },
    async remove(key) {
      await blobs.removeVersions(key);
    },
  };
}
