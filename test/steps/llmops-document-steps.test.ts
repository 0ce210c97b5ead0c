import { chunkDocument as llmopsChunkDocumentStep } from '../../lambda/domain/llmops/retrieval/chunk-document.ts';
import { classifyDocument as llmopsClassifyDocumentStep } from '../../lambda/domain/llmops/classify-document.ts';
import { embedChunks as llmopsEmbedChunksStep } from '../../lambda/domain/llmops/retrieval/embed-chunks.ts';
import { extractFields as llmopsExtractFieldsStep } from '../../lambda/domain/llmops/extract-fields.ts';
import { indexChunks as llmopsIndexChunksStep } from '../../lambda/domain/llmops/retrieval/index-chunks.ts';
import { verifyFields as llmopsVerifyFieldsStep } from '../../lambda/domain/llmops/verify-fields.ts';
import { type LlmopsPorts, openLlmopsPorts, storeText, TENANT } from './llmops-ports.ts';
import { inFlow } from '../fixtures/in-flow.ts';

const llmopsChunkDocument = inFlow(llmopsChunkDocumentStep);
const llmopsClassifyDocument = inFlow(llmopsClassifyDocumentStep);
const llmopsEmbedChunks = inFlow(llmopsEmbedChunksStep);
const llmopsExtractFields = inFlow(llmopsExtractFieldsStep);
const llmopsIndexChunks = inFlow(llmopsIndexChunksStep);
const llmopsVerifyFields = inFlow(llmopsVerifyFieldsStep);

const INVOICE = `INVOICE
Northwind Traders Ltd.
12 Harbour Street, 20457 Hamburg

Bill to: Fabrikam Inc.
Invoice No: INV-2024-0117
Invoice date: March 5, 2024
Due date: April 4, 2024
PO number: PO-88213

Subtotal   EUR 1,000.00
VAT 19 %   EUR 190.00
Total due  EUR 1,190.00
`;
const EVENT = { tenant: TENANT, documentId: 'd1' };

let ports: LlmopsPorts;
let close: () => void;
beforeEach(async () => {
  ({ ports, close } = openLlmopsPorts());
  await storeText(ports, 'd1', INVOICE);
});
afterEach(() => close());

async function index() {
  await llmopsChunkDocument(ports)(EVENT);
  await llmopsEmbedChunks(ports)(EVENT);
  return llmopsIndexChunks(ports)(EVENT);
}

test('indexes a document so that a search of its tenant finds it', async () => {
  await index();
  const hits = await ports.vectors.searchByText({ tenant: TENANT, text: 'invoice', limit: 5 });
  expect(hits.map((hit) => hit.chunkId)).toEqual(['d1/0']);
});

test('indexing twice leaves each chunk once', async () => {
  await index();
  await index();
  const hits = await ports.vectors.searchByText({ tenant: TENANT, text: 'invoice', limit: 5 });
  expect(hits).toHaveLength(1);
});

test('classifies an invoice and names the reader and the prompt version', async () => {
  const result = await llmopsClassifyDocument(ports)(EVENT);
  expect(result).toMatchObject({
    category: 'invoice',
    model: 'extractive',
    prompt: { name: 'classify-document', version: 1 },
  });
});

test('extracts labelled fields in their normal forms', async () => {
  const { fields } = await llmopsExtractFields(ports)({ ...EVENT, category: 'invoice' });
  const values = Object.fromEntries(Object.entries(fields).map(([name, one]) => [name, one.value]));
  expect(values).toMatchObject({
    document_number: 'INV-2024-0117',
    document_date: '2024-03-05',
    due_date: '2024-04-04',
    total_amount: '1190.00',
    tax_amount: '190.00',
    currency: 'EUR',
    purchase_order_number: 'PO-88213',
  });
});

test('every extracted span points at the words that were read', async () => {
  const { fields } = await llmopsExtractFields(ports)({ ...EVENT, category: 'invoice' });
  const [start = 0, end = 0] = fields['due_date']?.spans[0] ?? [];
  expect(INVOICE.slice(start, end)).toBe('April 4, 2024');
});

test('drops a value that the document does not hold and lists it', async () => {
  const at = INVOICE.indexOf('April 4, 2024');
  const extraction = {
    fields: {
      due_date: { value: '2024-04-05', confidence: 0.9, spans: [[at, at + 13]] },
      document_date: { value: '2024-04-04', confidence: 0.9, spans: [[at, at + 13]] },
    },
    model: 'some-model',
    durationMs: 1,
  };
  const result = await llmopsVerifyFields(ports)({ ...EVENT, extraction });
  expect([Object.keys(result.extraction.fields), result.unsupported]).toEqual([
    ['document_date'],
    ['due_date'],
  ]);
});

test('refuses an event with a field that the step does not know', async () => {
  await expect(llmopsChunkDocument(ports)({ ...EVENT, extra: 1 })).rejects.toThrow(/extra/);
});
