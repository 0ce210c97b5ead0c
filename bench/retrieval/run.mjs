// Recall at 5 of marked clauses, five-fold cross-validation over documents: ours, then BM25 and TF-IDF of public tools on the same chunks.
// node bench/retrieval/run.mjs [CORPUS] [FOLDS] [PART]; the peers need Python 3 with venv.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const cache = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'bench-retrieval');
mkdirSync(cache, { recursive: true });
const [corpus = '../shared/corpora/filings', folds = '1,2,3,4,5', part = 'test'] =
  process.argv.slice(2);
const task = join(cache, 'task.json');
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
const run = (command, ...parameters) => {
  const { status } = spawnSync(command, parameters, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};
run(process.execPath, bundle, corpus, folds, part, task);
const python = join(cache, 'venv', 'bin', 'python');
if (!existsSync(python)) {
  run('python3', '-m', 'venv', join(cache, 'venv'));
  run(python, '-m', 'pip', 'install', '--quiet', 'scikit-learn==1.7.2', 'rank-bm25==0.2.2');
}
run(python, join(import.meta.dirname, 'peer.py'), task);
