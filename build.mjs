import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { declaredSteps, stepsModule } from './build/declared-steps.mjs';
import { bundleWeb } from './web/build.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const dist = path.join(root, 'dist');
/** Functions that open files: the thread of parsers stands beside them. */
const PARSING = new Set(['read-document']);

const STEP_INPUTS = ['lambda', 'config', 'lib/orchestration/flows', 'build', 'build.mjs'];

/**
 * What is derived from the declarations of steps, areas, consumers and resources, to `dist/`: the
 * module `#steps`, the registry `steps.json`, `flows/<profile>/`, entry points of functions.
 */
export async function buildSteps({ force = false, begun = quietly } = {}) {
  return unlessUnchanged({
    name: 'generated',
    inputs: STEP_INPUTS,
    force,
    begun,
    make: async () => {
      const listed = await declaredSteps(root);
      await rm(path.join(dist, 'generated'), { recursive: true, force: true });
      await mkdir(path.join(dist, 'generated'), { recursive: true });
      await writeFile(path.join(dist, 'generated/steps.ts'), stepsModule(listed));
      const outfile = path.join(dist, `describe-steps.${process.pid}.mjs`);
      await build({
        entryPoints: [path.join(root, 'build/describe-steps.ts')],
        outfile,
        absWorkingDir: root,
        bundle: true,
        packages: 'external',
        platform: 'node',
        format: 'esm',
        target: 'node20',
        logLevel: 'warning',
      });
      const { describeSteps } = await import(pathToFileURL(outfile).href);
      describeSteps(root, dist, listed);
      await rm(outfile);
    },
  });
}

/**
 * Bundles every function's entry point to `dist/functions/<stem>/index.mjs` in one esbuild.
 * Nothing happens when no input changed, unless `force`.
 */
export async function buildFunctions({ force = false, begun = quietly } = {}) {
  await buildSteps({ force });
  return unlessUnchanged({
    name: 'functions',
    inputs: [...STEP_INPUTS, 'package-lock.json'],
    force,
    begun,
    make: async () => {
      const stems = await functionStems();
      // What was built stays until its successor is whole.
      const outdir = path.join(dist, `functions.${process.pid}`);
      const result = await build({
        entryPoints: stems.map((stem) => ({
          in: path.join(dist, 'generated/functions', `${stem}.ts`),
          out: path.join(stem, 'index'),
        })),
        outdir,
        absWorkingDir: root,
        metafile: true,
        logLevel: 'warning',
        ...functionOptions,
      });
      for (const stem of stems.filter((one) => PARSING.has(one))) {
        await buildParserInto(path.join(outdir, stem));
      }
      await rm(path.join(dist, 'functions'), { recursive: true, force: true });
      await rename(outdir, path.join(dist, 'functions'));
      await writeFile(path.join(dist, 'functions.meta.json'), JSON.stringify(result.metafile));
    },
  });
}

/**
 * The thread of parsers and PDFium's program, to `dist/parser`: one bundle for the laptop and for
 * the functions that read files. Parsers are chunks of their own, loaded when a file of their kind
 * comes.
 */
export async function buildParser({ force = false, begun = quietly } = {}) {
  return unlessUnchanged({
    name: 'parser',
    inputs: ['lambda/adapters/parser', 'lambda/domain', 'build.mjs', 'package-lock.json'],
    force,
    begun,
    make: async () => {
      const outdir = path.join(dist, `parser.${process.pid}`);
      await buildParserInto(outdir);
      await rm(path.join(dist, 'parser'), { recursive: true, force: true });
      await rename(outdir, path.join(dist, 'parser'));
    },
  });
}

async function buildParserInto(outdir) {
  await build({
    ...functionOptions,
    entryPoints: [path.join(root, 'lambda/adapters/parser/parser-worker.ts')],
    outdir,
    absWorkingDir: root,
    splitting: true,
    target: 'node20',
    logLevel: 'warning',
  });
  const wasm = path.join(root, 'node_modules/@hyzyla/pdfium/dist/pdfium.wasm');
  await copyFile(wasm, path.join(outdir, 'pdfium.wasm'));
}

/** The console and the report page, to `dist/web`. */
export async function buildWeb({ force = false, begun = quietly } = {}) {
  return unlessUnchanged({
    name: 'web',
    inputs: ['web', 'lambda/ports.ts', 'lambda/domain', 'package-lock.json'],
    force,
    begun,
    make: async () => {
      // Made aside and renamed: a start beside another one never finds half a console.
      const outDir = path.join(dist, `web.${process.pid}`);
      await bundleWeb({ outDir });
      await rm(path.join(dist, 'web'), { recursive: true, force: true });
      await rename(outDir, path.join(dist, 'web'));
    },
  });
}

/** Name and bytes of every function's bundle, by name. */
export async function bundleSizes() {
  const sizes = (await functionStems()).map(async (stem) => ({
    stem,
    bytes: (await stat(path.join(dist, 'functions', stem, 'index.mjs'))).size,
  }));
  return Promise.all(sizes);
}

function quietly() {}

export const functionOptions = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  minify: true,
  keepNames: false,
  legalComments: 'none',
  charset: 'utf8',
  mainFields: ['module', 'main'],
  outExtension: { '.js': '.mjs' },
  // Some packages still call require for Node's own modules.
  banner: {
    js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);",
  },
  // In Lambda, credentials come from the environment: profiles, SSO and STS weigh 120 kB.
  alias: {
    '@aws-sdk/credential-provider-node': path.join(
      root,
      'lambda/adapters/environment-credentials.ts',
    ),
  },
};

async function functionStems() {
  const files = await readdir(path.join(dist, 'generated/functions'));
  return files.flatMap((file) => (file.endsWith('.ts') ? [file.slice(0, -3)] : [])).sort();
}

async function unlessUnchanged({ name, inputs, force, begun, make }) {
  const stamp = path.join(dist, `${name}.hash`);
  const hash = await hashOf(inputs);
  const done = existsSync(path.join(dist, name)) && existsSync(stamp);
  if (!force && done && (await readFile(stamp, 'utf8')) === hash) return { name, built: false };
  begun(name);
  await mkdir(dist, { recursive: true });
  await make();
  await writeFile(stamp, hash);
  return { name, built: true };
}

async function hashOf(inputs) {
  const hash = createHash('sha256').update(process.version);
  for (const input of inputs) {
    const full = path.join(root, input);
    if (!existsSync(full)) continue;
    const entries = (await stat(full)).isDirectory()
      ? await readdir(full, { recursive: true, withFileTypes: true })
      : [{ isFile: () => true, parentPath: root, name: input }];
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
    for (const file of files.sort()) {
      hash.update(path.relative(root, file)).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const force = process.argv.includes('--force');
  const onlySteps = process.argv.includes('--steps');
  const parts = onlySteps ? [buildSteps] : [buildFunctions, buildParser, buildWeb];
  for (const part of parts) {
    const startedAt = performance.now();
    const { name, built } = await part({ force });
    const ms = Math.round(performance.now() - startedAt);
    console.log(`${name}: ${built ? `built in ${ms} ms` : 'unchanged'}`);
  }
  for (const { stem, bytes } of onlySteps ? [] : await bundleSizes()) {
    console.log(`${stem.padEnd(32)}${String(Math.ceil(bytes / 1_000)).padStart(6)} kB`);
  }
}
