import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import type { DocumentRecord, SideResult } from '../lambda/domain/document/document.ts';
import { requireFiles } from './existing-files.ts';
import type { CliContext } from './main.ts';
import { printable } from './printable.ts';
import { addReaderOptions, type ReaderFlags, readerOf } from './reader-options.ts';

/** `strata classify FILE…`: each file through the document flow, with the last run's models. */
export function addClassify(program: Command, context: CliContext): void {
  const command = program
    .command('classify <file...>')
    .description("run files through the document flow with the last run's models")
    .option('--json', 'print the whole records, one a line');
  addReaderOptions(command).action(
    async (files: string[], flags: ReaderFlags & { readonly json?: boolean }) => {
      requireFiles('classify', files);
      const { openLatestRun } = await import('../local/latest-run.ts');
      const run = await openLatestRun({
        program: context,
        stateDirectory: resolve('.strata'),
        reader: readerOf(flags, context),
      });
      try {
        for (const file of files) {
          const record = await run.process({ name: basename(file), bytes: await readFile(file) });
          console.log(
            flags.json === true ? JSON.stringify(record) : printable(describe(file, record)),
          );
        }
      } finally {
        await run.close();
      }
    },
  );
}

function describe(file: string, record: DocumentRecord): string {
  if (record.refusal !== undefined) {
    return `${file}: refused (${record.refusal.code}): ${record.refusal.message}`;
  }
  const lines = [record.results?.mlops, record.results?.llmops].flatMap((result) =>
    result === undefined ? [] : [`  ${side(result)}`],
  );
  return [`${file}: ${record.status}`, ...lines].join('\n');
}

function side(result: SideResult): string {
  switch (result.status) {
    case 'skipped':
      return `${result.side}: left out`;
    case 'failed':
      return `${result.side}: failed (${result.error.name}: ${result.error.message})`;
    case 'done': {
      const { category, confidence, model } = result.classification;
      const fields = Object.entries(result.extraction.fields)
        .map(([name, field]) => `${name}=${String(field.value)}`)
        .join('; ');
      return `${result.side}: ${category} (${(confidence * 100).toFixed(0)} %, ${model}) ${fields}`;
    }
  }
}
