#!/usr/bin/env node
// Bundles the CDK app's changed sources into dist/ and runs it. Called by the CDK CLI (cdk.json).
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildFunctions, buildSeedModel, buildWeb } from '../build.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
process.env.CDK_VALIDATION ??= 'false';
process.env.CDK_DISABLE_STACK_TRACE ??= '1';
for (const part of [buildFunctions, buildWeb, buildSeedModel]) await part();
const outfile = join(root, 'dist', 'app.mjs');
await build({
  absWorkingDir: root,
  entryPoints: [join(root, 'bin', 'app.ts')],
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
try {
  await import(pathToFileURL(outfile).href);
} catch (error) {
  const expected = error instanceof Error && error.name === 'ConfigurationError';
  process.stderr.write(`${expected ? error.message : (error?.stack ?? error)}\n`);
  process.exitCode = 1;
}
