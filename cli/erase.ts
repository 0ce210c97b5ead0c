import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { CliContext } from './main.ts';

/** `strata erase NAME --reason …`: a document of the last run, and its words in past answers. */
export function addErase(program: Command, context: CliContext): void {
  program
    .command('erase')
    .description('erase a document of the last run; who, when and why stays in the log')
    .argument('<name>', 'of its file, or its id')
    .requiredOption('--reason <text>', 'why, for the log')
    .action(async (name: string, { reason }: { readonly reason: string }) => {
      const { openLatestRun } = await import('../local/latest-run.ts');
      const { findDocument } = await import('../local/find-document.ts');
      const { eraseDocument } = await import('../lambda/domain/governance/erase-document.ts');
      const run = await openLatestRun({
        program: context,
        stateDirectory: resolve('.strata'),
        reader: { kind: 'extractive' },
      });
      const { tenant, ports } = run;
      try {
        const documentId = await findDocument(ports.records, tenant, name);
        const { answers } = await eraseDocument(ports)({ tenant, documentId, by: 'local', reason });
        console.log(`Erased ${documentId}, and its words in ${answers} past answers.`);
        console.log('The file that it was read from, and what a model learned from it, stay.');
      } finally {
        await run.close();
      }
    });
}
