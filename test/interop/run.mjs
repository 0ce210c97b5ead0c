// Proves that XGBoost scores our models as we do, and the reverse. Needs Python 3 and PyPI:
//   node test/interop/run.mjs
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

// The SageMaker container is XGBoost 3.0; xgboost-cpu is the same library without CUDA.
const PACKAGES = ['xgboost-cpu==3.0.5', 'numpy', 'scipy'];

const here = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'strata-interop-'));
const run = (command, args) => execFileSync(command, args, { stdio: 'inherit' });
try {
  const bundle = join(folder, 'xgboost.mjs');
  await build({
    entryPoints: [join(here, 'xgboost.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  run('python3', ['-m', 'venv', join(folder, 'venv')]);
  const python = join(folder, 'venv', 'bin', 'python');
  run(python, ['-m', 'pip', 'install', '--quiet', ...PACKAGES]);
  run(process.execPath, [bundle, 'write', folder]);
  run(python, [join(here, 'score.py'), folder]);
  run(process.execPath, [bundle, 'compare', folder]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
