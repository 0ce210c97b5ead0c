import { join } from 'node:path';
import * as z from 'zod';
import { taxonomy as configured } from '../../config/taxonomy.ts';
import type { Taxonomy } from '../../config/schema.ts';
import { collectReply } from '../../lambda/domain/gateway/collect-reply.ts';
import { type FieldPair, fieldAccuracy } from '../../lambda/domain/evaluation/field-accuracy.ts';
import { extractWith } from '../../lambda/domain/fields/extract-with.ts';
import { learnFields } from '../../lambda/domain/fields/learn-fields.ts';
import { extractiveLanguageModel } from '../../local/adapters/language-model.ts';
import { corpusTaxonomy } from '../../local/corpus/corpus-taxonomy.ts';
import type { Corpus, CorpusDocument } from '../../local/corpus/corpus.ts';
import { readCorpus } from '../../local/corpus/read-corpus.ts';
import { splitCorpus } from '../../local/corpus/split-corpus.ts';
import { openPlatform, openStore } from '../../local/platform.ts';
import { silentProgress } from '../../local/run/progress.ts';
import { readDocuments } from '../../local/run/read-documents.ts';
import { loadSettings } from '../../local/settings.ts';
import { unlimited } from '../../local/unlimited.ts';

const [root = '.', cache = '.strata', directory = '', trainDirectory = '', seeds = '1'] =
  process.argv.slice(2);
const extractive = extractiveLanguageModel();
/** What a prompt shows of a document; see `classify-document.ts` and `document-excerpts.ts`. */
const [CLASSIFIED_CHARACTERS, EXTRACTED_CHARACTERS] = [6_000, 12_000];

const corpus = await readCorpus(directory);
const train = trainDirectory === '' ? null : await readCorpus(trainDirectory);
const texts = new Map([...(await textsOf(corpus)), ...(train ? await textsOf(train) : [])]);
for (const seed of seeds.split(',').map(Number)) await scoreSeed(seed);

async function scoreSeed(seed: number): Promise<void> {
  const parts = splitCorpus({ corpus, train, seed });
  const hasText = ({ path }: CorpusDocument) => (texts.get(path) ?? '') !== '';
  const taxonomy = await corpusTaxonomy(
    parts.trainingCorpus,
    parts.train,
    async ({ path }) => texts.get(path) ?? null,
  );
  const learning = parts.train.filter(hasText).map((document) => ({
    text: texts.get(document.path) ?? '',
    category: document.category ?? '',
    fields: document.fields ?? {},
  }));
  const model = learnFields(learning, taxonomy, seed);
  const scored = parts.scored.filter(hasText);
  const classical = scored.map((document): FieldPair => {
    const found = extractWith(model, texts.get(document.path) ?? '', document.category ?? '');
    const given = Object.entries(found).map(([name, { value }]) => [name, value] as const);
    return { gold: document.fields ?? {}, given: Object.fromEntries(given) };
  });
  const read = await Promise.all(scored.map((document) => readExtractively(document, taxonomy)));
  const types = Object.fromEntries(taxonomy.fields.map(({ name, type }) => [name, type]));
  const named = read.filter(({ category }, at) => category === scored[at]?.category).length;
  const sides = {
    classical: fieldAccuracy(classical, types),
    extractive: fieldAccuracy(read, types),
  };
  const digits = (value: number | null) => value?.toFixed(3) ?? '–';
  console.table({
    overall: {
      classical: digits(sides.classical.overall),
      extractive: digits(sides.extractive.overall),
    },
    spurious: { classical: sides.classical.spurious, extractive: sides.extractive.spurious },
    category: { classical: '(given)', extractive: digits(named / scored.length) },
    ...Object.fromEntries(
      Object.keys(types).map((name) => [
        name,
        {
          classical: digits(sides.classical.byField[name] ?? null),
          extractive: digits(sides.extractive.byField[name] ?? null),
        },
      ]),
    ),
  });
  console.log(`${corpus.name}, seed ${seed}: ${learning.length} learned, ${scored.length} scored`);
}

async function readExtractively(document: CorpusDocument, taxonomy: Taxonomy) {
  const text = texts.get(document.path) ?? '';
  const { categories, examples, fields } = taxonomy;
  const ask = async (
    task: 'classify-document' | 'extract-fields',
    variables: Record<string, unknown>,
  ) => {
    const request = { tenant: 'bench', task, messages: [], variables, maxOutputTokens: 1_000 };
    return JSON.parse((await collectReply(extractive.generate(request))).text);
  };
  const classified = z.object({ categories: z.array(z.object({ category: z.string() })) }).parse(
    await ask('classify-document', {
      categories,
      examples,
      document: text.slice(0, CLASSIFIED_CHARACTERS),
    }),
  );
  const category = classified.categories[0]?.category ?? '';
  const value = z.union([z.string(), z.array(z.string())]);
  const extracted = z.object({ fields: z.record(z.string(), z.object({ value })) }).parse(
    await ask('extract-fields', {
      category,
      fields,
      document: text.slice(0, EXTRACTED_CHARACTERS),
    }),
  );
  const given = Object.entries(extracted.fields).map(([name, one]) => [name, one.value] as const);
  return { category, gold: document.fields ?? {}, given: Object.fromEntries(given) };
}

/** Text by path, read as a run reads it; what was read before is kept in the cache. */
async function textsOf(read: Corpus): Promise<ReadonlyMap<string, string>> {
  const settings = loadSettings({ root, codeHash: 'bench' });
  const store = openStore({ root, stateDirectory: join(cache, 'state'), settings });
  const { ports } = openPlatform({
    root,
    store,
    settings,
    taxonomy: configured,
    languageModel: extractive,
    limits: unlimited,
    sides: { mlops: true, llmops: true },
    statistics: null,
    expansion: null,
  });
  const signal = new AbortController().signal;
  const reading = { tenant: 'bench', title: 'Read', ports, progress: silentProgress, signal };
  const outcome = await readDocuments(reading, read.documents);
  await store.close();
  const paths = new Map(read.documents.map(({ id, path }) => [id, path]));
  return new Map(outcome.read.map(({ id, text }) => [paths.get(id) ?? id, text]));
}
