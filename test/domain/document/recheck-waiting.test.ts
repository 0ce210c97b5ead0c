import { gates } from '../../../config/gates.ts';
import type { DocumentRecord } from '../../../lambda/domain/document/document.ts';
import { recheckWaiting } from '../../../lambda/domain/document/recheck-waiting.ts';
import { openLocalPorts } from '../../fixtures/local-ports.ts';

const { ports, close } = openLocalPorts();
afterAll(close);

const REASON = 'purchase order PO-9 has not been received';
const key = { tenant: 'acme', kind: 'document', id: 'invoice-9' } as const;
const field = (value: string) => ({ value, confidence: 1, spans: [] });
const record: DocumentRecord = {
  tenant: 'acme',
  documentId: 'invoice-9',
  name: 'invoice.txt',
  receivedAt: '2026-01-15T00:00:00.000Z',
  status: 'recorded',
  results: {
    mlops: {
      side: 'mlops',
      status: 'done',
      classification: {
        category: 'invoice',
        confidence: 1,
        alternatives: [],
        model: 'm',
        durationMs: 1,
      },
      extraction: {
        fields: { purchase_order_number: field('PO-9'), total_amount: field('150.00') },
        model: 'm',
        durationMs: 1,
      },
      durationMs: 2,
    },
    llmops: { side: 'llmops', status: 'skipped' },
  },
  compliance: [
    { rule: 'invoice-matches-purchase-order', outcome: 'not-applicable', detail: REASON },
  ],
};

beforeEach(async () => {
  const text = {
    text: 'Invoice',
    pages: 1,
    method: 'text',
    mediaType: 'text/plain',
    ocrConfidence: null,
  };
  const body = new TextEncoder().encode(JSON.stringify(text));
  const blob = { tenant: 'acme', documentId: 'invoice-9', name: 'text' };
  await ports.documents.put(blob, body, 'application/json');
  await ports.records.put(key, record);
});

const invoice = { tenant: 'acme', kind: 'document', recordId: 'invoice-9', value: record };
const order = { documentId: 'order-9', number: 'PO-9', total: '100.00' };
const orderKey = { tenant: 'acme', kind: 'purchase-order', id: 'po9' } as const;
const orderCame = { tenant: 'acme', kind: 'purchase-order', recordId: 'po9', value: order };
const recheck = recheckWaiting({ ...ports, gates });
const note = { tenant: 'acme', kind: 'awaited-order', id: 'po9/invoice-9' } as const;
afterEach(async () => {
  await ports.records.remove(orderKey);
  await ports.records.remove(note);
});

test('an order that comes after the invoice lets it be judged again', async () => {
  expect(await recheck([invoice])).toEqual({ judged: 0 });
  await ports.records.put(orderKey, order);
  expect(await recheck([orderCame])).toEqual({ judged: 1 });
  expect(await ports.records.get(key)).toMatchObject({ status: 'awaiting-review' });
});

test('an order that came while the invoice was in its flow is found', async () => {
  await ports.records.put(orderKey, order);
  expect(await recheck([invoice])).toEqual({ judged: 1 });
});

test('a judged invoice waits no more', async () => {
  await ports.records.put(orderKey, order);
  await recheck([invoice]);
  expect(await ports.records.get(note)).toBeNull();
});

test('an invoice that still waits is not written: its own change would ask again', async () => {
  await ports.records.put(key, { ...record, name: 'kept.txt' });
  await recheck([invoice]);
  expect(await ports.records.get(key)).toEqual({ ...record, name: 'kept.txt' });
});

test('an order of another number leaves the invoice waiting', async () => {
  await recheck([invoice]);
  const other = { ...orderCame, recordId: 'po90' };
  expect(await recheck([other])).toEqual({ judged: 0 });
});

test('an order of another tenant is none', async () => {
  await recheck([invoice]);
  expect(await recheck([{ ...orderCame, tenant: 'other' }])).toEqual({ judged: 0 });
});
