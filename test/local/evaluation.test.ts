import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildReport } from '../../lambda/domain/compare/build-report.ts';
import {
  answerLines,
  jsonLines,
  retrievalLines,
} from '../../lambda/domain/compare/report-lines.ts';
import type { MeasuredAnswer } from '../../lambda/domain/evaluation/measured.ts';
import { evaluate, readEvaluatedRun } from '../../local/evaluation/evaluation.ts';
import { evaluationHtml, evaluationMarkdown } from '../../local/evaluation/render-evaluation.ts';
import { answered, tinyRun } from '../domain/compare/tiny-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'strata-evaluation-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Twenty questions, of which the first so many are answered rightly. */
function answers(right: number): MeasuredAnswer[] {
  return Array.from({ length: 20 }, (_, at) => ({
    ...answered(at < right ? 'It is 5.00.' : 'It is <b>6.00</b>.', ['Total: 5.00']),
    id: `q${at}`,
  }));
}

function written(name: string, right: number) {
  const retrieval = tinyRun().retrieval.map((one, at) => ({
    ...one,
    question: { ...one.question, id: `r${at}` },
  }));
  const run = tinyRun({ answers: answers(right), retrieval });
  const files = {
    'report.json': JSON.stringify(buildReport(run)),
    'answers.jsonl': jsonLines(answerLines(run)),
    'retrieval.jsonl': jsonLines(retrievalLines(run)),
    'retrieval-untuned.jsonl': jsonLines(
      retrievalLines({ ...run, retrieval: run.retrieval.map((one) => ({ ...one, tuned: null })) }),
    ),
  };
  const directory = mkdtempSync(join(folder, name));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(directory, file), text);
  return readEvaluatedRun(directory);
}

const better = written('better-', 18);
const worse = written('worse-', 6);

test('figures have intervals that hold them, and only what was asked for is there', () => {
  const { answers: found, retrieval } = evaluate(better, ['answers'], null);
  expect(found?.figures.right).toMatchObject({ mean: 0.9, questions: 20 });
  expect(found?.figures.right?.interval[0]).toBeLessThan(0.9);
  expect(found?.byKind).toEqual({ numeric: { questions: 20, right: 0.9 } });
  expect(retrieval).toBeNull();
});

test('recall with what was learned stands beside recall without', () => {
  const { retrieval } = evaluate(better, ['retrieval'], null);
  expect(retrieval?.figures).toMatchObject({
    recallAt5: { mean: 1, questions: 2 },
    recallAt5Untuned: { mean: 0.5, questions: 2 },
  });
  expect(retrieval?.learned).toMatchObject({ mean: 0.5, pairs: 2 });
});

test('two runs are compared question by question: a gain is told from chance', () => {
  const { against } = evaluate(better, ['answers', 'retrieval'], worse);
  expect(against?.figures['right']).toMatchObject({ pairs: 20 });
  expect(against?.figures['right']?.mean).toBeCloseTo(0.6, 9);
  expect(against?.figures['right']?.p).toBeLessThan(0.01);
  expect(against?.figures['recallAt5']).toMatchObject({ mean: 0, p: 1 });
  expect(evaluate(better, ['answers'], better).against?.figures['right']?.p).toBe(1);
});

test('the page shows each question with its evidence, the wrong ones first, and runs nothing', async () => {
  const html = await evaluationHtml(evaluate(worse, ['answers'], better), worse);
  expect(html.match(/<details>/g)).toHaveLength(20);
  expect(html.indexOf('✗')).toBeLessThan(html.indexOf('✓'));
  expect(html).toContain('<blockquote>Total: 5.00</blockquote>');
  expect(html).toContain('&lt;b&gt;6.00');
  expect(html).not.toMatch(/<b>|<script|src=/);
});

test('the Markdown says who read, and what the difference reads as', () => {
  const text = evaluationMarkdown(evaluate(worse, ['answers'], better));
  expect(text).toContain('extractive reader, not an LLM');
  expect(text).toMatch(/\| Answers that are right \| -60\.0 % \|.*\| lower \|/);
});

test('a folder that no run wrote is refused, naming the file', () => {
  expect(() => readEvaluatedRun(folder)).toThrow(/report\.json, as strata run --out/);
});
