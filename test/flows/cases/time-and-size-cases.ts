import { chain, task } from '../flow-case.ts';
import type { FlowCase, StateText } from '../flow-case.ts';

/** Service quotas: 256 KiB of UTF-8. */
const LIMIT = 262_144;
const filled = (bytes: number, character = 'x') =>
  character.repeat(Math.floor(bytes / Buffer.byteLength(character)));
const named: StateText = { Type: 'Pass', Parameters: { 'error.$': '$.error.Error' }, End: true };
const large = (name: string, gives: string, ErrorEquals: string): FlowCase => ({
  name,
  definition: {
    StartAt: 't',
    States: {
      t: task('t', {
        Catch: [{ ErrorEquals: [ErrorEquals], ResultPath: '$.error', Next: 'caught' }],
        ResultPath: '$.r',
        OutputPath: '$.a',
      }),
      caught: named,
    },
  },
  input: { a: 1 },
  tasks: { t: [{ gives }] },
});
const wait = (name: string, fields: object, input: unknown = {}): FlowCase => ({
  name,
  definition: chain({
    first: task('first', { ResultPath: null }),
    w: { Type: 'Wait', ...fields },
    after: task('after'),
  }),
  input,
});

export const timeAndSizeCases: readonly FlowCase[] = [
  wait('Wait some seconds', { Seconds: 2 }),
  wait('Wait no second', { Seconds: 0 }),
  wait('Wait seconds of the input', { SecondsPath: '$.s' }, { s: 1 }),
  wait('Wait for what is no number', { SecondsPath: '$.s' }, { s: 'soon' }),
  wait('Wait until a time that has passed', { Timestamp: '2025-01-01T00:00:00Z' }),
  wait(
    'Wait until a time of the input',
    { TimestampPath: '$.t' },
    { t: '2025-01-01T00:00:00.5+01:00' },
  ),
  wait('Wait for what is no time', { TimestampPath: '$.t' }, { t: 'soon' }),
  {
    name: 'a flow that takes too long',
    definition: { ...chain({ w: { Type: 'Wait', Seconds: 4 } }), TimeoutSeconds: 1 },
    input: {},
  },
  large('a result that is too large is not caught by States.ALL', filled(LIMIT), 'States.ALL'),
  large(
    'a result that is too large is not caught by States.TaskFailed',
    filled(LIMIT),
    'States.TaskFailed',
  ),
  large(
    'a result that is too large is caught by its name',
    filled(LIMIT),
    'States.DataLimitExceeded',
  ),
  large('a result that just fits', filled(LIMIT - 1000), 'States.ALL'),
  large('a result is measured in bytes', filled(LIMIT, 'ä'), 'States.DataLimitExceeded'),
  {
    name: 'an output that grows beyond the limit',
    definition: chain({ p: { Type: 'Pass', Parameters: { 'a.$': '$.t', 'b.$': '$.t' } } }),
    input: { t: filled(LIMIT * 0.6) },
  },
];
