import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Explanation } from '../../lambda/domain/governance/explain/explanation.ts';
import type { CliContext } from '../main.ts';
import { printable } from '../printable.ts';

const EXTRACTIVE = { kind: 'extractive' } as const;
/** Of one list of evidence; `--json` prints all. */
const SHOWN = 12;

/** `strata explain ID`: a past answer or a document's results, from the records of the last run. */
export function addExplain(program: Command, context: CliContext): void {
  program
    .command('explain')
    .description(
      'explain a past answer or a document by its id: prompt, documents, rails, approval, cost',
    )
    .argument('<id>', 'of an answer, a document, or the name of its file')
    .option('--json', 'print the whole explanation')
    .action(async (id: string, { json }: { readonly json?: boolean }) => {
      const { openLatestRun } = await import('../../local/latest-run.ts');
      const { explainResult } = await import(
        '../../lambda/domain/governance/explain/explain-result.ts'
      );
      const { findDocument } = await import('../../local/find-document.ts');
      const run = await openLatestRun({
        program: context,
        stateDirectory: resolve('.strata'),
        reader: EXTRACTIVE,
      });
      const { tenant, ports } = run;
      try {
        const isAnswer = (await ports.records.get({ tenant, kind: 'interaction', id })) !== null;
        const known = isAnswer ? id : await findDocument(ports.records, tenant, id);
        const explanation = await explainResult(ports)(tenant, known);
        console.log(json === true ? JSON.stringify(explanation, null, 2) : pageOf(explanation));
      } finally {
        await run.close();
      }
    });
}

function pageOf({ id, kind, subject, at, by, outcome, questions }: Explanation): string {
  const lines = [
    `${kind === 'answer' ? 'Answer' : 'Document'} ${id}`,
    `  ${subject}`,
    `  ${at}${by === null ? '' : `, asked by ${by}`}`,
    ...outcome.map(({ name, value }) => `  ${name}: ${value}`),
  ];
  for (const [index, { question, said, status, evidence }] of questions.entries()) {
    const mark = status === 'missing' ? '!' : ' ';
    lines.push('', `${index + 1}. ${question}`, ` ${mark} ${said}`);
    lines.push(...evidence.slice(0, SHOWN).map(({ name, value }) => `    - ${name}: ${value}`));
    if (evidence.length > SHOWN) lines.push(`    - and ${evidence.length - SHOWN} more (--json)`);
  }
  return lines.map(printable).join('\n');
}
