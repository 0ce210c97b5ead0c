#!/usr/bin/env node
// Bundles the command line's changed sources into dist/ and runs them: no build step, also on Windows.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildFunctions, buildParser, buildSteps, buildWeb } from '../build.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const outdir = join(root, 'dist', 'cli');
await buildSteps();
const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: [join(root, 'cli', 'main.ts')],
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  // A command loads its own engines only: help must not wait for OCR and databases.
  splitting: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  write: false,
  logLevel: 'error',
});
await mkdir(outdir, { recursive: true });
const hash = createHash('sha256');
for (const { path, contents } of outputFiles) {
  hash.update(basename(path)).update(contents);
  const present = await readFile(path).catch(() => null);
  if (present?.equals(contents)) continue;
  // Renamed into place: another start at the same moment never reads half a file.
  await writeFile(`${path}.${process.pid}`, contents);
  await rename(`${path}.${process.pid}`, path);
}
await buildParser();
const { main } = await import(pathToFileURL(join(outdir, 'main.mjs')).href);
const codeHash = hash.digest('hex');
process.exitCode = await main(process.argv.slice(2), {
  root,
  codeHash,
  environment: process.env,
  buildConsole: () => buildWeb(),
  buildPlatform: async () => {
    // As the CDK app itself is run (run-source.mjs).
    process.env.CDK_VALIDATION ??= 'false';
    process.env.CDK_DISABLE_STACK_TRACE ??= '1';
    for (const part of [buildFunctions, buildParser, buildWeb]) await part();
  },
});
