// Rails on labelled texts: personal data by kind, on the half that was developed on and on the other;
// attacks by five-fold cross-validation, beside a logistic regression of scikit-learn on the same folds.
//   node bench/rails/run.mjs [--samples DIR] [--only pii|documents|direct] [--show KIND] [--alone]
// `--show` prints what was missed or wrong in the first half only. Needs Python 3 and PyPI unless --alone.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..', '..');
const cache = join(root, 'node_modules', '.cache', 'bench-rails');
const shared = join(root, '..', 'shared');
const { values } = parseArgs({
  options: {
    samples: { type: 'string', default: join(shared, 'rails') },
    filings: { type: 'string', default: join(shared, 'corpora', 'filings') },
    show: { type: 'string', default: '' },
    only: { type: 'string', default: '' },
    alone: { type: 'boolean', default: false },
  },
});
mkdirSync(cache, { recursive: true });
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
const folds = join(cache, 'folds.json');
run(process.execPath, bundle, values.samples, values.filings, values.show, folds, values.only);
if (!values.alone && ['', 'direct'].includes(values.only)) {
  const venv = join(cache, 'venv');
  const python = join(venv, 'bin', 'python');
  if (!existsSync(python)) {
    run('python3', '-m', 'venv', venv);
    run(python, '-m', 'pip', 'install', '--quiet', 'scikit-learn==1.9.1', 'numpy', 'scipy');
  }
  run(python, join(import.meta.dirname, 'peer.py'), folds);
}
