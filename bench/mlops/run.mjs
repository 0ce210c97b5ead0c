// Accuracy of the classical side beside scikit-learn and XGBoost, on the same five 70/30 splits.
// Needs Python 3 and PyPI:  node bench/mlops/run.mjs [CORPUS]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const PACKAGES = ['xgboost-cpu==3.0.5', 'scikit-learn==1.9.1', 'numpy', 'scipy'];

const here = dirname(fileURLToPath(import.meta.url));
const corpus = process.argv[2] ?? join(here, '..', '..', '..', 'shared', 'corpora', 'filings');
const folder = mkdtempSync(join(tmpdir(), 'strata-bench-'));
const run = (command, args) => execFileSync(command, args, { stdio: 'inherit' });
try {
  const bundle = join(folder, 'accuracy.mjs');
  await build({
    entryPoints: [join(here, 'accuracy.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  run('python3', ['-m', 'venv', join(folder, 'venv')]);
  const python = join(folder, 'venv', 'bin', 'python');
  run(python, ['-m', 'pip', 'install', '--quiet', ...PACKAGES]);
  run(process.execPath, [bundle, 'run', folder, corpus]);
  run(python, [join(here, 'peer.py'), folder]);
  run(process.execPath, [bundle, 'report', folder]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
