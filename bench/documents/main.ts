import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gates } from '../../config/gates.ts';
import type { Taxonomy } from '../../config/schema.ts';
import { taxonomy } from '../../config/taxonomy.ts';
import { seededRandom, shuffle } from '../../lambda/domain/features/random.ts';
import { corpusTaxonomy } from '../../local/corpus/corpus-taxonomy.ts';
import { generateCorpus } from '../../local/corpus/generate/generate-corpus.ts';
import { readCorpus } from '../../local/corpus/read-corpus.ts';
import { trainClassicalSide } from './classical-side.ts';
import type { Judged } from './figures.ts';
import { categoryFigures, digits, fieldFigures, mean, shareNamed } from './figures.ts';
import type { Labelled } from './read-texts.ts';
import { readLabelled } from './read-texts.ts';

const [root = '.', cache = '.strata', corpora = '', wanted = 'abc', trained = '480'] =
  process.argv.slice(2);
const TRAIN_SHARE = 0.7;
const SEEDS = [1, 2, 3, 4, 5];
const FOLDS = 5;
const SEED_OF_TRAINING = 1;
const SEED_OF_STRESS = 2;
const STRESS_DOCUMENTS = 240;
/** The stress set: one seed to develop on, one that is scored with the others. */
const SEED_OF_FOREIGN = { developed: 11, scored: 12 } as const;
/** What a bill is taken for, and what it is not: precision of these two counts in the mix. */
const BILLS = ['invoice', 'credit-note'] as const;

interface Task {
  readonly name: string;
  readonly train: readonly Labelled[];
  readonly scored: readonly Labelled[];
}
/** What the public tool is given: the same texts and labels. */
const tasks: Task[] = [];

if (wanted.includes('f')) await foreign();
if (wanted.includes('a')) await strangers();
if (/[bc]/.test(wanted)) await filings();
mkdirSync(cache, { recursive: true });
const bare = (documents: readonly Labelled[]) =>
  documents.map(({ text, category }) => ({ text, category }));
writeFileSync(
  join(cache, 'tasks.json'),
  JSON.stringify(
    tasks.map(({ name, train, scored }) => ({ name, train: bare(train), scored: bare(scored) })),
  ),
);

/** What is developed on: the stress set's other seed, whose single documents may be looked at. */
async function foreign(): Promise<void> {
  const train = await generated({ seed: SEED_OF_TRAINING, documents: Number(trained) });
  const scored = await foreignSet(SEED_OF_FOREIGN.developed);
  const judge = await trainClassicalSide(train, taxonomy, SEED_OF_TRAINING);
  const judged = scored.map((gold) => ({ gold, given: judge(gold.text) }));
  console.log(`\n(f) ${train.length} generated documents train, ${scored.length} foreign ones`);
  printForeign('foreign (developed on)', judged);
  writeFileSync(join(cache, 'foreign-judged.json'), JSON.stringify(judged));
}

function printForeign(name: string, judged: readonly Judged[]): void {
  const figures = categoryFigures(judged);
  console.table({
    [`${name}: accuracy`]: digits(figures.accuracy),
    [`${name}: macro F1`]: digits(figures.macroF1),
    ...Object.fromEntries(
      BILLS.map((bill) => [`${name}: precision of ${bill}`, digits(figures.precision(bill))]),
    ),
  });
  console.table(fieldFigures(judged, taxonomy, gates.reviewConfidence));
  const bills = judged.filter(({ gold }) => BILLS.some((bill) => bill === gold.category));
  console.log(`fields of its invoices and credit notes`);
  console.table(fieldFigures(bills, taxonomy, gates.reviewConfidence));
}

/** Trained on generated documents alone; nothing that is scored was written by that generator. */
async function strangers(): Promise<void> {
  const train = await generated({ seed: SEED_OF_TRAINING, documents: Number(trained) });
  const own = await generated({ seed: SEED_OF_STRESS, documents: STRESS_DOCUMENTS });
  const stress = await foreignSet(SEED_OF_FOREIGN.scored);
  const invoices = await labelledOf(join(corpora, 'e-invoices'));
  const filed = await labelledOf(join(corpora, 'filings'));
  const judge = await trainClassicalSide(train, taxonomy, SEED_OF_TRAINING);
  const named = (documents: readonly Labelled[]) =>
    documents.map((gold) => ({ gold, given: judge(gold.text) }));
  const [judgedInvoices, judgedOwn, judgedStress] = [named(invoices), named(own), named(stress)];
  const mix = [...judgedInvoices, ...judgedStress, ...named(filed)];
  console.log(`\n(a) ${train.length} generated documents train`);
  console.table({
    'e-invoices named so': digits(shareNamed(judgedInvoices)),
    'the same above the gate': digits(shareNamed(judgedInvoices, gates.reviewConfidence)),
    ...Object.fromEntries(
      BILLS.map((name) => [
        `precision of ${name} in the mix`,
        digits(categoryFigures(mix).precision(name)),
      ]),
    ),
    'own generator, another seed: accuracy': digits(categoryFigures(judgedOwn).accuracy),
    'own generator, another seed: macro F1': digits(categoryFigures(judgedOwn).macroF1),
  });
  printForeign('foreign', judgedStress);
  console.log('fields of the own generator, another seed (developed on these), then of e-invoices');
  console.table(fieldFigures(judgedOwn, taxonomy, gates.reviewConfidence));
  console.table(fieldFigures(judgedInvoices, taxonomy, gates.reviewConfidence));
  tasks.push(
    { name: 'e-invoices', train, scored: invoices },
    { name: 'foreign', train, scored: stress },
  );
}

/** Real papers, part of which trains. */
async function filings(): Promise<void> {
  const directory = join(corpora, 'filings');
  const corpus = await readCorpus(directory);
  const documents = await labelledOf(directory);
  const own = await corpusTaxonomy(corpus, corpus.documents, async () => null);
  if (wanted.includes('b')) await categoriesOf(documents, own);
  if (wanted.includes('c')) await fieldsOf(documents, own);
}

async function categoriesOf(documents: readonly Labelled[], own: Taxonomy): Promise<void> {
  const runs = [];
  for (const seed of SEEDS) {
    const [train, scored] = splitOf(documents, seed);
    const judge = await trainClassicalSide(withoutFields(train), own, seed);
    runs.push(categoryFigures(scored.map((gold) => ({ gold, given: judge(gold.text) }))));
    tasks.push({ name: 'filings', train, scored });
  }
  console.log('\n(b) category of filings, 5 × 70/30');
  console.table({
    accuracy: spread(runs.map(({ accuracy }) => accuracy)),
    'macro F1': spread(runs.map(({ macroF1 }) => macroF1)),
  });
}

/** Every document is scored once, by a model that never saw it. */
async function fieldsOf(documents: readonly Labelled[], own: Taxonomy): Promise<void> {
  const mixed = shuffle(documents, seededRandom(1));
  const judged: Judged[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const train = mixed.filter((_, at) => at % FOLDS !== fold);
    const judge = await trainClassicalSide(train, own, 1);
    for (const gold of mixed.filter((_, at) => at % FOLDS === fold)) {
      judged.push({ gold, given: judge(gold.text) });
    }
  }
  const isReceipt = ({ gold }: Judged) => gold.category === 'receipt';
  console.log('\n(c) fields of filings, 5-fold: receipts, then contracts');
  console.table(fieldFigures(judged.filter(isReceipt), own, gates.reviewConfidence));
  console.table(
    fieldFigures(
      judged.filter((one) => !isReceipt(one)),
      own,
      gates.reviewConfidence,
    ),
  );
}

async function generated(request: { readonly seed: number; readonly documents: number }) {
  const directory = join(cache, `generated-${request.documents}-${request.seed}`);
  await generateCorpus({ ...request, directory, reuse: true });
  return await labelledOf(directory);
}

async function foreignSet(seed: number): Promise<Labelled[]> {
  const directory = join(cache, `foreign-${STRESS_DOCUMENTS}-${seed}`);
  const request = { documents: STRESS_DOCUMENTS, seed, directory, style: 'foreign' } as const;
  await generateCorpus({ ...request, reuse: true });
  return await labelledOf(directory);
}

async function labelledOf(directory: string): Promise<Labelled[]> {
  return await readLabelled(await readCorpus(directory), { root, cache });
}

function splitOf(documents: readonly Labelled[], seed: number): [Labelled[], Labelled[]] {
  const random = seededRandom(seed);
  const parts: [Labelled[], Labelled[]] = [[], []];
  for (const category of [...new Set(documents.map((one) => one.category))].sort()) {
    const mixed = shuffle(
      documents.filter((one) => one.category === category),
      random,
    );
    const cut = Math.round(mixed.length * TRAIN_SHARE);
    parts[0].push(...mixed.slice(0, cut));
    parts[1].push(...mixed.slice(cut));
  }
  return parts;
}

/** Categories alone are learned: fields take most of the time. */
function withoutFields(documents: readonly Labelled[]): Labelled[] {
  return documents.map((one) => ({ ...one, fields: {} }));
}

function spread(values: readonly number[]): string {
  return `${mean(values).toFixed(3)} (${Math.min(...values).toFixed(3)} to ${Math.max(...values).toFixed(3)})`;
}
