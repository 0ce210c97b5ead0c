import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCorpus } from '../../../local/corpus/read-corpus.ts';
import { corpusFolder } from './corpus-folder.ts';

const invoice = { id: 'b', file: 'documents/b.txt', category: 'invoice', fields: { total: 12.5 } };
const lease = { id: 'a', file: 'documents/a.txt', category: 'lease', fields: {} };
const texts = { 'documents/a.txt': 'A lease.', 'documents/b.txt': 'An invoice.' };

test('a folder without labels is a corpus whose ids are relative paths', async () => {
  const root = corpusFolder({
    'x.txt': 'x',
    'deep/er/y.html': 'y',
    '.hidden': 'h',
    'README.md': '',
  });
  const corpus = await readCorpus(root);
  expect(corpus.documents.map((document) => document.id)).toEqual(['deep/er/y.html', 'x.txt']);
});

test('a folder without labels has no categories and no fields', async () => {
  const corpus = await readCorpus(corpusFolder({ 'x.txt': 'x' }));
  expect([corpus.categories, corpus.fields, corpus.documents[0]?.fields]).toEqual([
    null,
    null,
    null,
  ]);
});

test('labels give category, fields as text, clauses and split', async () => {
  const label = { ...invoice, clauses: { Tax: 'span' }, split: 'test' };
  const corpus = await readCorpus(corpusFolder({ ...texts, 'labels.jsonl': [label, lease] }));
  expect(corpus.documents[1]).toMatchObject({
    id: 'b',
    labelled: true,
    category: 'invoice',
    fields: { total: '12.5' },
    clauses: { Tax: ['span'] },
    split: 'test',
  });
});

test('categories and fields come from the labels where corpus.json is silent', async () => {
  const corpus = await readCorpus(corpusFolder({ ...texts, 'labels.jsonl': [invoice, lease] }));
  expect([corpus.categories, corpus.fields]).toEqual([['invoice', 'lease'], ['total']]);
});

test('a rendition of a labelled document is no document of its own', async () => {
  const root = corpusFolder({
    ...texts,
    'documents/a.pdf': '%PDF',
    'documents/c.txt': 'nobody labelled me',
    'labels.jsonl': [{ ...lease, pdf: 'documents/a.pdf' }, invoice],
  });
  const { documents } = await readCorpus(root);
  expect(documents.map((document) => [document.id, document.labelled])).toEqual([
    ['a', true],
    ['b', true],
    ['documents/c.txt', false],
  ]);
});

test('keys that Strata does not know are left alone', async () => {
  const root = corpusFolder({ ...texts, 'corpus.json': '{"name":"n","colour":"red"}' });
  expect((await readCorpus(root)).name).toBe('n');
});

test('questions name their documents, clause, answer and evidence', async () => {
  const question = { id: 'q', document: 'a', question: 'Who?', answer: 3, evidence: 'A lease.' };
  const none = { id: 'r', kind: 'why', question: 'Why?', answer: 'so', answerable: false };
  const root = corpusFolder({
    ...texts,
    'labels.jsonl': [lease],
    'questions.jsonl': [question, none],
  });
  expect((await readCorpus(root)).questions).toEqual([
    {
      id: 'q',
      kind: 'other',
      question: 'Who?',
      documents: ['a'],
      clause: null,
      answer: '3',
      evidence: ['A lease.'],
      answerable: true,
    },
    {
      id: 'r',
      kind: 'why',
      question: 'Why?',
      documents: [],
      clause: null,
      answer: null,
      evidence: [],
      answerable: false,
    },
  ]);
});

test.each([
  ['no JSON', 'labels.jsonl', 'not json', /labels\.jsonl line 1: must be one JSON object/],
  ['no file', 'labels.jsonl', '{"id":"1"}', /labels\.jsonl line 1: file: /],
  ['a wrong split', 'labels.jsonl', '\n{"id":"1","file":"x","split":"dev"}', /line 2: split: /],
  ['a missing file', 'labels.jsonl', '{"id":"1","file":"none.txt"}', /"none\.txt" must exist/],
  ['a way out', 'labels.jsonl', '{"id":"1","file":"../x.txt"}', /must stay inside/],
  ['an absolute path', 'labels.jsonl', '{"id":"1","file":"/etc/passwd"}', /must be a path rel/],
  ['a drive', 'labels.jsonl', '{"id":"1","file":"C:\\\\x.txt"}', /must be a path relative/],
  ['a question without words', 'questions.jsonl', '{"id":"1"}', /questions\.jsonl line 1: ques/],
  ['a question to nobody', 'questions.jsonl', '{"id":"1","question":"?","document":"z"}', /"z"/],
  ['categories that are no list', 'corpus.json', '{"categories":1}', /corpus\.json: categories/],
])('refuses %s, naming file and line', async (_what, file, content, message) => {
  const root = corpusFolder({ ...texts, [file]: content });
  await expect(readCorpus(root)).rejects.toThrow(message);
});

test('refuses two labels with one id, naming both lines', async () => {
  const root = corpusFolder({ ...texts, 'labels.jsonl': [lease, { ...invoice, id: 'a' }] });
  await expect(readCorpus(root)).rejects.toThrow(/line 2: id "a" is taken by line 1/);
});

test('refuses a category that corpus.json does not declare', async () => {
  const root = corpusFolder({
    ...texts,
    'corpus.json': '{"categories":["lease"]}',
    'labels.jsonl': [lease, invoice],
  });
  await expect(readCorpus(root)).rejects.toThrow(/line 2: category "invoice" must be one of/);
});

test('names every mistake at once', async () => {
  const root = corpusFolder({ ...texts, 'labels.jsonl': '{"id":"1"}\nnonsense' });
  await expect(readCorpus(root)).rejects.toThrow(/line 1[\s\S]*line 2/);
});

test('refuses a labelled link that leads out of the folder', async () => {
  const outside = corpusFolder({ 'secret.txt': 's' });
  const root = corpusFolder({ 'labels.jsonl': '{"id":"1","file":"link.txt"}' });
  symlinkSync(join(outside, 'secret.txt'), join(root, 'link.txt'));
  await expect(readCorpus(root)).rejects.toThrow(/must not lead out of the corpus folder/);
});

test('does not follow links of an unlabelled folder', async () => {
  const outside = corpusFolder({ 'secret.txt': 's' });
  const root = corpusFolder({ 'x.txt': 'x' });
  symlinkSync(outside, join(root, 'link'));
  expect((await readCorpus(root)).documents).toHaveLength(1);
});

test('an empty folder is no corpus', async () => {
  await expect(readCorpus(corpusFolder({}))).rejects.toThrow(/must hold documents/);
});

test('a folder that does not exist is no corpus', async () => {
  await expect(readCorpus(join(corpusFolder({}), 'none'))).rejects.toThrow(/must be a folder/);
});

test('the hash changes with a byte of one document and with nothing else', async () => {
  const root = corpusFolder(texts);
  const before = (await readCorpus(root)).hash;
  const again = (await readCorpus(root)).hash;
  writeFileSync(join(root, 'documents/a.txt'), 'A leasf.');
  const after = (await readCorpus(root)).hash;
  expect([again === before, after === before]).toEqual([true, false]);
});

test.each([
  ['category', { ...invoice, category: 'constructor' }],
  ['field', { ...invoice, fields: { toString: 'x' } }],
  ['clause', { ...invoice, clauses: { valueOf: 'x' } }],
])('refuses a %s with the name of a property of every object', async (_kind, label) => {
  const root = corpusFolder({ ...texts, 'labels.jsonl': [label, lease] });
  await expect(readCorpus(root)).rejects.toThrow('every JavaScript object has');
});

test('a field named __proto__ is left out and changes no object', async () => {
  const line =
    '{"id":"b","file":"documents/b.txt","fields":{"__proto__":{"polluted":"x"},"total":"1"}}';
  const root = corpusFolder({ ...texts, 'labels.jsonl': `${line}\n` });
  const corpus = await readCorpus(root);
  expect([corpus.fields, Reflect.get({}, 'polluted')]).toEqual([['total'], undefined]);
});
