// The classical side on papers that it never saw, beside scikit-learn and XGBoost on the same texts:
//   (f) trained on generated documents alone, scored on the foreign set's seed that is developed on
//   (a) trained on generated documents alone, scored on e-invoices and on a mix
//   (b) category of filings, 5 × 70/30    (c) fields of filings, 5-fold
// Needs Python 3 and PyPI unless --alone:
//   node bench/documents/run.mjs [--only fabc] [--trained 480] [--corpora DIR] [--alone]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { buildParser } from '../../build.mjs';

const PACKAGES = ['xgboost-cpu==3.0.5', 'scikit-learn==1.9.1', 'numpy', 'scipy'];

const root = join(import.meta.dirname, '..', '..');
const cache = join(root, 'node_modules', '.cache', 'bench-documents');
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'abc' },
    trained: { type: 'string', default: '480' },
    corpora: { type: 'string', default: join(root, '..', 'shared', 'corpora') },
    alone: { type: 'boolean', default: false },
  },
});
mkdirSync(cache, { recursive: true });
process.chdir(root);
await buildParser();
const bundle = join(root, 'dist', 'bench', 'documents.mjs');
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
run(process.execPath, bundle, root, cache, values.corpora, values.only, values.trained);
if (!values.alone) {
  const venv = join(cache, 'venv');
  const python = join(venv, 'bin', 'python');
  if (!existsSync(python)) {
    run('python3', '-m', 'venv', venv);
    run(python, '-m', 'pip', 'install', '--quiet', ...PACKAGES);
  }
  run(python, join(import.meta.dirname, 'peer.py'), join(cache, 'tasks.json'));
}
