// The filings run over seeds 1 to 5, each a 70/30 split by category: mean and spread of the figures
// that the report gives, and of the same figures scored again from the run's own lines.
//   node bench/filings/seeds.mjs [--corpus DIR] [--seeds 1,2,3,4,5]
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: join(root, '..', 'shared', 'corpora', 'filings') },
    seeds: { type: 'string', default: '1,2,3,4,5' },
  },
});
const corpus = resolve(values.corpus);
if (!existsSync(corpus)) {
  console.log(`no corpus at ${corpus}: nothing measured; give --corpus DIR`);
  process.exit(0);
}
const folder = mkdtempSync(join(tmpdir(), 'strata-seeds-'));
const figures = {
  'mlops accuracy': (report) => report.sides.mlops.accuracy,
  'mlops macro F1': (report) => report.sides.mlops.macroF1,
  'mlops field accuracy': (report) => report.sides.mlops.fieldAccuracy.overall,
  'llmops accuracy (extractive reader)': (report) => report.sides.llmops.accuracy,
  'llmops field accuracy (extractive reader)': (report) =>
    report.sides.llmops.fieldAccuracy.overall,
  recallAt5: (report) => report.sides.llmops.retrieval.recallAt5,
  recallAt5Untuned: (report) => report.sides.llmops.retrieval.recallAt5Untuned,
  'hallucination rate (extractive reader)': (report) => report.sides.llmops.hallucinationRate,
};
const reports = values.seeds.split(',').map((seed) => {
  const out = join(folder, seed);
  const args = ['run', '--corpus', corpus, '--seed', seed, '--out', out, '--exit'];
  execFileSync(process.execPath, [join(root, 'bin', 'strata.mjs'), ...args], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'));
});
rmSync(folder, { recursive: true, force: true });

const rows = Object.entries(figures).map(([name, read]) => {
  const measured = reports.map(read);
  const mean = measured.reduce((sum, value) => sum + value, 0) / measured.length;
  return { name, mean, least: Math.min(...measured), most: Math.max(...measured), measured };
});
console.log(`${reports.length} seeds (${values.seeds}), ${reports[0].documents} documents`);
for (const { name, mean, least, most, measured } of rows) {
  const all = measured.map((value) => value.toFixed(3)).join(' ');
  console.log(
    `${name.padEnd(44)} mean ${mean.toFixed(3)}  least ${least.toFixed(3)}  most ${most.toFixed(3)}  (${all})`,
  );
}
