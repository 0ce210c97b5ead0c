import { readFileSync } from 'node:fs';
import { taxonomySchema } from '../../../config/schema.ts';
import { taxonomy as configured } from '../../../config/taxonomy.ts';
import type { CorpusDocument } from '../../../local/corpus/corpus.ts';
import { corpusTaxonomy } from '../../../local/corpus/corpus-taxonomy.ts';
import { inferFieldType } from '../../../lambda/domain/fields/infer-field-type.ts';
import { readCorpus } from '../../../local/corpus/read-corpus.ts';
import { corpusFolder } from './corpus-folder.ts';

const textOf = async (document: CorpusDocument) => readFileSync(document.path, 'utf8');

function label(id: string, category: string, fields: object) {
  return { id, file: `documents/${id}.txt`, category, fields };
}

async function taxonomyOf(labels: readonly ReturnType<typeof label>[], text = 'Some words.') {
  const files = Object.fromEntries(labels.map((one) => [one.file, `${text} ${one.id}`]));
  const corpus = await readCorpus(corpusFolder({ ...files, 'labels.jsonl': labels }));
  return corpusTaxonomy(corpus, corpus.documents, textOf);
}

test('known names keep the description and type of the configuration', async () => {
  const { categories, fields } = await taxonomyOf([label('1', 'nda', { due_date: '2024-01-02' })]);
  expect([categories[0], fields[0]]).toEqual([
    configured.categories.find((category) => category.name === 'nda'),
    configured.fields.find((field) => field.name === 'due_date'),
  ]);
});

test('unknown names are described by themselves', async () => {
  const { categories } = await taxonomyOf([label('1', 'joint-venture', {})]);
  expect(categories).toEqual([{ name: 'joint-venture', description: 'Joint venture.' }]);
});

test('rules stay where the corpus has their categories and fields', async () => {
  const { complianceRules } = await taxonomyOf([
    label('1', 'lease', { governing_law: 'Ohio' }),
    label('2', 'memo', {}),
  ]);
  expect(complianceRules.map((rule) => [rule.id, rule.categories])).toEqual([
    ['agreement-names-its-law', ['lease']],
  ]);
});

test('lists are known by their training values', async () => {
  const { fields } = await taxonomyOf([label('1', 'memo', { signers: ['A', 'B'] })]);
  expect(fields[0]?.type).toBe('list');
});

test('at most twenty examples, two a category, within the schema', async () => {
  const labels = Array.from({ length: 48 }, (_, at) => label(`${at}`, `c-${at % 12}`, {}));
  const taxonomy = await taxonomyOf(labels, 'x'.repeat(3_000));
  expect(taxonomySchema().parse(taxonomy).examples).toHaveLength(20);
});

test('a refused document gives its place to the next of its category', async () => {
  const corpus = await readCorpus(
    corpusFolder({
      'documents/1.txt': ' ',
      'documents/2.txt': 'good',
      'labels.jsonl': [label('1', 'memo', {}), label('2', 'memo', {})],
    }),
  );
  const { examples } = await corpusTaxonomy(corpus, corpus.documents, textOf);
  expect(examples).toEqual([{ category: 'memo', excerpt: 'good' }]);
});

test('an unlabelled corpus takes the configuration', async () => {
  const corpus = await readCorpus(corpusFolder({ 'x.txt': 'x' }));
  expect(await corpusTaxonomy(corpus, [], textOf)).toEqual(configured);
});

test.each([
  ['signed', ['2024-01-31', '2023-12-01'], 'date'],
  ['value', ['12.50', '1000.00'], 'amount'],
  ['days', ['30', '60'], 'integer'],
  ['bill_number', ['1234', '1235'], 'code'],
  ['notice', ['30 days', 'successive 2 years'], 'duration'],
  ['officeAddress', ['1 High Street'], 'address'],
  ['applicable_law', ['Ohio'], 'place'],
  ['supplier', ['Acme Ltd'], 'party'],
  ['remarks', ['none', 'many'], 'text'],
] as const)('%s %j is inferred as %s', (name, values, type) => {
  expect(inferFieldType(name, values)).toBe(type);
});
