import * as z from 'zod';
import { customResource } from '../adapters/custom-resource.ts';
import { s3Blobs } from '../adapters/s3-blobs.ts';
import { publishFiles } from '../domain/governance/publish-files.ts';

const propertiesSchema = z.object({
  ArchiveBucket: z.string(),
  ArchiveKey: z.string(),
  Bucket: z.string(),
  Prefix: z.string(),
  Mode: z.enum(['immutable', 'replace']),
  Texts: z.record(z.string(), z.string()).default({}),
});

/** Custom resource of `lib/shared/published-files.ts`; deleting it leaves the files to the bucket. */
export const handler = customResource(async ({ type, properties }) => {
  const { ArchiveBucket, ArchiveKey, Bucket, Prefix, Mode, Texts } =
    propertiesSchema.parse(properties);
  if (type !== 'Delete') {
    const archive = await s3Blobs({ bucket: ArchiveBucket }).get(ArchiveKey);
    const publication = { archive, prefix: Prefix, mode: Mode, texts: Texts };
    await publishFiles(s3Blobs({ bucket: Bucket }), publication);
  }
  return `${Bucket}/${Prefix}`;
});
