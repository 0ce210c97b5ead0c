import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { InvalidInputError } from '../lambda/errors.ts';
import type { CliContext } from './main.ts';

const FILE = 'lambda/domain/rails/attack-models.json';

interface TrainFlags {
  readonly samples?: string;
  readonly filings?: string;
  readonly check?: true;
}

/** `strata rails train`: remakes the attack detector that is checked in as numbers. */
export function addRails(program: Command, { root }: CliContext): void {
  const shared = join(root, '..', 'shared');
  program
    .command('rails')
    .description('the detector of attacks, and what it learned from')
    .command('train')
    .description(`learn ${FILE}: the same samples give the same numbers`)
    .option('--samples <dir>', 'folder of injection.jsonl.gz (default: ../shared/rails)')
    .option('--filings <dir>', 'corpus of real documents (default: ../shared/corpora/filings)')
    .option('--check', 'write nothing; fail when the checked-in file is not what the samples make')
    .action(async ({ samples, filings, check }: TrainFlags) => {
      const from = resolve(samples ?? join(shared, 'rails'));
      if (check && samples === undefined && !existsSync(from)) {
        console.log(`ci: no samples of attacks in ${from}; ${FILE} was not checked`);
        return;
      }
      const { trainAttackModels } = await import('../local/rails/train-attack-models.ts');
      const models = trainAttackModels({
        samples: from,
        filings: resolve(filings ?? join(shared, 'corpora', 'filings')),
      });
      const made = `${JSON.stringify(models, null, 2)}\n`;
      const file = join(root, FILE);
      if (!check) writeFileSync(file, made);
      else if (readFileSync(file, 'utf8') !== made) {
        throw new InvalidInputError(
          `${FILE} must be what the samples make; run: npm run rails:train, and commit it`,
        );
      }
      console.log(`Attack detector: ${FILE}, ${made.length} bytes, is what the samples make`);
    });
}
