// Personal data found in labelled sentences, by kind, on the half that was developed on and on the other.
//   node bench/rails/run.mjs [--set FILE] [--show KIND]
// The halves are every second line; `--show` prints what was missed or wrong in the first half only.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..', '..');
const cache = join(root, 'node_modules', '.cache', 'bench-rails');
const { values } = parseArgs({
  options: {
    set: { type: 'string', default: join(root, '..', 'shared', 'rails', 'pii.jsonl.gz') },
    show: { type: 'string', default: '' },
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
const { status } = spawnSync(process.execPath, [bundle, values.set, values.show], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
