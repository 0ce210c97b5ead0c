import { gates } from '../../../config/gates.ts';
import type { DocumentRecord } from '../../../lambda/domain/document/document.ts';
import { recheckCompliance } from '../../../lambda/domain/document/recheck-compliance.ts';
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

test('an invoice whose order came later and contradicts it goes to a person', async () => {
  const order = { documentId: 'order-9', number: 'PO-9', total: '100.00' };
  await ports.records.put({ tenant: 'acme', kind: 'purchase-order', id: 'po9' }, order);
  const updated = await recheckCompliance({ ...ports, gates })(record);
  expect(updated?.status).toBe('awaiting-review');
});

test('a document that waits for nothing is left alone', async () => {
  const settled = { ...record, compliance: [] };
  await ports.records.put(key, settled);
  expect(await recheckCompliance({ ...ports, gates })(record)).toEqual(settled);
});

test('a document without a record gives null', async () => {
  const unknown = { tenant: 'acme', documentId: 'unknown' };
  expect(await recheckCompliance({ ...ports, gates })(unknown)).toBeNull();
});
