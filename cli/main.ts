import { Command, CommanderError } from 'commander';
import { StrataError } from '../lambda/errors.ts';
import { productVersion } from '../lib/shared/product-version.ts';
import { addAccess } from './access.ts';
import { addAudit } from './audit/audit.ts';
import { addAsk } from './ask.ts';
import { addClassify } from './classify.ts';
import { addCorpus } from './corpus.ts';
import { addDeploy } from './aws/deploy.ts';
import { addDestroy } from './aws/destroy.ts';
import { addDoctor } from './aws/doctor.ts';
import { addExplain } from './audit/explain.ts';
import { addErase } from './erase.ts';
import { addEvaluate } from './evaluate.ts';
import { addRails } from './rails.ts';
import { addFlow } from './flow.ts';
import { addRead } from './read.ts';
import { addExpansion } from './aws/expansion.ts';
import { addRedrive } from './aws/redrive.ts';
import { addRelease } from './release/release.ts';
import { addRun } from './run.ts';
import { addSeed } from './seed.ts';
import { addServe } from './serve.ts';
import { addSmoke } from './aws/smoke.ts';
import { addTrain } from './aws/train.ts';

const COMMANDS = [
  addRun,
  addAsk,
  addClassify,
  addRead,
  addCorpus,
  addExplain,
  addErase,
  addAudit,
  addEvaluate,
  addRails,
  addRelease,
  addSeed,
  addServe,
  addDoctor,
  addDeploy,
  addSmoke,
  addTrain,
  addExpansion,
  addRedrive,
  addDestroy,
  addFlow,
  addAccess,
];

/** What the shim knows: `root` is the checkout's folder. */
export interface CliContext {
  readonly root: string;
  /** Changes with the program: results of another program are computed again. */
  readonly codeHash: string;
  /** Where `--api-key-env` finds the key. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Builds the console and the report's page into `dist/web` unless they are up to date. */
  readonly buildConsole: () => Promise<unknown>;
  /** Builds all that the stacks upload into `dist/` unless it is up to date. */
  readonly buildPlatform: () => Promise<unknown>;
}

/**
 * The command `strata`. Returns the exit code: 0 done, 1 failed, 2 wrong usage.
 * @param argv arguments after the program's name
 */
export async function main(argv: readonly string[], context: CliContext): Promise<number> {
  const program = new Command('strata')
    .description(
      'Document intelligence twice, as LLMOps and as MLOps, on the same documents. ' +
        'Runs on this machine; the local reader is extractive, not a language model.',
    )
    .version(productVersion(context.root), '-V, --version')
    .showSuggestionAfterError()
    .showHelpAfterError('(strata --help lists the commands)')
    .exitOverride();
  for (const add of COMMANDS) {
    add(program, context);
  }
  for (const command of program.commands) hintAtHelp(command, 'strata');
  try {
    await program.parseAsync([...argv], { from: 'user' });
    // A command that did part of what it was asked to has said so.
    return Number(process.exitCode ?? 0);
  } catch (error) {
    return report(error);
  }
}

/** After a mistake, the help of the command that was meant. */
function hintAtHelp(command: Command, parent: string): void {
  const name = `${parent} ${command.name()}`;
  command.showHelpAfterError(`(${name} --help lists what it takes)`);
  for (const child of command.commands) hintAtHelp(child, name);
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  // What the user or the machine can mend needs no stack: its message says what to do.
  const known = firstKnown(error);
  console.error(known === null ? error : `error: ${known.message}`);
  return 1;
}

/** A flow wraps the error of its step. */
function firstKnown(error: unknown): Error | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof StrataError || isFileSystemError(error)) return error;
  return firstKnown(error.cause);
}

function isFileSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'path' in error;
}
