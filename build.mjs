import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.dirname(fileURLToPath(import.meta.url));
const dist = path.join(root, 'dist');

/**
 * Bundles every `lambda/functions/<stem>.ts` to `dist/functions/<stem>/index.mjs` in one esbuild.
 * Nothing happens when no input changed, unless `force`.
 */
export async function buildFunctions({ force = false, begun = quietly } = {}) {
  return unlessUnchanged({
    name: 'functions',
    inputs: ['lambda', 'config', 'build.mjs', 'package-lock.json'],
    force,
    begun,
    make: async () => {
      const stems = await functionStems();
      // What was built stays until its successor is whole.
      const outdir = path.join(dist, `functions.${process.pid}`);
      const result = await build({
        entryPoints: stems.map((stem) => ({
          in: path.join(root, 'lambda/functions', `${stem}.ts`),
          out: path.join(stem, 'index'),
        })),
        outdir,
        absWorkingDir: root,
        metafile: true,
        logLevel: 'warning',
        ...functionOptions,
      });
      await rm(path.join(dist, 'functions'), { recursive: true, force: true });
      await rename(outdir, path.join(dist, 'functions'));
      await writeFile(path.join(dist, 'functions.meta.json'), JSON.stringify(result.metafile));
    },
  });
}

/** The console and the report page, by Vite, to `dist/web`. */
export async function buildWeb({ force = false, begun = quietly } = {}) {
  return unlessUnchanged({
    name: 'web',
    inputs: ['web', 'lambda/ports.ts', 'lambda/domain', 'package-lock.json'],
    force,
    begun,
    make: async () => {
      const vite = await import('vite');
      // Made aside and renamed: a start beside another one never finds half a console.
      const outDir = path.join(dist, `web.${process.pid}`);
      const { NODE_ENV } = process.env;
      // Under another value React's plugin emits calls that the production React does not have.
      process.env.NODE_ENV = 'production';
      try {
        await vite.build({
          configFile: path.join(root, 'web/vite.config.ts'),
          logLevel: 'warn',
          build: { outDir },
        });
      } finally {
        if (NODE_ENV === undefined) delete process.env.NODE_ENV;
        else process.env.NODE_ENV = NODE_ENV;
      }
      await rm(path.join(dist, 'web'), { recursive: true, force: true });
      await rename(outDir, path.join(dist, 'web'));
    },
  });
}

/** The model that serves before the first training in an account, to `dist/seed-model`. */
export async function buildSeedModel({ force = false, begun = quietly } = {}) {
  return unlessUnchanged({
    name: 'seed-model',
    inputs: [
      'local/seed-model.ts',
      'local/corpus/generate',
      'lambda/domain',
      'config/gates.ts',
      'config/taxonomy.ts',
    ],
    force,
    begun,
    make: async () => {
      const outfile = path.join(dist, 'seed-model.mjs');
      await build({
        entryPoints: [path.join(root, 'local/seed-model.ts')],
        outfile,
        bundle: true,
        format: 'esm',
        platform: 'node',
        packages: 'external',
        logLevel: 'warning',
      });
      const { makeSeedModel } = await import(`${pathToFileURL(outfile).href}?${Date.now()}`);
      await makeSeedModel({ directory: path.join(dist, 'seed-model') });
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

/**
 * Every import of `zod` brings 50 locales, JSON Schema and the whole API: 460 kB a bundle instead
 * of 85. Functions neither write JSON Schema, nor ask a schema for its bounds, nor speak another
 * language.
 */
const slimZod = {
  name: 'slim-zod',
  setup(esbuild) {
    const english = path.join(root, 'node_modules/zod/v4/locales/en.js');
    esbuild.onResolve({ filter: /locales\/index\.js$/ }, ({ importer }) =>
      importer.includes(`${path.sep}zod${path.sep}`) ? { path: english } : undefined,
    );
    esbuild.onLoad(
      { filter: /zod[\\/]v4[\\/]classic[\\/]schemas\.js$/ },
      async ({ path: file }) => ({
        loader: 'js',
        contents: (await readFile(file, 'utf8'))
          .replace(/^ *inst\._zod\.processJSONSchema = .*;$/gm, '')
          .replace(/processors\.aggregateChecks\(inst\)/g, '({})')
          .replace(/createStandardJSONSchemaMethod\(this, "\w+"\)/g, 'undefined')
          .replace('createToJSONSchemaMethod(this, {})(params)', 'undefined'),
      }),
    );
    esbuild.onLoad({ filter: /[\\/](lambda|config)[\\/].*\.ts$/ }, async ({ path: file }) => ({
      loader: 'ts',
      contents: onlyUsedSchemas(
        (await readFile(file, 'utf8')).replace(
          "import { z } from 'zod';",
          "import * as z from 'zod';",
        ),
      ),
    }));
  },
};

/** A chain of calls looks impure to a bundler: a schema that nothing uses would stay, and be made. */
function onlyUsedSchemas(source) {
  const topLevel =
    /^((?:export )?const \w+ = )(z\b[\s\S]*?);$(?=\n(?:\n|[^\s})\]])|\n?(?![\s\S]))/gm;
  return source.replace(
    topLevel,
    (_, declaration, value) => `${declaration}/* @__PURE__ */ (() => ${value})();`,
  );
}

/** In Lambda, credentials come from the environment: profiles, SSO and STS weigh 120 kB. */
const environmentCredentials = {
  name: 'environment-credentials',
  setup(esbuild) {
    const filter = /^@aws-sdk\/credential-provider-node$/;
    esbuild.onResolve({ filter }, () => ({ path: 'credentials', namespace: 'credentials' }));
    esbuild.onLoad({ filter: /.*/, namespace: 'credentials' }, () => ({
      contents: "export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';",
      resolveDir: root,
    }));
  },
};

/** Node has its own hashes: the SDK's in plain JavaScript, for builds without, weigh 8 kB. */
const nativeHashes = {
  name: 'native-hashes',
  setup(esbuild) {
    esbuild.onLoad({ filter: /dist-es[\\/].*(Sha1|Sha256|Md5)Js\.js$/ }, ({ path: file }) => ({
      loader: 'js',
      contents: `export const ${path.basename(file, '.js')} = undefined;`,
    }));
  },
};

/** S3's schemas have computed keys, so that no bundler drops unused ones: 52 kB of every bundle. */
const slimSchemas = {
  name: 'slim-schemas',
  setup(esbuild) {
    const schema = /^((?:export )?(?:var|const) [\w$]+ = )(\[[^\n]*\]|\[[\s\S]*?^\]);$/gm;
    esbuild.onLoad(
      { filter: /dist-es[\\/]schemas[\\/]schemas_0\.js$/ },
      async ({ path: file }) => ({
        loader: 'js',
        contents: (await readFile(file, 'utf8')).replace(
          schema,
          (_, declaration, value) => `${declaration}/* @__PURE__ */ (() => ${value})();`,
        ),
      }),
    );
  },
};

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
  plugins: [slimZod, slimSchemas, nativeHashes, environmentCredentials],
};

async function functionStems() {
  const files = await readdir(path.join(root, 'lambda/functions'));
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
  for (const part of [buildFunctions, buildWeb, buildSeedModel]) {
    const startedAt = performance.now();
    const { name, built } = await part({ force });
    const ms = Math.round(performance.now() - startedAt);
    console.log(`${name}: ${built ? `built in ${ms} ms` : 'unchanged'}`);
  }
  for (const { stem, bytes } of await bundleSizes()) {
    console.log(`${stem.padEnd(32)}${String(Math.ceil(bytes / 1_000)).padStart(6)} kB`);
  }
}
