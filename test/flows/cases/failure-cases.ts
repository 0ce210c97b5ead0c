import { chain, task } from '../flow-case.ts';
import type { Definition, FlowCase, StateText, Turn } from '../flow-case.ts';

const busy: Turn = { throws: 'Busy', message: 'come back "later"' };
const broken: Turn = { throws: 'Broken', message: 'for good' };
const done: Turn = { gives: { done: true } };
/** What was caught, without the words of an error that the service makes itself. */
const named: StateText = { Type: 'Pass', Parameters: { 'error.$': '$.error.Error' }, End: true };
const whole: StateText = { Type: 'Pass', End: true };
const caughtBy = (ErrorEquals: readonly string[], Next = 'caught') => ({
  ErrorEquals,
  ResultPath: '$.error',
  Next,
});

function attempt(fields: object, caught: StateText = whole): Definition {
  return { StartAt: 't', States: { t: task('t', { ...fields }), caught, other: whole } };
}
const retry = (fields: object) => ({ Retry: [{ ErrorEquals: ['Busy'], ...fields }] });

/** Retry, Catch, Fail, time-outs. */
export const failureCases: readonly FlowCase[] = [
  failing('an error ends the execution', attempt({}), [busy]),
  failing('a retry that succeeds', attempt(retry({ MaxAttempts: 2 })), [busy, busy, done]),
  failing('retries that are used up', attempt(retry({ MaxAttempts: 2 })), [busy]),
  failing('three retries where nothing is said', attempt(retry({})), [
    busy,
    busy,
    busy,
    busy,
    done,
  ]),
  failing('no retry for another error', attempt(retry({})), [broken]),
  failing(
    'MaxAttempts 0 never retries',
    attempt({
      Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 0 }, { ErrorEquals: ['States.ALL'] }],
    }),
    [busy, done],
  ),
  failing(
    'waits grow by the rate',
    attempt(retry({ IntervalSeconds: 1, BackoffRate: 3, MaxAttempts: 2 })),
    [busy, busy, done],
  ),
  failing(
    'waits grow no longer than they may',
    attempt(retry({ IntervalSeconds: 1, BackoffRate: 9, MaxDelaySeconds: 2 })),
    [busy, busy, busy, done],
  ),
  failing('a rate of 1 keeps the wait', attempt(retry({ IntervalSeconds: 2, BackoffRate: 1 })), [
    busy,
    busy,
    done,
  ]),
  failing(
    'each retrier counts its own attempts',
    attempt({
      Retry: [
        { ErrorEquals: ['Busy'], MaxAttempts: 1 },
        { ErrorEquals: ['Broken'], MaxAttempts: 1 },
      ],
    }),
    [busy, broken, done],
  ),
  failing(
    'the first retrier that matches decides',
    attempt({
      Retry: [
        { ErrorEquals: ['Busy'], MaxAttempts: 1 },
        { ErrorEquals: ['States.ALL'], MaxAttempts: 5 },
      ],
    }),
    [busy, busy, done],
  ),
  failing(
    'States.TaskFailed matches what a task throws',
    attempt({ Retry: [{ ErrorEquals: ['States.TaskFailed'] }] }),
    [busy, done],
  ),
  failing(
    'a catcher takes the error and keeps the input',
    attempt({ Catch: [caughtBy(['Busy'])] }),
    [busy],
  ),
  failing(
    'a catcher without ResultPath replaces the input',
    attempt({ Catch: [{ ErrorEquals: ['Busy'], Next: 'caught' }] }),
    [busy],
  ),
  failing(
    'a catcher that drops the error',
    attempt({ Catch: [{ ErrorEquals: ['Busy'], ResultPath: null, Next: 'caught' }] }),
    [busy],
  ),
  failing(
    'the first catcher that matches decides',
    attempt({
      Catch: [caughtBy(['Broken'], 'other'), caughtBy(['Busy']), caughtBy(['States.ALL'], 'other')],
    }),
    [busy],
  ),
  failing('States.ALL catches', attempt({ Catch: [caughtBy(['States.ALL'])] }), [broken]),
  failing('States.TaskFailed catches', attempt({ Catch: [caughtBy(['States.TaskFailed'])] }), [
    broken,
  ]),
  failing(
    'retries come before the catcher',
    attempt({ ...retry({ MaxAttempts: 1 }), Catch: [caughtBy(['Busy'])] }),
    [busy],
  ),
  failing('no catcher matches', attempt({ Catch: [caughtBy(['Broken'])] }), [busy]),
  failing(
    'RetryCount counts',
    attempt({ ...retry({}), Parameters: { 'n.$': '$$.State.RetryCount' } }),
    [busy, busy, done],
  ),
  failing(
    'a task that is too slow',
    attempt({ TimeoutSeconds: 1, Catch: [caughtBy(['States.Timeout'])] }, named),
    [{ afterMs: 2500, ...done }],
  ),
  failing(
    'States.TaskFailed does not catch a time-out',
    attempt({ TimeoutSeconds: 1, Catch: [caughtBy(['States.TaskFailed'])] }, named),
    [{ afterMs: 2500, ...done }],
  ),
  failing('a task that is quick enough', attempt({ TimeoutSeconds: 3 }), [
    { afterMs: 300, ...done },
  ]),
  failing(
    'a time-out is tried again',
    attempt({ TimeoutSeconds: 1, Retry: [{ ErrorEquals: ['States.Timeout'], MaxAttempts: 1 }] }),
    [{ afterMs: 2500 }, done],
  ),
  failing(
    'a time-out by a path',
    attempt({ TimeoutSecondsPath: '$.seconds', Catch: [caughtBy(['States.ALL'])] }, named),
    [{ afterMs: 2500, ...done }],
  ),
  failing(
    'a path of a Task that leads to nothing is not caught',
    attempt({ Parameters: { 'x.$': '$.gone' }, Catch: [caughtBy(['States.ALL'])] }, named),
    [done],
  ),
  failing(
    'a result that cannot be put is caught by its name',
    attempt({
      InputPath: '$.seconds',
      ResultPath: '$.text.in',
      Catch: [{ ErrorEquals: ['States.ResultPathMatchFailure'], Next: 'other' }],
    }),
    [done],
    { text: 'no object', seconds: 1 },
  ),
  failing(
    'a function that fails is caught',
    attempt(
      { Parameters: { 'x.$': 'States.StringToJson($.text)' }, Catch: [caughtBy(['States.ALL'])] },
      named,
    ),
    [done],
  ),
  ...failStates(),
];

function failing(
  name: string,
  definition: Definition,
  t: readonly Turn[],
  input: unknown = { text: 'kept', seconds: 1 },
): FlowCase {
  return { name, definition, input, tasks: { t } };
}

function failStates(): readonly FlowCase[] {
  const fail = (name: string, fields: object): FlowCase => ({
    name,
    definition: chain({ f: { Type: 'Fail', ...fields } }),
    input: { e: 'Mine', n: 1 },
  });
  return [
    fail('Fail gives error and cause', { Error: 'Mine', Cause: 'why' }),
    fail('Fail gives its error alone', { Error: 'Mine' }),
    fail('Fail reads error and cause', {
      ErrorPath: '$.e',
      CausePath: "States.Format('n {}', $.n)",
    }),
    fail('Fail reads an error that is no text', { ErrorPath: '$.n' }),
  ];
}
