import { UnavailableError } from '../../lambda/errors.ts';
import { PAYLOAD_LIMIT_BYTES } from '../../lambda/flow/payload.ts';
import { chain, pass, runFlow } from './run-flow.ts';

const call = { Type: 'Task', Resource: 'arn:f', End: true };
/** A task that plays its results in turn, and the last one from then on; errors are thrown. */
function script(...results: readonly unknown[]) {
  let played = 0;
  return async () => {
    const result = results[Math.min(played, results.length - 1)];
    played += 1;
    if (result instanceof Error) throw result;
    return result;
  };
}
function named(name: string, message = 'broken'): Error {
  return Object.assign(new Error(message), { name });
}
const caught = { ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'caught' };
const end = { Type: 'Pass', End: true };

describe('paths of a state', () => {
  test.each<[string, Readonly<Record<string, unknown>>, unknown]>([
    ['InputPath selects', { InputPath: '$.a' }, { b: 1 }],
    ['InputPath null gives the empty object', { InputPath: null }, {}],
    ['OutputPath selects', { OutputPath: '$.a.b' }, 1],
    ['OutputPath null gives the empty object', { OutputPath: null }, {}],
    ['ResultPath null keeps the input', { Result: 1, ResultPath: null }, { a: { b: 1 } }],
    ['Result may be null', { Result: null }, null],
    ['ResultPath puts beside', { Result: 2, ResultPath: '$.a.c' }, { a: { b: 1, c: 2 } }],
    ['Parameters shape', { Parameters: { 'x.$': '$.a.b' } }, { x: 1 }],
    [
      'all in their order',
      { InputPath: '$.a', Parameters: { 'x.$': '$.b' }, ResultPath: '$.r', OutputPath: '$.r' },
      { x: 1 },
    ],
  ])('%s', async (_fact, fields, output) => {
    expect(await pass(fields, { a: { b: 1 } })).toMatchObject({ output });
  });

  test('the context object holds execution, state and count of retries', async () => {
    const { output } = await pass({ Parameters: { 'all.$': '$$' } }, { a: 1 });
    expect(output).toEqual({
      all: {
        Execution: {
          Id: 'arn:aws:states:local:000000000000:execution:tested:id-1',
          Name: 'id-1',
          Input: { a: 1 },
          StartTime: '2026-01-01T00:00:00.000Z',
        },
        State: { Name: 'only', EnteredTime: '2026-01-01T00:00:00.000Z', RetryCount: 0 },
      },
    });
  });

  test('an object with a key __proto__ keeps it', async () => {
    const input = JSON.parse('{"__proto__":{"a":1}}');
    const { output } = await pass({ Parameters: { 'x.$': '$' }, ResultPath: '$.y' }, input);
    expect(JSON.stringify(output)).toBe('{"__proto__":{"a":1},"y":{"x":{"__proto__":{"a":1}}}}');
  });
});

describe('Choice', () => {
  const choose = { Type: 'Choice', Choices: [{ Variable: '$.n', NumericEquals: 1, Next: 'one' }] };
  test('takes the first rule that holds, else the default', async () => {
    const definition = {
      StartAt: 'c',
      States: { c: { ...choose, Default: 'two' }, one: end, two: end },
    };
    expect((await runFlow(definition, { input: { n: 1 } })).entered).toEqual(['c', 'one']);
    expect((await runFlow(definition, { input: { n: 2 } })).entered).toEqual(['c', 'two']);
  });

  test('fails where nothing matches', async () => {
    const definition = { StartAt: 'c', States: { c: choose, one: end } };
    expect(await runFlow(definition, { input: { n: 2 } })).toMatchObject({
      error: 'States.NoChoiceMatched',
    });
  });
});

describe('Wait', () => {
  test.each<[object, number[]]>([
    [{ Seconds: 3 }, [3000]],
    [{ SecondsPath: '$.s' }, [2500]],
    [{ Timestamp: '2026-01-01T00:00:05Z' }, [5000]],
    [{ TimestampPath: '$.t' }, [60_000]],
    [{ Timestamp: '2025-01-01T00:00:00Z' }, []],
    [{ Seconds: 0 }, []],
  ])('%j', async (fields, expected) => {
    const input = { s: 2.5, t: '2026-01-01T01:01:00+01:00' };
    const { slept, output } = await runFlow(chain({ w: { Type: 'Wait', ...fields } }), { input });
    expect([slept, output]).toEqual([expected, input]);
  });

  test.each([
    { SecondsPath: '$.x' },
    { TimestampPath: '$.x' },
  ])('%j must lead to a time', async (fields) => {
    const run = await runFlow(chain({ w: { Type: 'Wait', ...fields } }), {
      input: { x: 'soon' },
    });
    expect(run).toMatchObject({ error: 'States.Runtime' });
  });
});

describe('Succeed and Fail', () => {
  test('Succeed ends a flow', async () => {
    const definition = chain({ s: { Type: 'Succeed', OutputPath: '$.a' } });
    expect(await runFlow(definition, { input: { a: 1 } })).toMatchObject({ output: 1 });
  });

  test('Fail gives its error and cause', async () => {
    const definition = chain({ f: { Type: 'Fail', Error: 'Mine', Cause: 'why' } });
    expect(await runFlow(definition)).toMatchObject({ error: 'Mine', cause: 'why' });
  });

  test('Fail reads both from the input', async () => {
    const fields = { ErrorPath: '$.e', CausePath: "States.Format('c {}', $.n)" };
    const run = await runFlow(chain({ f: { Type: 'Fail', ...fields } }), {
      input: { e: 'E', n: 1 },
    });
    expect(run).toMatchObject({ error: 'E', cause: 'c 1' });
  });

  test('Fail demands that its error is a string', async () => {
    const run = await runFlow(chain({ f: { Type: 'Fail', ErrorPath: '$.e' } }), {
      input: { e: 1 },
    });
    expect(run).toMatchObject({ error: 'States.Runtime' });
  });
});

describe('Task', () => {
  test('gets its parameters as JSON and gives JSON', async () => {
    const tasks = { t: async (input: unknown) => ({ input, when: new Date(0), gone: undefined }) };
    const fields = {
      Parameters: { 'x.$': '$.a' },
      ResultSelector: { 'w.$': '$.when', 'i.$': '$.input.x' },
    };
    const { output } = await runFlow(chain({ t: { ...call, ...fields, ResultPath: '$.r' } }), {
      tasks,
      input: { a: 1, gone: undefined },
    });
    expect(output).toEqual({ a: 1, r: { w: '1970-01-01T00:00:00.000Z', i: 1 } });
  });

  test('cannot change what the flow holds', async () => {
    const tasks = {
      t: async (input: unknown) => {
        if (typeof input === 'object' && input !== null) Object.assign(input, { a: 2 });
        return null;
      },
    };
    const run = await runFlow(chain({ t: { ...call, ResultPath: null } }), {
      tasks,
      input: { a: 1 },
    });
    expect(run).toMatchObject({ output: { a: 1 } });
  });

  test('a failure has the name of its error and, as cause, what Lambda writes', async () => {
    const thrown = new UnavailableError('busy', 3);
    const run = await runFlow(chain({ t: call }), { tasks: { t: script(thrown) } });
    expect(run).toMatchObject({
      error: 'UnavailableError',
      cause: '{"errorType":"UnavailableError","errorMessage":"busy"}',
      thrown,
    });
  });

  test('is stopped at its time-out, and told so', async () => {
    const seen: unknown[] = [];
    const tasks = {
      t: async (_input: unknown, { signal }: { signal: AbortSignal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            seen.push(signal.reason);
            reject(signal.reason);
          });
        }),
    };
    const run = await runFlow(chain({ t: { ...call, TimeoutSecondsPath: '$.s' } }), {
      tasks,
      input: { s: 9 },
    });
    expect([run, seen]).toMatchObject([
      { error: 'States.Timeout', slept: [9000] },
      [{ error: 'States.Timeout' }],
    ]);
  });
});

describe('Retry', () => {
  const failing = (retry: object, ...more: object[]) =>
    chain({ t: { ...call, Retry: [{ ErrorEquals: ['Busy'], ...retry }, ...more] } });

  test.each<[string, object, number[]]>([
    ['3 attempts, doubling from 1 s', {}, [1000, 2000, 4000]],
    [
      'grows by its rate',
      { IntervalSeconds: 2, BackoffRate: 3, MaxAttempts: 3 },
      [2000, 6000, 18_000],
    ],
    [
      'is held by its longest delay',
      { IntervalSeconds: 5, MaxDelaySeconds: 8 },
      [5000, 8000, 8000],
    ],
    ['is spread by full jitter', { JitterStrategy: 'FULL', MaxAttempts: 2 }, [500, 1000]],
    ['never, with 0 attempts', { MaxAttempts: 0 }, []],
  ])('%s', async (_fact, retry, delays) => {
    const run = await runFlow(failing(retry), { tasks: { t: script(named('Busy')) } });
    expect(run).toMatchObject({ error: 'Busy', slept: delays });
  });

  test('stops as soon as an attempt succeeds; each sees how many went before', async () => {
    const definition = chain({
      t: {
        ...call,
        Parameters: { 'n.$': '$$.State.RetryCount' },
        Retry: [{ ErrorEquals: ['States.ALL'] }],
      },
    });
    let attempts = 0;
    const t = async (input: unknown) => {
      attempts += 1;
      if (attempts < 3) throw named('Busy');
      return input;
    };
    expect(await runFlow(definition, { tasks: { t } })).toMatchObject({ output: { n: 2 } });
  });

  test('each retrier has attempts of its own', async () => {
    const other = { ErrorEquals: ['Other'], MaxAttempts: 1 };
    const tasks = { t: script(named('Busy'), named('Other'), named('Busy'), named('Busy')) };
    const run = await runFlow(failing({ MaxAttempts: 2 }, other), { tasks });
    expect(run).toMatchObject({ error: 'Busy', slept: [1000, 1000, 2000] });
  });

  test('another error is not retried', async () => {
    const run = await runFlow(failing({}), { tasks: { t: script(named('Other')) } });
    expect(run).toMatchObject({ error: 'Other', slept: [] });
  });
});

describe('Catch', () => {
  const caughtBy = (...names: string[]) => ({
    StartAt: 't',
    States: { t: { ...call, Catch: [{ ...caught, ErrorEquals: names }] }, caught: end },
  });

  test('puts error and cause at its path and leads on', async () => {
    const run = await runFlow(caughtBy('Busy'), {
      tasks: { t: script(named('Busy')) },
      input: { a: 1 },
    });
    expect(run).toMatchObject({
      output: {
        a: 1,
        error: { Error: 'Busy', Cause: '{"errorType":"Busy","errorMessage":"broken"}' },
      },
      entered: ['t', 'caught'],
    });
  });

  test.each<[string, string, boolean]>([
    ['States.ALL', 'Busy', true],
    ['States.TaskFailed', 'Busy', true],
    ['States.TaskFailed', 'States.Timeout', false],
    ['States.ALL', 'States.Timeout', true],
    ['States.Timeout', 'States.Timeout', true],
    ['Other', 'Busy', false],
  ])('%s takes %s: %s', async (names, error, taken) => {
    const run = await runFlow(caughtBy(names), { tasks: { t: script(named(error)) } });
    expect(run.entered).toEqual(taken ? ['t', 'caught'] : ['t']);
  });

  test.each<[string, boolean]>([
    ['States.ALL', false],
    ['States.TaskFailed', false],
    ['States.DataLimitExceeded', true],
  ])('%s takes a result that is too large: %s', async (names, taken) => {
    const tasks = { t: script('x'.repeat(PAYLOAD_LIMIT_BYTES)) };
    expect((await runFlow(caughtBy(names), { tasks })).entered).toEqual(
      taken ? ['t', 'caught'] : ['t'],
    );
  });

  test('a fault of the definition is never caught', async () => {
    const definition = {
      StartAt: 't',
      States: { t: { ...call, Parameters: { 'x.$': '$.gone' }, Catch: [caught] }, caught: end },
    };
    const run = await runFlow(definition, { tasks: { t: script(1) } });
    expect(run).toMatchObject({ error: 'States.Runtime', entered: ['t'] });
  });

  test('a function that cannot take its arguments is caught', async () => {
    const definition = {
      StartAt: 't',
      States: {
        t: { ...call, Parameters: { 'x.$': 'States.ArrayLength($)' }, Catch: [caught] },
        caught: end,
      },
    };
    expect((await runFlow(definition, { tasks: { t: script(1) } })).entered).toEqual([
      't',
      'caught',
    ]);
  });
});

describe('payload', () => {
  const exactly = (bytes: number) => 'é'.repeat((bytes - 2) / 2);

  test('of exactly 262,144 bytes of UTF-8 passes', async () => {
    expect(await pass({}, exactly(PAYLOAD_LIMIT_BYTES))).not.toHaveProperty('error');
  });

  test('with one byte more fails', async () => {
    const tasks = { t: script(`${exactly(PAYLOAD_LIMIT_BYTES)}x`) };
    expect(await runFlow(chain({ t: call }), { tasks })).toMatchObject({
      error: 'States.DataLimitExceeded',
    });
  });

  test('that grows too large by a template fails', async () => {
    const run = await pass({ Parameters: { 'a.$': '$', 'b.$': '$' } }, 'x'.repeat(200_000));
    expect(run).toMatchObject({ error: 'States.DataLimitExceeded' });
  });
});

test('tells of every state in the order of what happens', async () => {
  const definition = {
    StartAt: 't',
    States: {
      t: { ...call, Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 1 }], Catch: [caught] },
      caught: end,
    },
  };
  const { events } = await runFlow(definition, { tasks: { t: script(named('Busy')) } });
  expect(events.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
    'entered t',
    'failed t',
    'retried t',
    'failed t',
    'exited t',
    'entered caught',
    'exited caught',
  ]);
});

describe('the whole flow', () => {
  const forever = async (_input: unknown, { signal }: { signal: AbortSignal }) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
    });

  test('fails at its own time-out, which nothing catches', async () => {
    const definition = {
      StartAt: 't',
      TimeoutSeconds: 5,
      States: { t: { ...call, Catch: [caught] }, caught: end },
    };
    const run = await runFlow(definition, { tasks: { t: forever } });
    expect(run).toMatchObject({ error: 'States.Timeout', entered: ['t'] });
  });

  test.each([
    [
      'a task',
      chain({ t: { ...call, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'z' }] }, z: end }),
    ],
    ['a wait', chain({ w: { Type: 'Wait', Seconds: 60 } })],
    ['a branch', chain({ p: { Type: 'Parallel', Branches: [chain({ t: call })] } })],
  ])('stops in %s when its signal is aborted', async (_place, definition) => {
    const controller = new AbortController();
    setImmediate(() => controller.abort(new Error('enough')));
    const run = await runFlow(definition, { tasks: { t: forever }, signal: controller.signal });
    expect(run).toMatchObject({ rejected: new Error('enough') });
  });

  test('does not begin under an aborted signal', async () => {
    const run = await runFlow(chain({ p: { Type: 'Pass' } }), {
      signal: AbortSignal.abort(new Error('no')),
    });
    expect(run).toMatchObject({ rejected: new Error('no'), entered: [] });
  });
});
