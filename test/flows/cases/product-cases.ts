import { readdirSync, readFileSync } from 'node:fs';
import { functionArn } from '../flow-case.ts';
import type { Definition, FlowCase, Turn } from '../flow-case.ts';

const FLOWS = 'lib/orchestration/flows';
/** Whatever a path of our flows asks a task's result for. */
const RESULT = {
  action: 'allowed',
  text: 'T',
  chunks: ['c'],
  status: 'read',
  refusal: null,
  durationMs: 1,
  category: 'invoice',
  extraction: { f: 1 },
  unsupported: [],
  findings: [],
  sides: {},
};
const INPUT = {
  tenant: 't',
  documentId: 'd',
  interactionId: 'i',
  question: 'q?',
  clause: null,
  attempt: 0,
  known: {},
  sides: { llmops: true, mlops: true },
};
const unavailable: Turn = { throws: 'UnavailableError', message: 'asleep' };
const broken: Turn = { throws: 'Broken', message: 'for good' };

/** The flows that are deployed: as a whole, refused, with each task failing for good or once. */
export function productCases(): readonly FlowCase[] {
  return readdirSync(FLOWS).flatMap((file) => {
    const text = readFileSync(`${FLOWS}/${file}`, 'utf8');
    const functions = text.replaceAll(/\$\{([^}]+)\}/g, (_whole, stem: string) =>
      functionArn(stem),
    );
    // Spread at random, two runs would not wait alike.
    const definition: Definition = JSON.parse(functions.replaceAll('"FULL"', '"NONE"'));
    const names = [...new Set([...text.matchAll(/\$\{([^}]+)\}/g)].map(([, stem = '']) => stem))];
    const run = (
      what: string,
      turns: Readonly<Record<string, readonly Turn[]>>,
      input: unknown = INPUT,
    ) => ({
      name: `${file}: ${what}`,
      definition,
      input,
      tasks: { ...Object.fromEntries(names.map((name) => [name, [{ gives: RESULT }]])), ...turns },
    });
    return [
      run('every task succeeds', {}),
      run(
        'one side is known',
        {},
        {
          ...INPUT,
          attempt: 1,
          known: { mlops: { side: 'mlops', status: 'skipped' } },
        },
      ),
      run('neither side is wanted', {}, { ...INPUT, sides: { llmops: false, mlops: false } }),
      run('what comes in is refused', {
        [names[0] ?? '']: [{ gives: { ...RESULT, action: 'blocked', status: 'refused' } }],
      }),
      ...names.map((name) => run(`${name} fails for good`, { [name]: [broken] })),
      ...names.map((name) =>
        run(`${name} was asleep`, { [name]: [unavailable, { gives: RESULT }] }),
      ),
    ];
  });
}
