import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createWorker } from 'tesseract.js';
import * as z from 'zod';
import { workerParser } from '../../lambda/adapters/parser/parser.ts';
import { isRefused } from '../../lambda/domain/document/refusal.ts';
import { tesseractText } from '../../local/adapters/text.ts';
import { student } from '../../config/student.ts';
import { wordOverlap } from './word-overlap.ts';

interface Row {
  readonly what: string;
  readonly recall: number;
  readonly precision: number;
  readonly ms: number;
}

const [folder = '', peerFile = ''] = process.argv.slice(2);
const names = readdirSync(folder).sort();
const peerSchema = z.record(z.string(), z.object({ text: z.string(), ms: z.number() }));
const peer = peerSchema.parse(JSON.parse(readFileSync(peerFile, 'utf8')));
const limits = student.ingestion;
const parser = workerParser({ directory: join('dist', 'parser') });

const rows: Row[] = [];
for (const name of names.filter((one) => one.endsWith('.pdf'))) {
  const bytes = readFileSync(join(folder, name));
  const started = performance.now();
  const parsed = await parser.parse({ bytes, name, limits });
  const text = isRefused(parsed) ? '' : parsed.pages.map((page) => page.text).join('\n');
  rows.push({ what: 'PDF: strata', ...overlap(name, text), ms: performance.now() - started });
  const other = peer[name];
  if (other) rows.push({ what: 'PDF: pypdf', ...overlap(name, other.text), ms: other.ms });
}
const { default: data } = await import('@tesseract.js-data/eng');
const langPath = join(dirname(data.langPath), '4.0.0_best_int');
const bare = await createWorker('eng', 1, { langPath, gzip: true, cacheMethod: 'none' });
const ours = tesseractText({ workers: 1, parser });
for (const name of names.filter((one) => /\.(jpg|png)$/.test(one))) {
  const bytes = readFileSync(join(folder, name));
  const document = { tenant: 'bench', documentId: name };
  const started = performance.now();
  const { pages } = await ours.recognise({
    document,
    bytes,
    mediaType: 'image/jpeg',
    pages: [1],
  });
  const middle = performance.now();
  const { data: page } = await bare.recognize(bytes);
  const end = performance.now();
  rows.push({ what: 'scan: strata', ...overlap(name, pages[0]?.text ?? ''), ms: middle - started });
  rows.push({ what: 'scan: tesseract.js', ...overlap(name, page.text), ms: end - middle });
}
await Promise.all([ours.close(), parser.close(), bare.terminate()]);

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
for (const what of [...new Set(rows.map((row) => row.what))].sort()) {
  const some = rows.filter((row) => row.what === what);
  const recall = mean(some.map((row) => row.recall)).toFixed(3);
  const precision = mean(some.map((row) => row.precision)).toFixed(3);
  const ms = mean(some.map((row) => row.ms)).toFixed(0);
  console.log(
    `${what.padEnd(20)} files ${some.length}  recall ${recall}  precision ${precision}  ms/file ${ms}`,
  );
}

function overlap(name: string, text: string): { recall: number; precision: number } {
  return wordOverlap(text, readFileSync(join(folder, name.replace(/\.\w+$/, '.txt')), 'utf8'));
}
