#!/usr/bin/env node
// Bundles the command line's changed sources into dist/ and runs them: no build step, also on Windows.
import { fileURLToPath, pathToFileURL } from 'node:url';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { buildWeb } from '../build.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const outfile = join(root, 'dist', 'cli', 'main.mjs');
await build({
  absWorkingDir: root,
  entryPoints: [join(root, 'cli', 'main.ts')],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'linked',
  logLevel: 'error',
});
process.setSourceMapsEnabled(true);
const { main } = await import(pathToFileURL(outfile).href);
process.exitCode = await main(process.argv.slice(2), { root, buildConsole: () => buildWeb() });
