import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { main } from '../../cli/main.ts';

const folder = mkdtempSync(join(tmpdir(), 'strata-usage-'));
const taken = join(folder, 'taken');
const context = {
  root: resolve('.'),
  codeHash: 'test',
  environment: {},
  buildConsole: async () => {},
  buildPlatform: async () => {},
};

beforeAll(() => writeFileSync(taken, ''));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  [['run', '--corpsu', 'x'], 'Did you mean --corpus?'],
  [['rum'], 'Did you mean run?'],
  [['run', '--sides', 'other'], 'mlops, llmops or both'],
  [['run', '--seed', 'x'], 'must be a whole number'],
  [['run', '--sample', '0'], 'must be a whole number from 1'],
  [['run', 'folder'], 'strata run --help'],
  [['corpus', 'make'], 'strata corpus make --help'],
  [['ask', ' '], '1 to 2000 characters'],
] as const)('wrong usage %j is an error that says what to do', async (args, message) => {
  expect(await called(args)).toEqual({ code: 2, says: expect.stringContaining(message) });
});

test.each([
  [['run', '--train', join(folder, 'none')], 'a corpus must be a folder'],
  [['run', '--out', taken], 'the folder of the report (--out) must be writable'],
  [['classify', join(folder, 'none'), folder], `none, ${folder}; a folder is a corpus`],
  [['ask', 'Who?', '--model-url', 'http://x'], 'add --model NAME'],
  [['ask', 'Who?', '--api-key-env', 'KEY'], 'add --model-url URL'],
  [
    ['ask', 'Who?', '--model', 'm', '--model-url', 'http://x', '--api-key-env', 'NO_SUCH_KEY'],
    'NO_SUCH_KEY is not set',
  ],
  [['audit', 'controls', '--env', 'dev'], 'add --live'],
  [['audit', 'controls', '--all', '--live'], 'leave --all out'],
  [['audit', 'controls', '--live', '--env', 'dev', '--profile', 'prod'], 'leave --profile out'],
] as const)('%j fails before any work', async (args, message) => {
  const { code, says } = await called(args);
  expect({ code, says }).toEqual({ code: 1, says: expect.stringContaining(message) });
});

test('what the user can mend is said without a stack', async () => {
  const { says } = await called(['classify', join(folder, 'none')]);
  expect(says).toMatch(/^error: .+\n$/);
});

/** The command in this process: what it returns and what it writes to stderr. */
async function called(args: readonly string[]): Promise<{ code: number; says: string }> {
  const said: string[] = [];
  const note = (text: unknown) => said.push(String(text)) > 0;
  const write = jest.spyOn(process.stderr, 'write').mockImplementation(note);
  const error = jest.spyOn(console, 'error').mockImplementation((text) => note(`${text}\n`));
  try {
    return { code: await main(args, context), says: said.join('') };
  } finally {
    write.mockRestore();
    error.mockRestore();
  }
}
