import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prices } from '../../../config/prices.ts';
import { prod } from '../../../config/prod.ts';
import { dev } from '../../../config/dev.ts';
import { answerCost, llmopsCost } from '../../../lambda/domain/compare/llmops-cost.ts';
import { mlopsCost } from '../../../lambda/domain/compare/mlops-cost.ts';
import { TASKS, TRANSITIONS } from '../../../lambda/domain/compare/shared-cost.ts';
import { findPrice, usdOf, usdOfTokens } from '../../../lambda/domain/gateway/price.ts';
import { tinyRun } from './tiny-run.ts';

const run = tinyRun();
const records = run.documents.map((document) => document.record);
const lineOf = (projection: ReturnType<typeof mlopsCost>, item: string) =>
  projection.cost.lines.find((line) => line.item === item);

test('a unit of 1,000,000 tokens divides the quantity', () => {
  const tokens = { inputTokens: 500_000, outputTokens: 100_000 };
  expect(usdOfTokens(prices, 'bedrock.claude-haiku-4-5.eu', tokens)).toBeCloseTo(0.55 + 0.55);
});

test('the price of the region goes before the one of another region', () => {
  expect(findPrice(prices, 's3.storage', 'eu-west-1')?.region).toBe('eu-west-1');
  expect(findPrice(prices, 's3.storage', 'eu-central-1')?.region).toBe('us-east-1');
});

test('a price that nobody knows makes null, not zero', () => {
  expect(usdOf(findPrice(prices, 'no.such.price'), 1)).toBeNull();
  expect(usdOf(findPrice(prices, 'sagemaker.feature-store.write'), 1)).toBeNull();
});

test('every price has a region, a date and a source', () => {
  for (const [key, price] of Object.entries(prices)) {
    expect([key, price.asOf]).toEqual([key, expect.stringMatching(/^20\d\d(-\d\d){0,2}$/)]);
    expect([key, price.source, price.region]).not.toContain('');
  }
});

test('every line of both sides names a price of the list', () => {
  const projections = [mlopsCost, llmopsCost].flatMap((cost) =>
    [dev, prod].map((profile) => cost(records, { ...run.cost, profile })),
  );
  const lines = [...projections, answerCost(run.answers, run.cost)].flatMap(
    ({ cost }) => cost.lines,
  );
  expect(lines.filter((line) => line.source === 'unknown')).toEqual([]);
});

test('the sum is that of the known lines, and a lower bound where one is not known', () => {
  const { usd, cost } = mlopsCost(records, run.cost);
  const known = cost.lines.reduce((sum, line) => sum + (line.usd ?? 0), 0);
  expect(usd).toBeCloseTo(known, 12);
  expect([cost.atLeast, lineOf({ usd, cost }, 'feature store')?.usd]).toEqual([true, null]);
});

test('computes the lines of a document by hand', () => {
  const projection = llmopsCost(records, run.cost);
  // One of four documents is a scan of two pages: 0.5 pages at $0.0015.
  expect(lineOf(projection, 'text recognition')?.usd).toBeCloseTo(0.00075);
  // 200 input tokens at $1.10 and 20 output tokens at $5.50 a million.
  expect(lineOf(projection, 'input tokens')?.usd).toBeCloseTo(0.00022);
  expect(lineOf(projection, 'output tokens')?.usd).toBeCloseTo(0.00011);
  // 600 words are 800 tokens, 941 with the overlap of 60 in 400.
  expect(lineOf(projection, 'embedding')?.quantity).toBeCloseTo((800 * 400) / 340);
  // Two units for 730 hours, shared by 50,000 documents, at $0.24.
  expect(lineOf(projection, 'vector index')?.usd).toBeCloseTo((2 * 730 * 0.24) / 50_000);
});

test('an endpoint that runs all month is shared by the documents of a month', () => {
  const line = lineOf(mlopsCost(records, { ...run.cost, profile: prod }), 'real-time endpoint');
  expect(line?.usd).toBeCloseTo((2 * 730 * 0.257) / 50_000);
});

test('tokens that nobody counted make null lines', () => {
  const bare = records.map((record) => ({ ...record, results: undefined }));
  const projection = llmopsCost(bare, run.cost);
  expect(lineOf(projection, 'input tokens')).toMatchObject({ quantity: null, usd: null });
});

test('each side passes as many states and tasks as the document flow has', () => {
  const file = join(__dirname, '../../../lib/orchestration/flows/document-flow.asl.json');
  const flow = JSON.parse(readFileSync(file, 'utf8'));
  const shared = Object.keys(flow.States).filter((name) => name !== 'quarantine-document');
  const branches: readonly { readonly States: Readonly<Record<string, { Type: string }>> }[] =
    flow.States['process-sides'].Branches;
  for (const [index, side] of (['mlops', 'llmops'] as const).entries()) {
    const own = Object.entries(branches[index]?.States ?? {}).filter(
      ([name]) => !/-(failed|known|skipped)$/.test(name),
    );
    const tasks = [...shared.map((name) => flow.States[name]), ...own.map(([, state]) => state)];
    expect(TRANSITIONS[side]).toBe(1 + shared.length + own.length);
    expect(TASKS[side]).toBe(tasks.filter((state) => state.Type === 'Task').length);
  }
});
