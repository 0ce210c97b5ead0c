// Guardrail calls, text units and dollars an answer by the size of the judged group.
// node bench/guardrail/run.mjs [CORPUS] [SEED]
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const cache = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'bench-guardrail');
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
const [corpus = '../shared/corpora/filings', seed = '1'] = process.argv.slice(2);
const { status } = spawnSync(process.execPath, [bundle, corpus, seed], { stdio: 'inherit' });
process.exit(status ?? 1);
