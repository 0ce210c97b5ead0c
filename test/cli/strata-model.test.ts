import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { completion } from '../adapters/openai.ts';
import { type Reply, type SentRequest, type StandIn, startStandIn } from '../adapters/stand-in.ts';
import { strata } from './strata-process.ts';

jest.setTimeout(120_000);

/** A run with a language model behind an OpenAI-compatible server that fails and comes back. */
const folder = mkdtempSync(join(tmpdir(), 'strata-model-'));
const corpus = join(folder, 'corpus');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const QUESTION = 'Which law governs the agreement?';
let server: StandIn;
let isBusy = false;
let status = 0;
beforeAll(async () => {
  mkdirSync(corpus, { recursive: true });
  const texts = {
    a: 'Supply agreement. This agreement is governed by the laws of Ireland.',
    b: 'Invoice 17. The total of 100.00 EUR is due in 30 days.',
    learned: 'Supply agreement. This agreement is governed by the laws of Spain.',
  };
  for (const [id, text] of Object.entries(texts)) writeFileSync(join(corpus, `${id}.txt`), text);
  write('labels.jsonl', [
    { id: 'a', file: 'a.txt', category: 'contract', split: 'test' },
    { id: 'b', file: 'b.txt', category: 'invoice', split: 'test' },
    { id: 'learned', file: 'learned.txt', category: 'contract', split: 'train' },
  ]);
  write('questions.jsonl', [
    { id: 'q', question: QUESTION, documents: ['a'], answer: 'Ireland', answerable: true },
  ]);
  server = await startStandIn(reply);
});
afterAll(() => server.close());

function write(name: string, lines: readonly object[]): void {
  writeFileSync(join(corpus, name), lines.map((line) => JSON.stringify(line)).join('\n'));
}

const shapeSchema = z.object({
  response_format: z.object({ json_schema: z.object({ name: z.string() }) }).optional(),
});

function reply({ body }: SentRequest): Reply {
  if (status !== 0) return { status, body: { error: { message: 'no' } } };
  const shape = shapeSchema.parse(JSON.parse(body)).response_format?.json_schema.name;
  if (body.includes('the word yes')) return completion('yes')();
  if (isBusy) return { status: 429, headers: { 'retry-after': '0' } };
  if (shape === 'classify-document') {
    return completion('{"categories":[{"category":"invoice","confidence":0.9}]}')();
  }
  if (shape === 'extract-fields') return completion('{"fields":{}}')();
  return completion('The laws of Ireland govern the agreement [1].')();
}

const ASKED = ['run', '--corpus', corpus, '--sides', 'llmops', '--exit', '--model', 'llama'];
const run = () => strata(folder, ...ASKED, '--model-url', `${server.url}/v1`);
const predictions = () => readFileSync(join(folder, 'out', 'predictions.jsonl'), 'utf8');

test.each([
  [401, '--api-key-env NAME'],
  [404, 'the model is loaded'],
])('a model that answers %s ends the run before any work', async (answered, says) => {
  status = answered;
  const { code, output } = await run();
  status = 0;
  expect([code, output.includes(says), output.includes('Run both sides')]).toEqual([
    1,
    true,
    false,
  ]);
});

test('what a busy model left is open: it is no result, and the run says so', async () => {
  isBusy = true;
  const { code, output } = await run();
  isBusy = false;
  expect(code).toBe(1);
  expect(output).toMatch(/3 documents and 1 questions have no result.*ModelUnavailableError/s);
});

test('the next run tries what is open, and has done what it was asked to', async () => {
  const { code, output } = await run();
  expect({ code, open: output.includes('have no result') }).toEqual({ code: 0, open: false });
  expect(predictions().match(/"invoice"/g)?.length).toBeGreaterThanOrEqual(2);
});

test('then nothing is left to do', async () => {
  const before = server.sent.length;
  const { code, output } = await run();
  expect([code, output.includes('Nothing changed'), server.sent.length - before]).toEqual([
    0,
    true,
    0,
  ]);
});
