import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildReport } from '../../../lambda/domain/compare/build-report.ts';
import { clauseQuestions } from '../../../lambda/domain/compare/clause-questions.ts';
import {
  jsonLines,
  predictionLines,
  retrievalLines,
} from '../../../lambda/domain/compare/report-lines.ts';
import { tinyRun } from './tiny-run.ts';

const LAW = 'This Agreement is governed by the laws of Norway.';
const SOURCE = `Title\n${LAW}\n`;

const root = mkdtempSync(join(tmpdir(), 'strata-score-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function write(name: string, change: (predictions: string) => string): string {
  const out = join(root, name);
  mkdirSync(join(out, 'documents'), { recursive: true });
  const documents = tinyRun().documents.map(({ id, documentId }) => ({
    id,
    documentId,
    text: SOURCE,
    clauses: { Law: [LAW] },
  }));
  const [hit, miss] = clauseQuestions(documents, { Law: 'Whose law governs?' });
  if (!hit || !miss) throw new Error('the tiny run must have two documents');
  const retrieval = [
    { question: hit, tuned: null, untuned: [[0, 60] as const] },
    { question: miss, tuned: null, untuned: [[0, 20] as const] },
  ];
  const run = tinyRun({ retrieval });
  for (const { id } of documents) writeFileSync(join(out, 'documents', `${id}.txt`), SOURCE);
  const labels = run.documents.map(({ id, gold }) => ({
    id,
    file: `documents/${id}.txt`,
    ...gold,
    clauses: { Law: [LAW] },
  }));
  writeFileSync(join(out, 'labels.jsonl'), jsonLines(labels));
  writeFileSync(join(out, 'report.json'), JSON.stringify(buildReport(run)));
  writeFileSync(join(out, 'predictions.jsonl'), change(jsonLines(predictionLines(run))));
  writeFileSync(join(out, 'retrieval.jsonl'), jsonLines(retrievalLines(run)));
  return out;
}

function score(directory: string): { readonly status: number | null; readonly output: string } {
  const script = join(__dirname, '../../../bench/score/score.mjs');
  const argv = [script, '--out', directory, '--corpus', directory];
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

test('a second program reaches the figures of the report from its lines', () => {
  const { status, output } = score(write('same', (predictions) => predictions));
  expect(output).toContain('same  llmops recall at 5: 0.5');
  expect(output).not.toContain('DIFFERENT');
  expect(status).toBe(0);
});

test('a second program notices a figure that the lines do not carry', () => {
  const { status, output } = score(
    write('changed', (predictions) => predictions.replace('"category":"x"', '"category":"y"')),
  );
  expect(output).toContain('DIFFERENT  mlops accuracy');
  expect(status).toBe(1);
});
