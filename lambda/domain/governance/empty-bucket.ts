import * as z from 'zod';
import { resource } from '../../step.ts';

/** Custom resource of `lib/shared/empty-on-delete.ts`: acts on deletion only. */
export const emptyBucket = resource({
  name: 'empty-bucket',
  does: 'Custom resource: removes every object version before its bucket is deleted',
  properties: () => z.object({ Bucket: z.string() }),
  touches: ['buckets.empty'],
  timeoutSeconds: 900,
  own:
    (ports) =>
    async ({ type, properties: { Bucket } }) => {
      if (type === 'Delete') await ports.buckets.empty(Bucket);
      return Bucket;
    },
});
