import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { InvalidInputError } from '../lambda/errors.ts';
import type { CliContext } from './main.ts';

const DIRECTORY = 'lib/model/seed-model';
const SOURCE = 'local/seed-model.ts';

/** `strata seed`: remakes the checked-in model that serves in a new account. */
export function addSeed(program: Command, { root }: CliContext): void {
  program
    .command('seed')
    .description('remake the checked-in model that serves before the first training in an account')
    .option('--check', 'write nothing; fail when the checked-in files are not what the code makes')
    .action(async ({ check }: { readonly check?: true }) => {
      const { makeSeedModel } = await import('../local/seed-model.ts');
      const code = await codeHash(root);
      if (!check) {
        await makeSeedModel({ directory: join(root, DIRECTORY), code });
        console.log(`Seed model: ${DIRECTORY}, made by code ${code}`);
        return;
      }
      const made = mkdtempSync(join(tmpdir(), 'strata-seed-check-'));
      try {
        await makeSeedModel({ directory: made, code });
        const differing = readdirSync(made).filter(
          (file) =>
            !readFileSync(join(made, file)).equals(readFileSync(join(root, DIRECTORY, file))),
        );
        if (differing.length > 0) throw new InvalidInputError(staleMessage(differing));
        console.log(`Seed model: ${DIRECTORY} is what code ${code} makes`);
      } finally {
        rmSync(made, { recursive: true });
      }
    });
}

function staleMessage(files: readonly string[]): string {
  return (
    `${DIRECTORY} must be what the code makes, but ${files.join(', ')} differ; ` +
    'run: npm run seed, and commit the folder'
  );
}

/**
 * Hash of all code that decides the model: the source bundled with everything that it imports, so
 * that comments, layout and unused exports do not count.
 */
async function codeHash(root: string): Promise<string> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [SOURCE],
    bundle: true,
    minify: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    write: false,
    logLevel: 'error',
  });
  return createHash('sha256')
    .update(outputFiles[0]?.contents ?? '')
    .digest('hex')
    .slice(0, 16);
}
