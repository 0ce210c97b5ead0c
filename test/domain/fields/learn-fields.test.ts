import { extractWith } from '../../../lambda/domain/fields/extract-with.ts';
import { learnFields } from '../../../lambda/domain/fields/learn-fields.ts';
import { smallCorpus } from '../mlops/small-corpus.ts';

const model = learnFields(smallCorpus(60, 1), null, 1);
const unseen = smallCorpus(30, 2);

test.each([
  'issuer_name',
  'document_date',
  'total_amount',
])('finds %s in unseen documents', (name) => {
  const with_ = unseen.filter(({ fields }) => fields[name] !== undefined);
  const right = with_.filter(
    ({ text, category, fields }) =>
      extractWith(model, text, category)[name]?.value === fields[name],
  );
  expect(right.length / with_.length).toBeGreaterThanOrEqual(0.9);
});

test('gives no tax amount where the invoice has none', () => {
  const untaxed = unseen.filter(
    ({ category, fields }) => category === 'invoice' && fields['tax_amount'] === undefined,
  );
  const spurious = untaxed.filter(({ text }) => extractWith(model, text, 'invoice')['tax_amount']);
  expect(spurious).toEqual([]);
});

test('looks for a field only in categories that had it in training', () => {
  const text = 'Total due EUR 10.00';
  expect(extractWith(model, text, 'notice')['total_amount']).toBeUndefined();
});

test('says where a value stands', () => {
  const { text, category, fields } = unseen[0] ?? { text: '', category: '', fields: {} };
  const span = extractWith(model, text, category)['total_amount']?.spans[0] ?? [0, 0];
  expect(text.slice(...span)).toBe(fields['total_amount']);
});

test('learns the same from the same documents', () => {
  expect(learnFields(smallCorpus(20, 1), null, 1)).toEqual(
    learnFields(smallCorpus(20, 1), null, 1),
  );
});
