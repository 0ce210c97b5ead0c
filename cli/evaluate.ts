import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Evaluated } from '../local/evaluation/evaluation.ts';
import { requireFiles } from './existing-files.ts';
import { leaveWhenInterrupted } from './interruption.ts';
import type { CliContext } from './main.ts';
import { addRunOptions, INTERRUPTED, type RunFlags, runOnce } from './run.ts';

interface RailsFlags {
  readonly set: string;
  readonly out: string;
}

interface EvaluateFlags extends RunFlags {
  readonly run?: string;
  readonly against?: string;
  readonly json?: boolean;
}

const EVALUATED = ['answers', 'retrieval'] as const satisfies readonly Evaluated[];
const SAYS: Readonly<Record<Evaluated | 'all', string>> = {
  answers: 'score answers beside golden questions, with intervals',
  retrieval: 'score recall of marked clauses, with intervals',
  all: 'answers and retrieval',
};

/** `strata evaluate`: figures with intervals, two runs compared, and the rails on texts of one's own. */
export function addEvaluate(program: Command, context: CliContext): void {
  const evaluate = program
    .command('evaluate')
    .description('score parts of the product with data of your own');
  for (const what of [...EVALUATED, 'all'] as const) addRuns(evaluate, what, context);
  addRailsTo(evaluate);
}

function addRuns(evaluate: Command, what: Evaluated | 'all', context: CliContext): void {
  const command = evaluate
    .command(what)
    .description(SAYS[what])
    .option('--run <dir>', 'a report that strata run wrote, instead of running now')
    .option('--against <dir>', 'the report of another run: differences with significance')
    .option('--json', 'print evaluation.json');
  addRunOptions(command, 'evaluation').action(async (flags: EvaluateFlags) => {
    const folder = flags.run ?? flags.out;
    if (flags.run === undefined) {
      const request = { ...flags, sides: ['llmops'] as const };
      await leaveWhenInterrupted(INTERRUPTED, () => runOnce(request, context));
    }
    const wanted = what === 'all' ? EVALUATED : [what];
    await report(wanted, folder, flags);
  });
}

async function report(
  what: readonly Evaluated[],
  folder: string,
  { against, out, json }: EvaluateFlags,
): Promise<void> {
  const { evaluate, readEvaluatedRun } = await import('../local/evaluation/evaluation.ts');
  const { evaluationHtml, evaluationMarkdown, evaluationText } = await import(
    '../local/evaluation/render-evaluation.ts'
  );
  const run = readEvaluatedRun(resolve(folder));
  const other = against === undefined ? null : readEvaluatedRun(resolve(against));
  const evaluation = evaluate(run, what, other);
  const text = `${JSON.stringify(evaluation, null, 2)}\n`;
  mkdirSync(resolve(out), { recursive: true });
  const files = {
    'evaluation.json': text,
    'evaluation.md': evaluationMarkdown(evaluation),
    'evaluation.html': await evaluationHtml(evaluation, run),
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(out, name), content);
  if (json === true) {
    process.stdout.write(text);
    return;
  }
  console.log(evaluationText(evaluation));
  console.log(`Evaluation: ${join(out, 'evaluation.html')}`);
}

function addRailsTo(evaluate: Command): void {
  evaluate
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
