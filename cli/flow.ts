import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { InvalidInputError } from '../lambda/errors.ts';
import type { CliContext } from './main.ts';

/** `strata flow show NAME`: the text that Step Functions runs, and the laptop. */
export function addFlow(program: Command, { root }: CliContext): void {
  program
    .command('flow')
    .description('the state machines, as they are deployed and as they run here')
    .command('show <name>')
    .description('print the definition of a flow: document-flow, answer-flow')
    .option('--profile <name>', 'of this environment', 'student')
    .action((name: string, { profile }: { readonly profile: string }) => {
      const folder = join(root, 'dist', 'flows');
      const file = join(folder, profile, `${name}.asl.json`);
      if (!existsSync(file)) throw unknown(folder, `${profile}/${name}`);
      process.stdout.write(`${readFileSync(file, 'utf8')}\n`);
    });
}

function unknown(folder: string, name: string): InvalidInputError {
  const known = readdirSync(folder).flatMap((profile) =>
    readdirSync(join(folder, profile)).map((file) => `${profile}/${file.replace('.asl.json', '')}`),
  );
  return new InvalidInputError(
    `a flow must be one of ${known.join(', ')}, got ${name}; name it and --profile`,
  );
}
