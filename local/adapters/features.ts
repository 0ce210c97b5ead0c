import { rm } from 'node:fs/promises';
import * as z from 'zod';

import type { Features } from '../../lambda/ports.ts';
import { readExisting, safePath, writeAtomically } from './atomic-files.ts';

const recordSchema = z.strictObject({
  vector: z.strictObject({ indices: z.array(z.int()), values: z.array(z.number()) }),
  vectoriser: z.string(),
  eventTime: z.string(),
});

/** One JSON file a document: `<directory>/<tenant>/<documentId>.json`. */
export function fileFeatures(options: { readonly directory: string }): Features {
  const pathOf = (tenant: string, documentId: string): string =>
    safePath(options.directory, [tenant, `${documentId}.json`]);
  return {
    async put({ tenant, documentId }, record) {
      await writeAtomically(
        pathOf(tenant, documentId),
        new TextEncoder().encode(JSON.stringify(record)),
      );
    },
    async remove({ tenant, documentId }) {
      await rm(pathOf(tenant, documentId), { force: true });
    },
    async get({ tenant, documentId }) {
      const bytes = await readExisting(pathOf(tenant, documentId), `features of ${documentId}`);
      return recordSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
    },
  };
}
