import { recheckCompliance } from '../../../lambda/domain/compliance/recheck-compliance.ts';
import { openLocalPorts } from '../../fixtures/local-ports.ts';
import {
  putWaitingInvoice,
  waitingInvoice as record,
  waitingKey as key,
} from '../../fixtures/waiting-invoice.ts';

const { ports, close } = openLocalPorts();
afterAll(close);
beforeEach(() => putWaitingInvoice(ports));

const told = { changeId: '1', at: '2026-01-15T00:00:00.000Z' };
const invoice = {
  ...told,
  tenant: 'acme',
  kind: 'document',
  recordId: 'invoice-9',
  value: record,
};
const order = { documentId: 'order-9', number: 'PO-9', total: '100.00' };
const orderKey = { tenant: 'acme', kind: 'purchase-order', id: 'po9' } as const;
const orderCame = {
  ...told,
  tenant: 'acme',
  kind: 'purchase-order',
  recordId: 'po9',
  value: order,
};
const recheck = recheckCompliance(ports);
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
