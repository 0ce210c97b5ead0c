// How often the extractive reader answers, rightly, and refuses what the documents do not say.
// node bench/answers/run.mjs [FILINGS] [SEEDS] [PART] [GENERATED-SEED]
// FILINGS is left out where the folder does not exist. `3,4,5 train 7` is what thresholds were
// chosen on; `1,2 test 1`, the default, is what is reported.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..', '..');
const cache = join(root, 'node_modules', '.cache', 'bench-answers');
mkdirSync(cache, { recursive: true });
const [filings = join(root, '..', 'shared', 'corpora', 'filings'), seeds = '1,2', part = 'test'] =
  process.argv.slice(2);
const generatedSeed = process.argv[5] ?? '1';
const bundle = join(cache, 'main.mjs');
await build({
  entryPoints: [join(import.meta.dirname, 'main.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  outfile: bundle,
  logLevel: 'error',
});
const run = (...parameters) => {
  const { status } = spawnSync(process.execPath, parameters, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};
const generated = join(cache, `generated-${generatedSeed}`);
if (!existsSync(join(generated, 'questions.jsonl'))) {
  const make = [
    'corpus',
    'make',
    '--documents',
    '240',
    '--seed',
    generatedSeed,
    '--out',
    generated,
  ];
  run(join(root, 'bin', 'strata.mjs'), ...make);
}
run(bundle, root, cache, generated, existsSync(filings) ? filings : '', seeds, part);
