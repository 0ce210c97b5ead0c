import { learnRelations } from '../../../lambda/domain/fields/field-relations.ts';

const documents = Array.from({ length: 40 }, (_, at) => ({
  text: '',
  category: 'invoice',
  fields: { issued: `2024-01-${String((at % 28) + 1).padStart(2, '0')}`, due: '2024-03-01' },
}));
const types = new Map([
  ['issued', 'date'],
  ['due', 'date'],
] as const);

test('an order that every document keeps is learned', () => {
  expect(learnRelations(documents, types)).toContainEqual({
    kind: 'ordered',
    fields: ['issued', 'due'],
  });
});

test('one document that breaks it unlearns it', () => {
  const broken = {
    text: '',
    category: 'invoice',
    fields: { issued: '2024-04-01', due: '2024-03-01' },
  };
  const found = learnRelations([...documents, broken], types);
  expect(found.filter(({ kind }) => kind === 'ordered')).toEqual([]);
});

test('few documents teach nothing', () => {
  expect(learnRelations(documents.slice(0, 5), types)).toEqual([]);
});
