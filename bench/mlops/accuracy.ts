import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { features, training } from '../../config/gates.ts';
import {
  accuracyOf,
  confusionOf,
  indexOfLargest,
  macroF1Of,
} from '../../lambda/domain/mlops/class-metrics.ts';
import { trainGradientBoosting } from '../../lambda/domain/trees/gradient-boosting.ts';
import { seededRandom, shuffle } from '../../lambda/domain/features/random.ts';
import { scoreTrees } from '../../lambda/domain/trees/score-trees.ts';
import { columnsOf, fitVectoriser, vectorise } from '../../lambda/domain/features/vectoriser.ts';

const SEEDS = [1, 2, 3, 4, 5];
const TRAIN_SHARE = 0.7;

const runSchema = z.object({ accuracy: z.number(), macroF1: z.number(), seconds: z.number() });
type Run = z.infer<typeof runSchema>;
interface Split {
  readonly seed: number;
  readonly train: readonly number[];
  readonly test: readonly number[];
}
interface Task {
  readonly texts: readonly string[];
  readonly labels: readonly number[];
  readonly classes: number;
  readonly splits: readonly Split[];
}

const [, , step, folder = '.', corpus = '../shared/corpora/filings'] = process.argv;
if (step === 'run') run();
else report();

/** Scores ours on every split and leaves the same splits for the peer. */
function run(): void {
  const task = readTask();
  writeFileSync(join(folder, 'task.json'), JSON.stringify(task));
  const runs = task.splits.map((split) => scoreSplit(task, split));
  writeFileSync(join(folder, 'ours.json'), JSON.stringify({ Strata: runs }));
}

function readTask(): Task {
  const lines = readFileSync(join(corpus, 'labels.jsonl'), 'utf8').trim().split('\n');
  const schema = z.object({ file: z.string(), category: z.string() });
  const documents = lines.map((line) => schema.parse(JSON.parse(line)));
  const categories = [...new Set(documents.map(({ category }) => category))].sort();
  const labels = documents.map(({ category }) => categories.indexOf(category));
  const texts = documents.map(({ file }) => readFileSync(join(corpus, file), 'utf8'));
  const splits = SEEDS.map((seed) => splitBy(seed, labels, categories.length));
  return { texts, labels, classes: categories.length, splits };
}

function splitBy(seed: number, labels: readonly number[], classes: number): Split {
  const random = seededRandom(seed);
  const parts = Array.from({ length: classes }, (_, label) => {
    const members = labels.flatMap((other, index) => (other === label ? [index] : []));
    const mixed = shuffle(members, random);
    const cut = Math.round(mixed.length * TRAIN_SHARE);
    return { train: mixed.slice(0, cut), test: mixed.slice(cut) };
  });
  return {
    seed,
    train: parts.flatMap(({ train }) => train),
    test: parts.flatMap(({ test }) => test),
  };
}

function scoreSplit({ texts, labels, classes }: Task, { seed, train, test }: Split): Run {
  const startedAt = performance.now();
  const textOf = (index: number): string => texts[index] ?? '';
  const vectoriser = fitVectoriser(train.map(textOf), features);
  const rows = train.map((index) => vectorise(vectoriser, textOf(index)));
  const model = trainGradientBoosting(
    {
      rows,
      labels: train.map((index) => labels[index] ?? 0),
      classes,
      features: columnsOf(vectoriser),
      seed,
    },
    training,
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  const pairs = test.map((index) => ({
    label: labels[index] ?? 0,
    predicted: indexOfLargest(scoreTrees(model, vectorise(vectoriser, textOf(index)))),
  }));
  const confusion = confusionOf(pairs, classes);
  return { accuracy: accuracyOf(confusion), macroF1: macroF1Of(confusion), seconds };
}

/** One table: mean and range over the seeds, and the mean time to vectorise and train. */
function report(): void {
  const schema = z.record(z.string(), z.array(runSchema));
  const read = (name: string) => schema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  const rows = Object.entries({ ...read('ours.json'), ...read('peer.json') });
  console.table(
    rows.map(([tool, runs]) => ({
      tool,
      accuracy: spread(runs.map(({ accuracy }) => accuracy)),
      macroF1: spread(runs.map(({ macroF1 }) => macroF1)),
      seconds: mean(runs.map(({ seconds }) => seconds)).toFixed(1),
    })),
  );
}

function spread(values: readonly number[]): string {
  const ends = [Math.min(...values), Math.max(...values)].map((value) => value.toFixed(3));
  return `${mean(values).toFixed(3)} (${ends.join(' to ')})`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
