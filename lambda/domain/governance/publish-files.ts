import * as z from 'zod';
import { resource } from '../../step.ts';
import { publishInto } from './published-files.ts';

/** Custom resource of `lib/shared/published-files.ts`; deleting it leaves the files to the bucket. */
export const publishFiles = resource({
  name: 'publish-files',
  does: 'Custom resource: copies the files of an archive to a bucket',
  properties: () =>
    z.object({
      ArchiveBucket: z.string(),
      ArchiveKey: z.string(),
      Bucket: z.string(),
      Prefix: z.string(),
      Mode: z.enum(['immutable', 'replace']),
      Texts: z.record(z.string(), z.string()).optional(),
    }),
  touches: ['buckets.publish'],
  memoryMb: 1_024,
  timeoutSeconds: 300,
  own:
    ({ buckets }) =>
    async ({ type, properties }) => {
      const { ArchiveBucket, ArchiveKey, Bucket, Prefix, Mode, Texts = {} } = properties;
      if (type !== 'Delete') {
        const store = {
          get: (key: string) => buckets.get(Bucket, key),
          put: (key: string, body: Uint8Array, file: Parameters<typeof buckets.put>[3]) =>
            buckets.put(Bucket, key, body, file),
        };
        const archive = await buckets.get(ArchiveBucket, ArchiveKey);
        await publishInto(store, { archive, prefix: Prefix, mode: Mode, texts: Texts });
      }
      return `${Bucket}/${Prefix}`;
    },
});
