import * as fc from 'fast-check';
import { chain, runFlow } from './run-flow.ts';

const call = { Type: 'Task', Resource: 'arn:f' };
const branch = (name: string, state: object = { ...call }) =>
  chain({ [name]: { ...state, End: true } });
const fail = async () => {
  throw Object.assign(new Error('broken'), { name: 'Busy' });
};
const untilStopped =
  (stopped: string[]) =>
  async (_input: unknown, { signal }: { signal: AbortSignal }) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => {
        stopped.push('stopped');
        reject(signal.reason);
      });
    });

describe('Parallel', () => {
  test('gives its branches the same input and their results in order', async () => {
    const definition = chain({
      p: {
        Type: 'Parallel',
        Parameters: { 'n.$': '$.a' },
        Branches: [branch('x'), branch('y')],
        ResultPath: '$.r',
      },
    });
    const tasks = {
      x: async (input: unknown) => ({ x: input }),
      y: async (input: unknown) => ({ y: input }),
    };
    expect(await runFlow(definition, { tasks, input: { a: 1 } })).toMatchObject({
      output: { a: 1, r: [{ x: { n: 1 } }, { y: { n: 1 } }] },
    });
  });

  test('stops the other branches when one fails, and fails with its error', async () => {
    const stopped: string[] = [];
    const definition = chain({
      p: { Type: 'Parallel', Branches: [branch('x'), chain({ y: call, z: { Type: 'Pass' } })] },
    });
    const run = await runFlow(definition, { tasks: { x: fail, y: untilStopped(stopped) } });
    expect([run, stopped]).toMatchObject([
      { error: 'Busy', entered: ['p', 'x', 'y'] },
      ['stopped'],
    ]);
  });

  test('a branch that ends the whole by Fail fails it', async () => {
    const failing = branch('f', { Type: 'Fail', Error: 'Mine' });
    const definition = chain({
      p: {
        Type: 'Parallel',
        Branches: [{ ...failing, States: { f: { Type: 'Fail', Error: 'Mine' } } }],
      },
    });
    expect(await runFlow(definition)).toMatchObject({ error: 'Mine' });
  });

  test('is tried again as a whole and caught', async () => {
    const definition = {
      StartAt: 'p',
      States: {
        p: {
          Type: 'Parallel',
          Branches: [branch('x')],
          Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 1 }],
          Catch: [{ ErrorEquals: ['Busy'], ResultPath: '$.e', Next: 'c' }],
          End: true,
        },
        c: { Type: 'Pass', End: true },
      },
    };
    const run = await runFlow(definition, { tasks: { x: fail } });
    expect(run.entered).toEqual(['p', 'x', 'x', 'c']);
  });
});

describe('Map', () => {
  const map = (fields: object, state: object = call) =>
    chain({ m: { Type: 'Map', ItemProcessor: branch('i', state), ...fields } });

  test('runs every item and gives the results in their order', async () => {
    const tasks = { i: async (input: unknown) => [input] };
    const run = await runFlow(map({ ItemsPath: '$.list', ResultPath: '$.r' }), {
      tasks,
      input: { list: [1, 2] },
    });
    expect(run).toMatchObject({ output: { list: [1, 2], r: [[1], [2]] } });
  });

  test('shapes each item by its index, its value and the input of the state', async () => {
    const ItemSelector = { 'n.$': '$$.Map.Item.Index', 'v.$': '$$.Map.Item.Value', 'k.$': '$.k' };
    const definition = map({ ItemsPath: '$.list', ItemSelector }, { Type: 'Pass' });
    expect(await runFlow(definition, { input: { k: 'K', list: ['a', 'b'] } })).toMatchObject({
      output: [
        { n: 0, v: 'a', k: 'K' },
        { n: 1, v: 'b', k: 'K' },
      ],
    });
  });

  test('inside an item the context knows the item', async () => {
    const definition = map({}, { Type: 'Pass', Parameters: { 'i.$': '$$.Map.Item.Index' } });
    expect(await runFlow(definition, { input: ['a', 'b'] })).toMatchObject({
      output: [{ i: 0 }, { i: 1 }],
    });
  });

  test('of nothing gives nothing', async () => {
    expect(await runFlow(map({}, { Type: 'Pass' }), { input: [] })).toMatchObject({ output: [] });
  });

  test('needs an array', async () => {
    expect(await runFlow(map({}, { Type: 'Pass' }), { input: {} })).toMatchObject({
      error: 'States.Runtime',
    });
  });

  test('an item that fails stops the others', async () => {
    const stopped: string[] = [];
    const wait = untilStopped(stopped);
    const tasks = {
      i: async (input: unknown, options: { signal: AbortSignal }) =>
        input === 1 ? fail() : wait(input, options),
    };
    const run = await runFlow(map({}), { tasks, input: [0, 1, 2] });
    expect([run, stopped]).toMatchObject([{ error: 'Busy' }, ['stopped', 'stopped']]);
  });

  test('never runs more items at once than it may, and all of them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 0, max: 12 }),
        async (most, count) => {
          let running = 0;
          let peak = 0;
          const i = async (input: unknown) => {
            running += 1;
            peak = Math.max(peak, running);
            await new Promise((resolve) => setImmediate(resolve));
            running -= 1;
            return input;
          };
          const input = Array.from({ length: count }, (_, index) => index);
          const run = await runFlow(map({ MaxConcurrency: most }), { tasks: { i }, input });
          expect([run, peak]).toMatchObject([
            { output: input },
            most === 0 ? count : Math.min(most, count),
          ]);
        },
      ),
      { numRuns: 40 },
    );
  });
});
