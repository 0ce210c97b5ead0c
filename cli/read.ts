import type { Command } from 'commander';
import type { ReadFile } from '../local/read-file.ts';
import { requireFiles } from './existing-files.ts';
import type { CliContext } from './main.ts';
import { printable } from './printable.ts';

/** `strata read FILE…`: what reading makes of files, before any side sees them. */
export function addRead(program: Command, context: CliContext): void {
  program
    .command('read <file...>')
    .description('show what reading makes of files: text, pages, tables, pairs, refusals')
    .option('--json', 'print everything, a file a line')
    .action(async (files: string[], { json }: { readonly json?: boolean }) => {
      requireFiles('read', files);
      const { fileReader } = await import('../local/read-file.ts');
      const reader = fileReader(context);
      try {
        for (const file of files) {
          const read = await reader.read(file);
          console.log(json === true ? JSON.stringify(read) : printable(describe(read)));
        }
      } finally {
        await reader.close();
      }
    });
}

function describe(read: ReadFile): string {
  if (read.status === 'refused') {
    return `${read.file}: refused (${read.refusal.code}): ${read.refusal.message}`;
  }
  const pages = read.pages.map((page) => {
    const { number, source, confidence, tables, pairs } = page;
    const sure = confidence === null ? '' : ` at ${(confidence * 100).toFixed(0)} %`;
    const found = `${tables.length} tables, ${pairs.length} pairs`;
    return `── page ${number}: ${source}${sure}, ${found}\n${page.text}`;
  });
  const head = `${read.file}: ${read.mediaType}, ${read.language ?? 'language unknown'}`;
  const rest = `${read.pages.length} pages, ${read.attachments.length} attachments`;
  return [`${head}, ${rest}`, ...pages].join('\n');
}
