import type { RecordKind } from '../../store-ports.ts';
import type { ClientSettings } from '../client-settings.ts';
import { emptyBucket } from '../empty-bucket.ts';
import { dynamoRecords } from '../records.ts';

const PAGE = 100;
/** What driving the product writes; the log of who did what (`audit`) is never shortened. */
const KINDS: readonly RecordKind[] = ['document', 'interaction', 'review', 'comparison', 'counter'];

/**
 * Removes the documents and questions of a tenant from the table and the document bucket, every
 * version of them. Needs dynamodb:Query and DeleteItem, s3:ListBucketVersions, s3:DeleteObject and
 * DeleteObjectVersion.
 * @returns how many records were removed
 */
export async function removeTenantData(
  tenant: string,
  store: {
    readonly recordsTable: string;
    readonly documentsBucket: string;
    readonly client: ClientSettings;
  },
): Promise<number> {
  const { recordsTable, documentsBucket, client } = store;
  const records = dynamoRecords({ recordsTable, client });
  let removed = 0;
  for (const kind of KINDS) {
    let page: readonly { readonly id: string }[];
    do {
      ({ items: page } = await records.list({ tenant, kind, limit: PAGE }));
      for (const { id } of page) await records.remove({ tenant, kind, id });
      removed += page.length;
    } while (page.length === PAGE);
  }
  await emptyBucket(documentsBucket, client, `${tenant}/`);
  return removed;
}
