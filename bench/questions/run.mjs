// Questions of every kind over the labels of three corpora, planned by rules, against what the labels
// say: kind right, and counts, sums, lists and values equal.
//   node bench/questions/run.mjs [--kept] [--show N] [--corpora DIR]
// Two of three templates are what the rules were written with; `--kept` adds the third part and the
// taxonomy of other names, on which they are scored. Needs Node only.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..', '..');
const cache = join(root, 'node_modules', '.cache', 'bench-questions');
const { values } = parseArgs({
  options: {
    kept: { type: 'boolean', default: false },
    show: { type: 'string', default: '0' },
    corpora: { type: 'string', default: join(root, '..', 'shared', 'corpora') },
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
const run = (...parameters) => {
  const { status } = spawnSync(process.execPath, parameters, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};
const generated = join(cache, 'generated-1');
if (!existsSync(join(generated, 'labels.jsonl'))) {
  const make = ['corpus', 'make', '--documents', '240', '--seed', '1', '--out', generated];
  run(join(root, 'bin', 'strata.mjs'), ...make);
}
run(bundle, generated, values.corpora, values.kept ? 'kept' : '', values.show);
