import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { CliContext } from './main.ts';

/** `strata access`: which function may touch what, from the declarations. */
export function addAccess(program: Command, { root }: CliContext): void {
  program
    .command('access')
    .description('print which function may touch what, as docs/access.md says it')
    .option('--write', 'write docs/access.md instead')
    .action(async ({ write }: { readonly write?: true }) => {
      const { accessPage } = await import('../local/access-page.ts');
      const page = accessPage(root);
      if (write) writeFileSync(join(root, 'docs', 'access.md'), page);
      else process.stdout.write(page);
    });
}
