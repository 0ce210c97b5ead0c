import { recheckDocument } from '../../../lambda/domain/compliance/recheck-document.ts';
import { openLocalPorts } from '../../fixtures/local-ports.ts';
import {
  putWaitingInvoice,
  waitingInvoice as record,
  waitingKey as key,
} from '../../fixtures/waiting-invoice.ts';

const { ports, close } = openLocalPorts();
afterAll(close);
beforeEach(() => putWaitingInvoice(ports));

test('an invoice whose order came later and contradicts it goes to a person', async () => {
  const order = { documentId: 'order-9', number: 'PO-9', total: '100.00' };
  await ports.records.put({ tenant: 'acme', kind: 'purchase-order', id: 'po9' }, order);
  const updated = await recheckDocument(ports)(record);
  expect(updated?.status).toBe('awaiting-review');
});

test('a document that waits for nothing is left alone', async () => {
  const settled = { ...record, compliance: [] };
  await ports.records.put(key, settled);
  expect(await recheckDocument(ports)(record)).toEqual(settled);
});

test('a document without a record gives null', async () => {
  const unknown = { tenant: 'acme', documentId: 'unknown' };
  expect(await recheckDocument(ports)(unknown)).toBeNull();
});
