import type { PortsOf } from '../../capabilities.ts';
import { consumer } from '../../step.ts';
import type { RecordPage } from '../../store-ports.ts';
import { type DocumentRecord, documentRecordSchema } from '../document/document.ts';
import { awaitedOrders, recheckDocument } from './recheck-document.ts';

const PAGE = 100;

/**
 * Judges documents again when what they wait for comes, whatever comes first:
 * 1. a document that waits for an order is noted under that order and judged at once, for the order
 *    may have come since its flow looked;
 * 2. an order lets every document judge again that is noted under it.
 * The note goes when the document waits no more. Running it twice changes nothing.
 */
export const recheckCompliance = consumer({
  name: 'recheck-compliance',
  does: 'Judges documents again when what they wait for comes',
  of: ['document', 'purchase-order'],
  touches: [
    'documents.read:text',
    'records.read:document',
    'records.write:document',
    'records.read:purchase-order',
    'records.write:purchase-order',
    'records.read:awaited-order',
    'records.write:awaited-order',
    'records.remove:awaited-order',
    'settings.taxonomy',
    'settings.gates',
  ],
  timeoutSeconds: 120,
  take: (ports) => async (changes) => {
    let judged = 0;
    for (const { tenant, kind, recordId, value } of changes) {
      if (value === null) continue;
      if (kind === 'purchase-order') judged += await orderCame(ports, tenant, recordId);
      if (kind === 'document') {
        judged += await documentCame(ports, documentRecordSchema().parse(value));
      }
    }
    return { judged };
  },
});
type RecheckPorts = PortsOf<(typeof recheckCompliance)['touches'][number]>;

async function documentCame(ports: RecheckPorts, record: DocumentRecord): Promise<number> {
  const { tenant, documentId, compliance } = record;
  let judged = 0;
  for (const order of awaitedOrders(compliance)) {
    const key = { tenant, kind: 'awaited-order', id: `${order}/${documentId}` } as const;
    await ports.records.put(key, { documentId });
    judged += await judge(ports, tenant, key.id);
  }
  return judged;
}

/** Pages of notes, read before any is removed. */
async function orderCame(ports: RecheckPorts, tenant: string, order: string): Promise<number> {
  const prefix = `${order}/`;
  let after: string | undefined = prefix;
  let judged = 0;
  while (after !== undefined) {
    const page = { tenant, kind: 'awaited-order', limit: PAGE, after } as const;
    const { items, next }: RecordPage = await ports.records.list(page);
    const notes = items.filter(({ id }) => id.startsWith(prefix));
    for (const { id } of notes) judged += await judge(ports, tenant, id);
    after = notes.length === items.length ? next : undefined;
  }
  return judged;
}

async function judge(ports: RecheckPorts, tenant: string, note: string): Promise<number> {
  const documentId = note.slice(note.indexOf('/') + 1);
  const record = await recheckDocument(ports)({ tenant, documentId });
  if (record !== null && awaitedOrders(record.compliance).size > 0) return 0;
  await ports.records.remove({ tenant, kind: 'awaited-order', id: note });
  return record === null ? 0 : 1;
}
