import { join, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { SIDES, type Side } from '../lambda/domain/document/document.ts';
import type { Report } from '../lambda/domain/compare/report-schema.ts';
import { describeOpen } from '../local/run/open-failures.ts';
import type { Server } from '../local/server.ts';
import type { CliContext } from './main.ts';
import { FIRST_PORT, parseCount, parsePort, parseSides } from './options.ts';
import { addReaderOptions, type ReaderFlags, readerOf } from './reader-options.ts';
import { terminalProgress } from './progress.ts';
import { sideBySideTable } from './side-by-side-table.ts';
import { leaveWhenInterrupted, untilInterrupted } from './interruption.ts';

/** Default size of the generated corpus (documents). */
const DEFAULT_DOCUMENTS = 480;
const STATE = '.strata';
export const INTERRUPTED =
  'Interrupted: what is done is kept, the same command goes on from there.';

/** Flags of every command that runs a corpus. */
export interface RunFlags extends ReaderFlags {
  readonly corpus?: string;
  readonly train?: string;
  readonly seed: number;
  readonly out: string;
  readonly sample?: number;
  readonly release?: string;
}

interface RunAndServeFlags extends RunFlags {
  readonly sides: readonly Side[];
  readonly exit?: boolean;
  readonly port: number;
}

/** `strata run`: the main job. */
export function addRun(program: Command, context: CliContext): void {
  const command = program
    .command('run')
    .description('run both sides over a corpus, compare them, write the report, serve the console')
    .addOption(
      new Option('--sides <list>', 'mlops, llmops or both with a comma')
        .argParser(parseSides)
        .default(SIDES, 'both'),
    )
    .option('--exit', 'leave after the report instead of serving the console')
    .option('--port <n>', 'first port to try for the console', parsePort, FIRST_PORT);
  addRunOptions(command, 'out').action(async (flags: RunAndServeFlags) => {
    const server = await leaveWhenInterrupted(INTERRUPTED, () => runAndServe(flags, context));
    if (server === null) return;
    if (server.auditProblem !== null) console.error(`warning: ${server.auditProblem}`);
    console.log(`Console: ${server.url}  (Ctrl-C stops it)`);
    await untilInterrupted();
    await server.close();
  });
}

/** @param out where the report goes unless the user says */
export function addRunOptions(command: Command, out: string): Command {
  command
    .option('--corpus <dir>', 'documents to process (default: a generated corpus)')
    .option('--train <dir>', 'labelled corpus to learn from (default: part of --corpus)')
    .option('--seed <n>', 'seed of the split and the training', parseCount(0, 2 ** 31 - 1), 1)
    .option('--out <dir>', 'where the report goes', out)
    .option('--release <name>', 'of the LLM side: a stage or an id (default: what serves)')
    .option(
      '--sample <n>',
      'process only so many documents, chosen by --seed among those that are scored',
      parseCount(1, 1_000_000),
    );
  return addReaderOptions(command);
}

/** @returns null with `--exit` */
async function runAndServe(flags: RunAndServeFlags, context: CliContext): Promise<Server | null> {
  const report = await runOnce(flags, context);
  console.log(sideBySideTable(report));
  console.log(`Report: ${join(flags.out, 'report.html')}`);
  if (flags.exit === true) return null;
  const { startServer } = await import('../local/server.ts');
  const reader = readerOf(flags, context);
  return startServer({
    program: context,
    stateDirectory: resolve(STATE),
    firstPort: flags.port,
    reader,
  });
}

/** Runs the corpus and writes its report; says what was left open, and then exits with 1. */
export async function runOnce(
  flags: RunFlags & { readonly sides: readonly Side[] },
  context: CliContext,
): Promise<Report> {
  const { runCorpus } = await import('../local/run/run-corpus.ts');
  const { report, open } = await runCorpus({
    ...context,
    stateDirectory: resolve(STATE),
    corpusDirectory: flags.corpus === undefined ? null : resolve(flags.corpus),
    trainDirectory: flags.train === undefined ? null : resolve(flags.train),
    generatedDocuments: DEFAULT_DOCUMENTS,
    sides: flags.sides,
    seed: flags.seed,
    sample: flags.sample ?? null,
    release: flags.release,
    outDirectory: resolve(flags.out),
    reader: readerOf(flags, context),
    progress: terminalProgress(),
    pageReady: context.buildConsole(),
  });
  if (open.length > 0) {
    // The results that there are stand and can be looked at; the run has not done what it was asked to.
    process.exitCode = 1;
    console.error(describeOpen(open));
  }
  return report;
}
