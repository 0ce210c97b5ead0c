import { exportTask } from './export.ts';
import { measureRecall } from './recall.ts';

const [directory = '../shared/corpora/filings', folds = '1,2,3,4,5', part = 'test', task] =
  process.argv.slice(2);
const report = await measureRecall(
  directory,
  folds.split(',').map(Number),
  part === 'train' ? 'train' : 'test',
);
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
console.table(report.results);
console.log(
  JSON.stringify({
    documents: report.documents,
    chunks: report.chunks,
    indexSeconds: Number(report.indexSeconds.toFixed(1)),
    recallAt5Untuned: Number(mean(report.results.map((r) => r.recallAt5Untuned)).toFixed(4)),
    recallAt5: Number(mean(report.results.map((r) => r.recallAt5)).toFixed(4)),
    unnamedUntuned: Number(mean(report.results.map((r) => r.unnamedUntuned)).toFixed(4)),
    unnamed: Number(mean(report.results.map((r) => r.unnamed)).toFixed(4)),
  }),
);
if (task !== undefined) {
  exportTask(directory, folds.split(',').map(Number), task, report.hitsOf);
}
