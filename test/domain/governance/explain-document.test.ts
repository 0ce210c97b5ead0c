import { models } from '../../../config/models.ts';
import { prices } from '../../../config/prices.ts';
import type { DocumentRecord } from '../../../lambda/domain/document/document.ts';
import { explainDocument } from '../../../lambda/domain/governance/explain/explain-document.ts';

const prompt = { name: 'classify-document', version: 1, hash: 'b'.repeat(64) };
const classification = {
  category: 'invoice',
  confidence: 0.9,
  alternatives: [],
  model: models.document.id,
  prompt,
  usage: { inputTokens: 1_000_000, outputTokens: 0 },
  durationMs: 5,
};
const field = { value: '12.00', confidence: 0.8, spans: [[3, 8]] as const };
const record: DocumentRecord = {
  tenant: 'acme',
  documentId: 'd1',
  name: 'a.pdf',
  receivedAt: '2026-11-01T09:00:00.000Z',
  status: 'recorded',
  results: {
    mlops: { side: 'mlops', status: 'failed', error: { name: 'E', message: 'gone' } },
    llmops: {
      side: 'llmops',
      status: 'done',
      classification,
      extraction: { fields: { total_amount: field }, model: models.document.id, durationMs: 5 },
      unsupported: ['total_amount'],
      durationMs: 10,
    },
  },
};
const explained = (approvals: Parameters<typeof explainDocument>[0]['approvals'] = []) =>
  explainDocument({ record, label: null, approvals, prices, catalogue: models });

test('each value stands with its place, and with what the text does not support', () => {
  expect(explained().questions[1]?.evidence).toEqual([
    {
      name: 'llmops total_amount',
      value: '12.00, confidence 0.80, at 3–8, not supported by the text',
    },
  ]);
});

test('a side that failed is not among the results that are explained', () => {
  expect(explained().questions[0]?.said).toBe('1 of two sides gave a result.');
});

test('tokens are priced by the model that read', () => {
  const price = prices[`${models.document.price}.input`]?.usd ?? 0;
  expect(explained().questions[4]?.said).toContain(`$${price.toFixed(6)}`);
});

test('an approval on record answers who approved; without one the answer is missing', () => {
  const of = `prompt classify-document v1 ${'b'.repeat(12)}`;
  const approvals = [{ of, by: ['ann', 'bob'], at: '2026-11-01', record: 'release/1' }];
  expect([explained().questions[3]?.status, explained(approvals).questions[3]]).toEqual([
    'missing',
    expect.objectContaining({
      status: 'answered',
      evidence: [{ name: of, value: 'ann and bob, 2026-11-01 (release/1)' }],
    }),
  ]);
});
