import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { reportSchema, type Report } from '../../lambda/domain/compare/report-schema.ts';
import { strata } from '../cli/strata-process.ts';

const corpus = resolve('../shared/corpora/filings');
const isThere = existsSync(corpus);
if (!isThere) console.log(`ci: the filings corpus is not at ${corpus}; its slice did not run`);

const folder = mkdtempSync(join(tmpdir(), 'strata-filings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// One seed stands for the five of bench/filings: the bounds leave room for its spread.
const suite = isThere ? describe : describe.skip;
suite('the filings corpus, seed 1', () => {
  let report: Report;
  beforeAll(async () => {
    const args = ['run', '--corpus', corpus, '--seed', '1', '--exit'];
    expect(await strata(folder, ...args)).toMatchObject({ code: 0 });
    const text = readFileSync(join(folder, 'out', 'report.json'), 'utf8');
    report = reportSchema.parse(JSON.parse(text));
  });

  test('reads all 307 documents', () => {
    expect([report.documents, report.rejected.count]).toEqual([307, 0]);
  });

  test('the classical side keeps its accuracy', () => {
    expect(report.sides.mlops?.accuracy).toBeGreaterThanOrEqual(0.88);
  });

  test('retrieval keeps its recall without anything learned from clauses', () => {
    expect(report.sides.llmops?.retrieval.recallAt5Untuned).toBeGreaterThanOrEqual(0.76);
  });

  test('clauses of the training corpus help retrieval', () => {
    const { recallAt5, recallAt5Untuned } = report.sides.llmops?.retrieval ?? {};
    expect(recallAt5).toBeGreaterThan(recallAt5Untuned ?? 1);
  });
});
