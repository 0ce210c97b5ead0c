import { readFileSync } from 'node:fs';
import { ConfigurationError } from '../../lambda/errors.ts';
import { parseDefinition, taskNames } from '../../lambda/flow/flow-definition.ts';
import { createFlow } from '../../lambda/flow/interpret-flow.ts';
import { movedClock } from './moved-clock.ts';

const pass = { Type: 'Pass', End: true };
const task = { Type: 'Task', Resource: 'arn:f', End: true };
const inner = { StartAt: 'in', States: { in: pass } };
const map = { Type: 'Map', ItemProcessor: inner, End: true };
const one = (state: unknown) => ({ StartAt: 'only', States: { only: state } });

test.each<[string, unknown]>([
  ['state only: field QueryLanguage', { ...pass, QueryLanguage: 'JSONata' }],
  ['field Assign: ', { ...pass, Assign: { x: 1 } }],
  ['field ItemReader: ', { ...map, ItemReader: {} }],
  ['field ItemBatcher: ', { ...map, ItemBatcher: {} }],
  ['field ResultWriter: ', { ...map, ResultWriter: {} }],
  ['field ToleratedFailureCount: ', { ...map, ToleratedFailureCount: 1 }],
  ['field ToleratedFailurePercentage: ', { ...map, ToleratedFailurePercentage: 1 }],
  ['field Iterator: ', { ...map, Iterator: inner }],
  ['field HeartbeatSeconds: ', { ...task, HeartbeatSeconds: 1 }],
  ['field Credentials: ', { ...task, Credentials: {} }],
  [
    'field ItemProcessor: field ProcessorConfig: field Mode: ',
    { ...map, ItemProcessor: { ...inner, ProcessorConfig: { Mode: 'DISTRIBUTED' } } },
  ],
  ['field Resource', { ...task, Resource: 'arn:aws:states:::lambda:invoke' }],
  ['field Resource', { ...task, Resource: 'arn:aws:states:eu-west-1:1:activity:a' }],
  ['field Resource', { ...task, Resource: 'arn:f.waitForTaskToken' }],
  ['field Type', { Type: 'Loop' }],
  ['field InputPath', { ...pass, InputPath: '$..a' }],
  ['field ResultPath', { ...pass, ResultPath: '$.a[0]' }],
  ['field Parameters', { ...pass, Parameters: { 'a.$': 'States.Hash($.a)' } }],
  [
    'field Choices: item 0',
    { Type: 'Choice', Choices: [{ Variable: '$.a', Likes: 1, Next: 'only' }] },
  ],
  ['field Choices', { Type: 'Choice', Choices: [] }],
  [
    'field Retry: item 0: field MaxAttempts',
    { ...task, Retry: [{ ErrorEquals: ['E'], MaxAttempts: -1 }] },
  ],
  [
    'field Retry: item 0: field BackoffRate',
    { ...task, Retry: [{ ErrorEquals: ['E'], BackoffRate: 0.5 }] },
  ],
  ['with States.ALL alone and last', { ...task, Retry: [{ ErrorEquals: ['States.ALL', 'E'] }] }],
  [
    'with States.ALL alone and last',
    {
      ...task,
      Catch: [
        { ErrorEquals: ['States.ALL'], Next: 'only' },
        { ErrorEquals: ['E'], Next: 'only' },
      ],
    },
  ],
  ['with either Next or End', { Type: 'Pass' }],
  ['with either Next or End', { ...pass, Next: 'only' }],
  ['must lead to a state beside it, got gone', { Type: 'Pass', Next: 'gone' }],
  ['got gone', { ...task, Catch: [{ ErrorEquals: ['E'], Next: 'gone' }] }],
  [
    'got gone',
    { Type: 'Choice', Choices: [{ Variable: '$.a', IsNull: true, Next: 'only' }], Default: 'gone' },
  ],
  ['got gone', { Type: 'Choice', Choices: [{ Variable: '$.a', IsNull: true, Next: 'gone' }] }],
  [
    'with one of Seconds',
    { Type: 'Wait', Seconds: 1, Timestamp: '2026-01-01T00:00:00Z', End: true },
  ],
  ['must stand once', { Type: 'Parallel', Branches: [inner, inner], End: true }],
])('refuses a definition: %s', (complaint, state) => {
  expect(() => parseDefinition(JSON.stringify(one(state)))).toThrow(complaint);
});

test('says the state and the field at any depth', () => {
  const branch = one({ ...pass, OutputPath: 'x' });
  const definition = {
    StartAt: 'p',
    States: { p: { Type: 'Parallel', Branches: [branch], End: true } },
  };
  expect(() => parseDefinition(JSON.stringify(definition))).toThrow(
    'item 0: field States: state only: field OutputPath: a path must be',
  );
});

test.each([
  ['QueryLanguage', { ...one(pass), QueryLanguage: 'JSONata' }],
  ['in StartAt, got "gone"', { ...one(pass), StartAt: 'gone' }],
  ['of at most 80 characters', { StartAt: 'x'.repeat(81), States: { ['x'.repeat(81)]: pass } }],
  ['must be an object, got null', null],
])('refuses a machine: %s', (complaint, definition) => {
  expect(() => parseDefinition(JSON.stringify(definition))).toThrow(complaint);
});

test('a state machine with a task that nobody gave is refused', () => {
  const options = { name: 'n', clock: movedClock(), newId: () => '', random: () => 0 };
  expect(() => createFlow(JSON.stringify(one(task)), {}, options)).toThrow(ConfigurationError);
});

test.each([
  'document-flow',
  'answer-flow',
])('%s runs here, and every Resource is its state', (name) => {
  const text = readFileSync(`dist/flows/prod/${name}.asl.json`, 'utf8');
  const resources = [...text.matchAll(/"Resource": "\$\{([^}]+)\}"/g)].map(([, stem]) => stem);
  expect(new Set(taskNames(parseDefinition(text)))).toEqual(new Set(resources));
});
