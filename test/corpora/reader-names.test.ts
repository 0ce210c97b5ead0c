import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { corpusTaxonomy } from '../../local/corpus/corpus-taxonomy.ts';
import { readCorpus } from '../../local/corpus/read-corpus.ts';
import { renamed } from '../domain/extractive/naming.ts';
import { type LabelledText, readerScores } from '../domain/extractive/reader-scores.ts';

const directory = resolve('../shared/corpora/filings');
const isThere = existsSync(directory);
if (!isThere) console.log(`ci: the filings corpus is not at ${directory}; its slice did not run`);

/** Points of a hundred. */
const TOLERANCE = 0.02;
/** One of so many documents is scored; the others teach the weights of clauses. */
const SCORED = 4;
/** They stand on the first page and are fields. */
const NOT_ASKED = new Set(['Document Name', 'Parties']);

(isThere ? test : test.skip)(
  'nonsense for names of the filings moves no score of the reader by two points',
  async () => {
    const corpus = await readCorpus(directory);
    const texts = corpus.documents.map((document): LabelledText => {
      const { id, category, fields, clauses } = document;
      const text = readFileSync(document.path, 'utf8');
      return { id, text, category: category ?? '', fields: fields ?? {}, clauses };
    });
    const train = texts.filter((_, at) => at % SCORED > 0);
    const taxonomy = await corpusTaxonomy(
      corpus,
      corpus.documents.filter((_, at) => at % SCORED > 0),
      async () => null,
    );
    const asked = Object.entries(corpus.clauseQuestions).filter(([name]) => !NOT_ASKED.has(name));
    const naming = { ...taxonomy, clauses: Object.fromEntries(asked) };
    const other = renamed(naming);
    const sample = { train, scored: texts.filter((_, at) => at % SCORED === 0) };
    const plain = await readerScores(sample, naming);
    const nonsense = await readerScores(sample, other.naming, other.nameOf);
    const kinds = ['categories', 'fields', 'clauses'] as const;
    const moved = kinds.filter((kind) => Math.abs(plain[kind] - nonsense[kind]) > TOLERANCE);
    expect(moved).toEqual([]);
  },
);
