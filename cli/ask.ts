import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Answer } from '../lambda/domain/llmops/answer/answer.ts';
import { documentName, findDocument } from '../local/find-document.ts';
import type { CliContext } from './main.ts';
import { parseQuestion } from './options.ts';
import { printable } from './printable.ts';
import { addReaderOptions, type ReaderFlags, readerOf } from './reader-options.ts';

interface AskFlags extends ReaderFlags {
  readonly document?: string;
  readonly follows?: string;
  readonly json?: boolean;
}

/** More are a page of a terminal. */
const ROWS = 10;

/** `strata ask "…"`: one question through the answer flow, on what the last run indexed. */
export function addAsk(program: Command, context: CliContext): void {
  const command = program
    .command('ask')
    .description('ask the documents of the last run; answers come with citations')
    .argument('<question>', 'in quotes', parseQuestion)
    .option('--document <name>', 'only this document: the name of its file, or its id')
    .option('--follows <id>', 'go on from an earlier question: the id under its answer')
    .option('--json', 'print the whole record of the answer');
  addReaderOptions(command).action(async (question: string, flags: AskFlags) => {
    const reader = readerOf(flags, context);
    const { openLatestRun } = await import('../local/latest-run.ts');
    const run = await openLatestRun({
      program: context,
      stateDirectory: resolve('.strata'),
      reader,
    });
    const { tenant, ports } = run;
    try {
      const documentId =
        flags.document === undefined
          ? null
          : await findDocument(ports.records, tenant, flags.document);
      const answer = await run.ports.flows.awaitAnswer({
        tenant,
        interactionId: randomUUID(),
        question,
        documentId,
        askedBy: null,
        follows: flags.follows ?? null,
      });
      if (flags.json === true) return console.log(JSON.stringify(answer, null, 2));
      console.log(answer.text === '' ? `(${answer.status})` : printable(answer.text));
      for (const citation of answer.citations) {
        const [start, end] = citation.range;
        const name = await documentName(ports.records, tenant, citation.documentId);
        console.log(
          `  ${name} [${start}, ${end}): “${printable(citation.quote.replaceAll(/\s+/g, ' '))}”`,
        );
      }
      printRows(answer.records);
      if (answer.fallback === 'extractive') {
        console.log(
          `  (${flags.model ?? 'the model'} did not answer: this is the extractive reader)`,
        );
      }
      const cost = answer.costUsd === null ? 'cost not known' : `$${answer.costUsd.toFixed(6)}`;
      console.log(
        `  ${answer.status} · reader ${answer.reader} · ${cost} · ${answer.interactionId}`,
      );
    } finally {
      await run.close();
    }
  });
}

function printRows(records: Answer['records']): void {
  const { rows = [], found = 0 } = records ?? {};
  for (const { name, value, currency, confidence } of rows.slice(0, ROWS)) {
    const said = [name, currency, value].flatMap((part) =>
      part === null ? [] : [printable(part)],
    );
    console.log(`  ${said.join('  ')}  (confidence ${confidence.toFixed(2)})`);
  }
  if (rows.length > ROWS) {
    console.log(`  and ${found - ROWS} more (--json prints the first ${rows.length})`);
  }
}
