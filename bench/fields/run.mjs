// How well each side's reader reads values: fields learned and scored with the right category given,
// and the extractive reader (no language model) on the same documents.
//   node bench/fields/run.mjs [--corpus DIR] [--train DIR] [--seeds 1,2,3]
// Without --corpus: the filings where the folder exists, and 240 generated documents. DIR may be
// `generated`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..', '..');
const cache = join(root, 'node_modules', '.cache', 'bench-fields');
mkdirSync(cache, { recursive: true });
const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    train: { type: 'string', default: '' },
    seeds: { type: 'string', default: '1,2,3' },
  },
});
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
const generated = join(cache, 'generated');
if (!existsSync(join(generated, 'labels.jsonl'))) {
  const make = ['corpus', 'make', '--documents', '240', '--seed', '1', '--out', generated];
  run(join(root, 'bin', 'strata.mjs'), ...make);
}
const folderOf = (name) => (name === 'generated' ? generated : name);
const filings = join(root, '..', 'shared', 'corpora', 'filings');
const corpora = values.corpus === undefined ? [filings, 'generated'] : [values.corpus];
for (const corpus of corpora.map(folderOf).filter(existsSync)) {
  run(bundle, root, cache, corpus, folderOf(values.train), values.seeds);
}
