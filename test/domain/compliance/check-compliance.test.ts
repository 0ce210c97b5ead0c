import { findingsOf } from '../../../lambda/domain/compliance/check-compliance.ts';
import type { SideResult } from '../../../lambda/domain/document/document.ts';
import { openLocalPorts } from '../../fixtures/local-ports.ts';

const { ports, close } = openLocalPorts();
afterAll(close);

const BILL = [
  'INVOICE 77',
  'Chairs   12   10.00   120.00',
  'Total station change   2   40.00   80.00',
  'Subtotal 200.00',
  'VAT 20 % 40.00',
];

test('lines, tax and total of an invoice that add up meet the rule', async () => {
  const text = [...BILL, 'Total due 240.00'].join('\n');
  expect(await outcome('invoice', text, {}, 'invoice-sums')).toBe('met');
});

test('a total that is not the sum violates the rule', async () => {
  const text = [...BILL, 'Total due 250.00'].join('\n');
  expect(await outcome('invoice', text, {}, 'invoice-sums')).toBe('violated');
});

test('a subtotal that is not the sum of the lines violates the rule', async () => {
  const text = [...BILL, 'Total due 240.00'].join('\n').replace('120.00', '119.00');
  expect(await outcome('invoice', text, {}, 'invoice-sums')).toBe('violated');
});

test('sums in German with European separators are read', async () => {
  const text =
    'Stühle 3 1.000,00 3.000,00\nNettobetrag: 3.000,00 €\nMwSt. 19 %: 570,00 €\nGesamtbetrag: 3.570,00 €';
  expect(await outcome('invoice', text, {}, 'invoice-sums')).toBe('met');
});

test('an invoice without any sums is not judged', async () => {
  expect(await outcome('invoice', 'Please pay soon.', {}, 'invoice-sums')).toBe('not-applicable');
});

describe('an invoice and its purchase order', () => {
  const invoice = (purchaseOrder: string, total: string) =>
    outcome(
      'invoice',
      'Invoice',
      { purchase_order_number: purchaseOrder, total_amount: total },
      'invoice-matches-purchase-order',
    );
  const order = (number: string, total: string) =>
    findings('purchase-order', 'Order', { document_number: number, total_amount: total });

  test('match within the tolerance, however the number is written', async () => {
    await order('PO-2026/1', '100.00');
    expect(await invoice('po 2026 1', '101.50')).toBe('met');
  });

  test('contradict each other beyond it', async () => {
    await order('PO-2026/2', '100.00');
    expect(await invoice('PO-2026/2', '103.00')).toBe('violated');
  });

  test('are compared with the first order of that number, not with a later one', async () => {
    await order('PO-2026/4', '100.00');
    await order('PO-2026/4', '900.00');
    expect(await invoice('PO-2026/4', '100.00')).toBe('met');
  });

  test('are not judged while the order is missing, and are when it has come', async () => {
    const before = await invoice('PO-2026/3', '100.00');
    await order('PO-2026/3', '100.00');
    expect([before, await invoice('PO-2026/3', '100.00')]).toEqual(['not-applicable', 'met']);
  });
});

test('a contract without a limit of liability violates the rule', async () => {
  const text = 'The supplier delivers. The buyer pays.';
  expect(await outcome('contract', text, {}, 'contract-limits-liability')).toBe('violated');
});

test('a clause is found across a line break', async () => {
  const text = 'The aggregate\nliability of either party is capped.';
  expect(await outcome('contract', text, {}, 'contract-limits-liability')).toBe('met');
});

test('a notice below the minimum violates the rule', async () => {
  const fields = { termination_notice_days: '14' };
  expect(await outcome('lease', 'Lease', fields, 'notice-at-least-30-days')).toBe('violated');
});

test('a field that must be present and is not violates the rule', async () => {
  expect(await outcome('nda', 'NDA', {}, 'agreement-names-its-law')).toBe('violated');
});

test('rules of other categories are not asked', async () => {
  expect(await findings('receipt', 'Receipt', {})).toEqual([]);
});

test('without any side that is done nothing is judged', async () => {
  const results = { mlops: skipped('mlops'), llmops: skipped('llmops') };
  const chosen = { primary: null };
  const judged = findingsOf(ports)({ tenant: 'acme', documentId: 'none' }, { results, chosen });
  expect(await judged).toEqual([]);
});

let documents = 0;

async function findings(category: string, text: string, fields: Readonly<Record<string, string>>) {
  documents += 1;
  const document = { tenant: 'acme', documentId: `document-${documents}` };
  const stored = { text, pages: 1, method: 'text', mediaType: 'text/plain', ocrConfidence: null };
  const body = new TextEncoder().encode(JSON.stringify(stored));
  await ports.documents.put({ ...document, name: 'text' as const }, body, 'application/json');
  const extracted = Object.entries(fields).map(
    ([name, value]) => [name, { value, confidence: 1, spans: [] }] as const,
  );
  const mlops: SideResult = {
    side: 'mlops',
    status: 'done',
    classification: { category, confidence: 1, alternatives: [], model: 'm', durationMs: 1 },
    extraction: { fields: Object.fromEntries(extracted), model: 'm', durationMs: 1 },
    durationMs: 2,
  };
  const results = { mlops, llmops: skipped('llmops') };
  return findingsOf(ports)(document, { results, chosen: { primary: 'mlops' } });
}

async function outcome(
  category: string,
  text: string,
  fields: Readonly<Record<string, string>>,
  rule: string,
) {
  return (await findings(category, text, fields)).find((finding) => finding.rule === rule)?.outcome;
}

function skipped(side: 'mlops' | 'llmops'): SideResult {
  return { side, status: 'skipped' };
}
