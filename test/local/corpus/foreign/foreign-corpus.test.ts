import { taxonomy } from '../../../../config/taxonomy.ts';
import { foreignDocuments } from '../../../../local/corpus/foreign/foreign-corpus.ts';
import { makeDeal } from '../../../../local/corpus/generate/deal.ts';

const SEED = 5;
const documents = [...foreignDocuments(160, SEED)];
const texts = documents.filter(({ extension }) => extension === 'txt');

test('the same seed gives the same bytes', () => {
  expect([...foreignDocuments(160, SEED)]).toEqual(documents);
});

test('another seed gives other documents', () => {
  const [first] = foreignDocuments(1, SEED + 1);
  expect(first?.bytes).not.toEqual(documents[0]?.bytes);
});

test('every category is written', () => {
  const names = taxonomy.categories.map(({ name }) => name);
  expect(new Set(documents.map(({ category }) => category))).toEqual(new Set(names));
});

test('a gold name, number or address stands in the text', () => {
  for (const { bytes, fields, id } of texts) {
    const words = new TextDecoder().decode(bytes).replaceAll(/\s+/gu, ' ');
    for (const field of ['issuer_name', 'recipient_name', 'document_number']) {
      expect(`${id}: ${words}`).toContain(fields[field] ?? '');
    }
    for (const line of fields['issuer_address']?.split(', ') ?? []) expect(words).toContain(line);
  }
});

test('no firm of the training generator appears', () => {
  const firms = Array.from({ length: 40 }, (_, index) => makeDeal(1, index)).flatMap(
    ({ supplier, client }) => [supplier.name, client.name],
  );
  const names = new Set(documents.flatMap(({ fields }) => fields['issuer_name'] ?? []));
  expect(firms.filter((firm) => names.has(firm))).toEqual([]);
});
