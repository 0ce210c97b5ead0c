import { taxonomy } from '../../../config/taxonomy.ts';
import type { DocumentFacts } from '../../../lambda/domain/llmops/plan/document-facts.ts';
import { planByRules } from '../../../lambda/domain/llmops/plan/plan-by-rules.ts';
import { runQuery } from '../../../lambda/domain/llmops/plan/run-query.ts';
import { vocabularyOf } from '../../../lambda/domain/llmops/plan/vocabulary.ts';

const vocabulary = vocabularyOf(taxonomy);
const documents = [
  facts('i1', 'invoice', {
    issuer_name: 'Acme Ltd',
    recipient_name: 'Borea GmbH',
    document_number: 'INV-101',
    document_date: '2024-03-05',
    due_date: '2024-04-04',
    total_amount: '7200.00',
    tax_amount: '1200.00',
    currency: 'EUR',
    purchase_order_number: 'PO-7',
  }),
  facts('i2', 'invoice', {
    issuer_name: 'Acme Ltd',
    recipient_name: 'Corvo S.A.',
    document_number: 'INV-102',
    document_date: '2023-11-20',
    total_amount: '900.00',
    currency: 'EUR',
  }),
  facts('i3', 'invoice', {
    issuer_name: 'Borea GmbH',
    document_number: 'INV-103',
    document_date: '2024-03-30',
    total_amount: '5000.00',
    currency: 'USD',
  }),
  facts('c1', 'contract', {
    issuer_name: 'Acme Ltd',
    governing_law: 'Delaware',
    expiry_date: '2026-12-31',
    payment_terms: '30 days',
  }),
  facts('c2', 'contract', { issuer_name: 'Borea GmbH', expiry_date: '2025-06-30' }),
  facts('p1', 'purchase-order', { document_number: 'PO-7', total_amount: '7000.00' }),
];

function facts(
  documentId: string,
  category: string,
  fields: Record<string, string>,
): DocumentFacts {
  return {
    documentId,
    name: `${documentId}.pdf`,
    category,
    categoryConfidence: 0.9,
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        name,
        { value, confidence: 0.9, spans: [[0, 1]] as const },
      ]),
    ),
    violates: category === 'contract' && documentId === 'c2' ? ['contract-limits-liability'] : [],
  };
}

const plan = (question: string, documentId: string | null = null) =>
  planByRules({ question, documentId, documents, vocabulary });
const rows = (question: string) => {
  const { query } = plan(question);
  return query === null
    ? null
    : runQuery(query, documents, vocabulary).rows.map((row) => row.documentId);
};

test.each([
  ['How many invoices are above 5,000?', ['i1']],
  ['How many invoices are at least 5,000?', ['i1', 'i3']],
  ['Wie viele Rechnungen haben mehr als 1.000 EUR?', ['i1']],
  ['¿Cuántas facturas superan 1000?', ['i1', 'i3']],
  ['Which invoices are from Acme?', ['i1', 'i2']],
  ['Which invoices went to Borea GmbH?', null],
  ['List the invoices to Borea GmbH', ['i1']],
  ['Which invoices have Borea GmbH as their recipient?', ['i1']],
  ['Which invoices are dated in March 2024?', ['i1', 'i3']],
  ['Which invoices are between 800 and 5,000?', ['i2', 'i3']],
  ['List invoices before 1 January 2024', ['i2']],
  ['Which contracts expire before 2026?', ['c2']],
  ['Which contracts are governed by the law of Delaware?', ['c1']],
  ['Which contracts do not state a governing law?', ['c2']],
  ['Which contracts lack a limitation of liability?', ['c2']],
  ['Which invoices have no due date?', ['i2', 'i3']],
  ['Which is the latest of the invoices?', ['i3']],
  ['What is the largest invoice in EUR?', ['i1']],
  ['Which invoices refer to purchase order PO-7?', null],
])('“%s” finds %j', (question, expected) => {
  expect(rows(question)).toEqual(expected);
});

test.each([
  ['What is the due date of INV-101?', 'document', 'records', 'i1'],
  ['What is the due date of i2.pdf?', 'document', 'passages', 'i2'],
  ['Who may terminate c1.pdf early?', 'document', 'passages', 'c1'],
  ['What is the total of purchase order PO-7?', 'document', 'records', 'p1'],
  ['What happens when a delivery is late?', 'across', 'passages', null],
  ['Which contracts mention arbitration in Geneva?', 'across', 'passages', null],
  ['How many invoices mention penguins?', 'records', 'refuse', null],
  ['How many invoices are from Gamma Ltd?', 'records', 'refuse', null],
  ['How many days of written notice must a party give to terminate?', 'across', 'passages', null],
  ['Compare the total amount of INV-101 and INV-102', 'compare', 'records', null],
  ['Hello, how are you?', 'outside', 'refuse', null],
])('“%s” is of kind %s and goes to %s', (question, kind, route, documentId) => {
  expect(plan(question)).toMatchObject({ kind, route, documentId });
});

test('a sum is one of each currency', () => {
  const { query } = plan('What is the total of all invoices?');
  expect(query === null ? null : runQuery(query, documents, vocabulary).totals).toEqual([
    { currency: 'EUR', count: 2, sum: 8100 },
    { currency: 'USD', count: 1, sum: 5000 },
  ]);
});

test('a question asked on a document is about that document', () => {
  expect(plan('What is the total?', 'i1')).toMatchObject({ route: 'records', documentId: 'i1' });
});

test('a date that can be read two ways is left over, not guessed', () => {
  expect(plan('How many invoices are dated before 03/04/2024?').route).toBe('refuse');
});

test('values that were not read with confidence are counted as such', () => {
  const { query } = plan('How many invoices are above 100?');
  const doubtful = documents.map((one) =>
    one.documentId === 'i1' ? { ...one, categoryConfidence: 0.3 } : one,
  );
  expect(query === null ? null : runQuery(query, doubtful, vocabulary, 0.8)).toMatchObject({
    looked: 3,
    sure: 2,
  });
});

const goingOn = (first: string, second: string) => {
  const { query, documentId } = plan(first);
  return planByRules({
    question: second,
    documentId: null,
    documents,
    vocabulary,
    previous: { query, documentId },
  });
};
const rowsAfter = (first: string, second: string) => {
  const { query } = goingOn(first, second);
  if (query === null) return null;
  const found = runQuery(query, documents, vocabulary).rows.map((row) => row.documentId);
  return [query.operation, found];
};

test.each([
  ['How many invoices are there?', 'And those above 5,000?', ['count', ['i1']]],
  ['How many invoices are above 5,000?', 'and above 800?', ['count', ['i1', 'i2', 'i3']]],
  ['Which invoices are from Acme?', 'What is the total of them?', ['sum', ['i1', 'i2']]],
  ['Which invoices are from Acme?', 'And from Borea GmbH?', ['list', ['i3']]],
  ['Which contracts are from Acme?', 'How many invoices are there?', ['count', ['i1', 'i2', 'i3']]],
])('after “%s”, “%s” is %j', (first, second, expected) => {
  expect(rowsAfter(first, second)).toEqual(expected);
});

test('after a question about one document, its own are about the same', () => {
  expect(goingOn('What is the total of INV-101?', 'And its due date?')).toMatchObject({
    kind: 'document',
    route: 'records',
    documentId: 'i1',
    query: { operation: 'value', field: 'due_date' },
  });
});

test('a question with a subject of its own does not go on', () => {
  expect(
    goingOn('What is the total of INV-101?', 'Who bears the cost of insurance?'),
  ).toMatchObject({ kind: 'across', documentId: null });
});
