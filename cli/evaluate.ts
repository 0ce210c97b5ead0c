import type { Command } from 'commander';
import { requireFiles } from './existing-files.ts';

interface RailsFlags {
  readonly set: string;
  readonly out: string;
}

/** `strata evaluate rails`: verdicts of the rails on texts of one's own. */
export function addEvaluate(program: Command): void {
  program
    .command('evaluate')
    .description('score parts of the product with data of your own')
    .command('rails')
    .description('judge texts as questions, documents and answers are judged')
    .requiredOption('--set <file>', 'JSON lines of "text" and perhaps "direction" and "attack"')
    .requiredOption('--out <file>', 'where a verdict a line goes')
    .action(async ({ set, out }: RailsFlags) => {
      requireFiles('evaluate rails', [set]);
      const { judgeLines } = await import('../local/rails/judge-lines.ts');
      const { lines, blocked, caught, falseAlarms } = await judgeLines(set, out);
      console.log(`Rails: ${lines} texts, ${blocked} blocked; verdicts in ${out}`);
      if (caught) console.log(`Attacks blocked: ${share(caught)}`);
      if (falseAlarms) console.log(`False alarms: ${share(falseAlarms)}`);
    });
}

function share({ of, blocked }: { readonly of: number; readonly blocked: number }): string {
  return `${blocked} of ${of} (${((blocked / of) * 100).toFixed(1)} %)`;
}
