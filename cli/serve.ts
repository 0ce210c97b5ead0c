import { resolve } from 'node:path';
import type { Command } from 'commander';
import { ROLES } from '../lambda/access.ts';
import type { Caller } from '../local/server.ts';
import type { CliContext } from './main.ts';
import { untilInterrupted } from './interruption.ts';
import { FIRST_PORT, parseCaller, parsePort } from './options.ts';
import { addReaderOptions, type ReaderFlags, readerOf } from './reader-options.ts';

type ServeFlags = ReaderFlags & { readonly port: number; readonly as?: Caller };

/** `strata serve`: the console on what the last run left. */
export function addServe(program: Command, context: CliContext): void {
  const command = program
    .command('serve')
    .description('serve the console on what the last run left')
    .option('--port <n>', 'first port to try, loopback only', parsePort, FIRST_PORT)
    .option('--as <name[:role,…]>', `who uses it: ${ROLES.join(', ')}; all without`, parseCaller);
  addReaderOptions(command).action(async (flags: ServeFlags) => {
    await context.buildConsole();
    const { startServer } = await import('../local/server.ts');
    const server = await startServer({
      program: context,
      stateDirectory: resolve('.strata'),
      firstPort: flags.port,
      reader: readerOf(flags, context),
      as: flags.as,
    });
    if (server.auditProblem !== null) console.error(`warning: ${server.auditProblem}`);
    console.log(`Console: ${server.url}  (Ctrl-C stops it)`);
    await untilInterrupted();
    await server.close();
  });
}
