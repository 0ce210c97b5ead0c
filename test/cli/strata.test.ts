import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { finished, startStrata, strata } from './strata-process.ts';

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'strata-cli-'));
const corpus = join(folder, 'corpus');
const whole = mkdtempSync(join(folder, 'whole-'));
const interrupted = mkdtempSync(join(folder, 'interrupted-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const prediction = z.object({ id: z.string(), side: z.string(), latencyMs: z.unknown() });
const controls = z.object({
  profiles: z.array(
    z.object({
      profile: z.string(),
      counts: z.record(z.string(), z.number()),
      controls: z.array(z.object({ name: z.string(), status: z.string() })),
    }),
  ),
});
const run = ['run', '--corpus', corpus, '--exit'];

beforeAll(async () => {
  const made = await strata(folder, 'corpus', 'make', '--documents', '24', '--out', corpus);
  expect(made).toMatchObject({ code: 0 });
  expect(await strata(whole, ...run)).toMatchObject({ code: 0 });
});

test('a run writes the report, the predictions and the retrieval', () => {
  const names = ['report.html', 'report.json', 'predictions.jsonl', 'retrieval.jsonl'];
  expect(names.filter((name) => !existsSync(join(whole, 'out', name)))).toEqual([]);
});

test('the report opens from disk: it loads nothing', () => {
  const html = readFileSync(join(whole, 'out', 'report.html'), 'utf8');
  expect(html).not.toMatch(/<(script|link|img)[^>]+(src|href)="(?!data:)/);
  // A development build of React does not run in the page.
  expect(html).not.toContain('jsxDEV');
});

test('a second start reuses what has not changed', async () => {
  const { code, output } = await strata(whole, ...run);
  expect({ code, reused: output.includes('Nothing changed') }).toEqual({ code: 0, reused: true });
});

test('killed at four points and started again, nothing is lost or doubled', async () => {
  const points = [
    () => entries('.strata/documents') > 5,
    () => existsSync(join(interrupted, '.strata/artefacts/data-sets')),
    () => journalLines('documents.jsonl') >= 5,
    () => journalLines('answers.jsonl') >= 3,
  ];
  for (const reached of points) expect(await killedWhen(reached)).toBe('SIGKILL');
  expect(await strata(interrupted, ...run)).toMatchObject({ code: 0 });
  expect(predictions(interrupted)).toEqual(predictions(whole));
});

test('asks the documents of the last run', async () => {
  const { code, output } = await strata(whole, 'ask', 'What is the total amount?', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(output)).toMatchObject({ reader: 'extractive', prompt: { version: 2 } });
});

test('classifies a file with the models of the last run', async () => {
  const file = join(corpus, 'documents', readdirSync(join(corpus, 'documents'))[0] ?? '');
  const { output } = await strata(whole, 'classify', file);
  expect(output).toMatch(/mlops: [a-z-]+ \(\d+ %/);
});

test('controls are held to what is built and to the records of the last run', async () => {
  const files = ['--html', 'controls.html', '--markdown', 'controls.md'];
  const { code, output } = await strata(whole, 'audit', 'controls', '--live', '--json', ...files);
  const map = controls.parse(JSON.parse(output));
  const [student] = map.profiles;
  expect({ code, profile: student?.profile }).toEqual({ code: 0, profile: 'student' });
  expect(student?.counts['not held']).toBe(0);
  // Articles that only records can hold.
  const recorded = student?.controls.find(({ name }) => name === 'EU AI Act, article 12(1)');
  expect(recorded?.status).toBe('held');
  for (const [, file] of [files.slice(0, 2), files.slice(2)]) {
    expect(readFileSync(join(whole, file ?? ''), 'utf8')).toContain('EU AI Act, article 12(1)');
  }
});

async function killedWhen(reached: () => boolean): Promise<NodeJS.Signals | null> {
  const child = startStrata(interrupted, run);
  const watch = setInterval(() => reached() && child.kill('SIGKILL'), 2);
  await finished(child);
  clearInterval(watch);
  return child.signalCode;
}

function entries(path: string): number {
  const directory = join(interrupted, path);
  if (!existsSync(directory)) return 0;
  return readdirSync(directory, { recursive: true }).length;
}

function journalLines(name: string): number {
  const runs = join(interrupted, '.strata/runs');
  if (!existsSync(runs)) return 0;
  const files = readdirSync(runs).map((key) => join(runs, key, name));
  const lines = files.filter((file) => existsSync(file)).map((file) => readFileSync(file, 'utf8'));
  return lines.join('').split('\n').length - 1;
}

/** Without the time that each took, which no two runs share. */
function predictions(directory: string): unknown[] {
  const text = readFileSync(join(directory, 'out', 'predictions.jsonl'), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => ({ ...prediction.loose().parse(JSON.parse(line)), latencyMs: null }));
}
