import type { Buckets } from '../deployment-ports.ts';
import type { ClientSettings } from './client-settings.ts';
import { emptyBucket } from './empty-bucket.ts';
import { s3Blobs } from './s3-blobs.ts';

/** Needs what the bucket's own policy admits: see `lib/shared/{published-files,empty-on-delete}.ts`. */
export function s3Buckets(settings: ClientSettings = {}): Buckets {
  const blobs = (bucket: string) => s3Blobs({ bucket, client: settings });
  return {
    get: (bucket, key) => blobs(bucket).get(key),
    put: (bucket, key, body, object) => blobs(bucket).put(key, body, object),
    empty: (bucket) => emptyBucket(bucket, settings),
  };
}
