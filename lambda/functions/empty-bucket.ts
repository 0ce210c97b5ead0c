import * as z from 'zod';
import { customResource } from '../adapters/custom-resource.ts';
import { emptyBucket } from '../adapters/empty-bucket.ts';

const propertiesSchema = z.object({ Bucket: z.string() });

/** Custom resource of `lib/shared/bucket-cleaner.ts`: acts on deletion only. */
export const handler = customResource(async ({ type, properties }) => {
  const { Bucket } = propertiesSchema.parse(properties);
  if (type === 'Delete') await emptyBucket(Bucket);
  return Bucket;
});
