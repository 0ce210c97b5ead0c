// Builds what stacks upload, bundles one TypeScript entry of bin/ into dist/ and runs it.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildFunctions, buildParser, buildWeb } from '../build.mjs';

/** @param {string} name file in bin/ without its ending */
export async function runSource(name) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  process.chdir(root);
  process.env.CDK_VALIDATION ??= 'false';
  process.env.CDK_DISABLE_STACK_TRACE ??= '1';
  process.setSourceMapsEnabled(true);
  try {
    // The first time takes a while; silence would look like a fault.
    const begun = (part) => process.stderr.write(`Building ${part}, until its sources change…\n`);
    for (const part of [buildFunctions, buildParser, buildWeb]) await part({ begun });
    const outfile = join(root, 'dist', `${name}.mjs`);
    await build({
      absWorkingDir: root,
      entryPoints: [join(root, 'bin', `${name}.ts`)],
      outfile,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20',
      sourcemap: 'linked',
      logLevel: 'error',
    });
    await import(pathToFileURL(outfile).href);
  } catch (error) {
    const expected = error instanceof Error && error.name === 'ConfigurationError';
    process.stderr.write(`${expected ? error.message : (error?.stack ?? error)}\n`);
    process.exitCode = 1;
  }
}
