import type { RecordKind } from '../../store-ports.ts';
import type { ClientSettings } from '../client-settings.ts';
import { dynamoRecords } from '../records.ts';

const PAGE = 100;
/** What driving the product writes; the log of who did what (`audit`) is never shortened. */
const KINDS: readonly RecordKind[] = ['document', 'interaction', 'review', 'comparison', 'counter'];

/**
 * Removes the documents and questions of a tenant from the table. Needs dynamodb:Query and DeleteItem.
 * @returns how many records were removed
 */
export async function removeTenantRecords(
  tenant: string,
  options: { readonly recordsTable: string; readonly client: ClientSettings },
): Promise<number> {
  const records = dynamoRecords(options);
  let removed = 0;
  for (const kind of KINDS) {
    let page: readonly { readonly id: string }[];
    do {
      ({ items: page } = await records.list({ tenant, kind, limit: PAGE }));
      for (const { id } of page) await records.remove({ tenant, kind, id });
      removed += page.length;
    } while (page.length === PAGE);
  }
  return removed;
}
