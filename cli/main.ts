import { Command, CommanderError } from 'commander';
import { StrataError } from '../lambda/errors.ts';
import { addAsk } from './ask.ts';
import { addClassify } from './classify.ts';
import { addCorpus } from './corpus.ts';
import { addDestroy } from './destroy.ts';
import { addRun } from './run.ts';
import { addServe } from './serve.ts';

/** What the shim knows: `root` is the checkout's folder. */
export interface CliContext {
  readonly root: string;
  /** Changes with the program: results of another program are computed again. */
  readonly codeHash: string;
  /** Builds the console and the report's page into `dist/web` unless they are up to date. */
  readonly buildConsole: () => Promise<unknown>;
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
    .showSuggestionAfterError()
    .showHelpAfterError('(strata --help lists what there is)')
    .exitOverride();
  for (const add of [addRun, addAsk, addClassify, addCorpus, addServe, addDestroy]) {
    add(program, context);
  }
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return 0;
  } catch (error) {
    return report(error);
  }
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof StrataError) {
    console.error(`${error.name}: ${error.message}`);
    return 1;
  }
  console.error(error);
  return 1;
}
