import type { Ports } from '../../ports.ts';
import { orderId, textOf } from './check-compliance.ts';
import type { DocumentRecord } from '../document/document.ts';
import { documentRecordSchema } from '../document/document-record.ts';
import { awaitsDocument, recheckCompliance } from './recheck-compliance.ts';

type RecheckPorts = Pick<Ports, 'documents' | 'records' | 'taxonomy' | 'gates' | 'now'>;

/** A record that was written; `value` is null where it was removed. */
export interface WrittenRecord {
  readonly tenant: string;
  readonly kind: string;
  readonly recordId: string;
  readonly value: unknown;
}

const PAGE = 100;

/**
 * Judges documents again when what they wait for comes, whatever comes first:
 * 1. a document that waits for an order is noted under that order and judged at once, for the order
 *    may have come since its flow looked;
 * 2. an order lets every document judge again that is noted under it.
 * The note goes when the document waits no more. Running it twice changes nothing.
 */
export function recheckWaiting(ports: RecheckPorts) {
  return async (written: readonly WrittenRecord[]): Promise<{ readonly judged: number }> => {
    let judged = 0;
    for (const { tenant, kind, recordId, value } of written) {
      if (value === null) continue;
      if (kind === 'purchase-order') judged += await orderCame(ports, tenant, recordId);
      if (kind === 'document')
        judged += await documentCame(ports, documentRecordSchema.parse(value));
    }
    return { judged };
  };
}

async function documentCame(ports: RecheckPorts, record: DocumentRecord): Promise<number> {
  if (!awaitsDocument(record.compliance ?? [])) return 0;
  const { tenant, documentId } = record;
  let judged = 0;
  for (const order of awaitedOrders(record)) {
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
    const { items, next }: Awaited<ReturnType<Ports['records']['list']>> =
      await ports.records.list(page);
    const notes = items.filter(({ id }) => id.startsWith(prefix));
    for (const { id } of notes) judged += await judge(ports, tenant, id);
    after = notes.length === items.length ? next : undefined;
  }
  return judged;
}

async function judge(ports: RecheckPorts, tenant: string, note: string): Promise<number> {
  const documentId = note.slice(note.indexOf('/') + 1);
  const record = await recheckCompliance(ports)({ tenant, documentId });
  if (record !== null && awaitsDocument(record.compliance ?? [])) return 0;
  await ports.records.remove({ tenant, kind: 'awaited-order', id: note });
  return record === null ? 0 : 1;
}

/** Both sides may have read another number; each is waited for. */
function awaitedOrders({ results }: DocumentRecord): ReadonlySet<string> {
  const sides = results ? [results.mlops, results.llmops] : [];
  const numbers = sides.flatMap((side) =>
    side.status === 'done'
      ? [orderId(textOf(side.extraction.fields['purchase_order_number']?.value))]
      : [],
  );
  return new Set(numbers.filter((number) => number !== ''));
}
