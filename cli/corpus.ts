import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { CorpusStyle } from '../local/corpus/generate/generate-corpus.ts';
import { leaveWhenInterrupted } from './interruption.ts';
import type { CliContext } from './main.ts';
import { parseCount } from './options.ts';
import { terminalProgress } from './progress.ts';

interface MakeFlags {
  readonly documents: number;
  readonly seed: number;
  readonly out: string;
  readonly style: CorpusStyle;
}

/** `strata corpus make`: a seeded corpus in the open format of docs/corpus.md. */
export function addCorpus(program: Command, _context: CliContext): void {
  program
    .command('corpus')
    .description('corpora in the open format of docs/corpus.md')
    .command('make')
    .description('generate a labelled corpus: the same seed gives the same bytes')
    .option('--documents <n>', 'how many', parseCount(12, 100_000), 480)
    .option('--seed <n>', 'seed', parseCount(0, 2 ** 31 - 1), 1)
    .addOption(
      new Option('--style <name>', 'foreign: a stress set in layouts that nothing trains on')
        .choices(['own', 'foreign'])
        .default('own'),
    )
    .requiredOption('--out <dir>', 'where it goes')
    .action(async (flags: MakeFlags) => {
      const { generateCorpus } = await import('../local/corpus/generate/generate-corpus.ts');
      const make = (tick: () => void) =>
        generateCorpus({
          documents: flags.documents,
          seed: flags.seed,
          style: flags.style,
          directory: resolve(flags.out),
          onProgress: tick,
        });
      await leaveWhenInterrupted(
        'Interrupted: the same command makes the whole corpus again.',
        () => terminalProgress().stage('Generate corpus', flags.documents, make),
      );
      console.log(`Corpus: ${flags.out}  (next: strata run --corpus ${flags.out})`);
    });
}
