import { withCarried } from '../../../lambda/domain/mlops/carried-fields.ts';

const ranker = { takes: 'one' as const, buckets: [], weights: [], threshold: 0.5 };
const learned = (type: 'amount' | 'code') => ({ type, categories: ['invoice'], ranker });
const model = { fields: { total_amount: learned('amount'), document_number: learned('code') } };
const read = {
  total_amount: { value: '119.00', confidence: 0.4, spans: [[3, 9] as const] },
  document_number: { value: 'B-2', confidence: 0.4, spans: [[0, 3] as const] },
};
const carried = {
  syntax: 'ubl' as const,
  category: 'invoice' as const,
  fields: { total_amount: '119.00', document_number: 'A-17', issuer_name: 'Ahrens GmbH' },
  broken: [],
};

test('what a file carries is certain, and keeps its place where it is printed', () => {
  expect(withCarried(read, carried, model)['total_amount']).toEqual({
    value: '119.00',
    confidence: 1,
    spans: [[3, 9]],
  });
});

test('it takes the place of another value that was read', () => {
  const { value, spans } = withCarried(read, carried, model)['document_number'] ?? {};
  expect({ value, spans }).toEqual({ value: 'A-17', spans: [] });
});

test('a field that the model does not know is left out', () => {
  expect(Object.keys(withCarried(read, carried, model))).toEqual(Object.keys(read));
});

test('an invoice whose amounts break the rules takes the place of nothing', () => {
  expect(withCarried(read, { ...carried, broken: ['BR-CO-15'] }, model)).toEqual(read);
});
