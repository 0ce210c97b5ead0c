import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { CliContext } from './main.ts';
import { untilInterrupted } from './interruption.ts';
import { FIRST_PORT, parsePort } from './options.ts';
import { addReaderOptions, type ReaderFlags, readerOf } from './reader-options.ts';

/** `strata serve`: the console on what the last run left. */
export function addServe(program: Command, context: CliContext): void {
  const command = program
    .command('serve')
    .description('serve the console on what the last run left')
    .option('--port <n>', 'first port to try, loopback only', parsePort, FIRST_PORT);
  addReaderOptions(command).action(async (flags: ReaderFlags & { readonly port: number }) => {
    await context.buildConsole();
    const { startServer } = await import('../local/server.ts');
    const server = await startServer({
      program: context,
      stateDirectory: resolve('.strata'),
      firstPort: flags.port,
      reader: readerOf(flags, context),
    });
    if (server.auditProblem !== null) console.error(`warning: ${server.auditProblem}`);
    console.log(`Console: ${server.url}  (Ctrl-C stops it)`);
    await untilInterrupted();
    await server.close();
  });
}
