import { chain } from '../flow-case.ts';
import type { FlowCase } from '../flow-case.ts';

const values = {
  n: 2,
  m: 2.5,
  zero: 0,
  s: 'beta',
  t: '2026-01-02T03:04:05Z',
  later: '2026-01-02T04:04:06+01:00',
  yes: true,
  no: false,
  none: null,
  empty: '',
  list: [1],
  object: {},
  star: 'a*b',
};
const of = (Variable: string, operator: string, operand: unknown) => ({
  Variable,
  [operator]: operand,
});

const RULES: readonly object[] = [
  ...['Equals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'].flatMap(
    (order) => [
      ...[1, 2, 3].map((operand) => of('$.n', `Numeric${order}`, operand)),
      ...['alpha', 'beta', 'gamma', 'Beta'].map((operand) => of('$.s', `String${order}`, operand)),
      of('$.t', `Timestamp${order}`, '2026-01-02T03:04:05Z'),
      of('$.t', `Timestamp${order}`, '2026-01-02T04:04:05+01:00'),
      of('$.t', `Timestamp${order}`, '2026-01-02T03:04:05.5Z'),
      of('$.n', `Numeric${order}Path`, '$.m'),
      of('$.s', `String${order}Path`, '$.star'),
      of('$.t', `Timestamp${order}Path`, '$.later'),
      of('$.s', `Numeric${order}`, 2),
      of('$.n', `String${order}`, '2'),
      of('$.s', `Timestamp${order}`, '2026-01-02T03:04:05Z'),
      of('$.none', `Numeric${order}`, 0),
    ],
  ),
  of('$.yes', 'BooleanEquals', true),
  of('$.no', 'BooleanEquals', true),
  of('$.none', 'BooleanEquals', false),
  of('$.yes', 'BooleanEqualsPath', '$.no'),
  ...['IsNull', 'IsPresent', 'IsNumeric', 'IsString', 'IsBoolean', 'IsTimestamp'].flatMap((test) =>
    ['n', 's', 't', 'yes', 'none', 'list', 'empty'].flatMap((name) => [
      of(`$.${name}`, test, true),
      of(`$.${name}`, test, false),
    ]),
  ),
  of('$.gone', 'IsPresent', true),
  of('$.gone', 'IsPresent', false),
  of('$.gone.deeper', 'IsPresent', false),
  ...['beta', 'b*', '*a', '*', 'b*x', 'be?a', 'b[e]ta'].map((glob) =>
    of('$.s', 'StringMatches', glob),
  ),
  of('$.star', 'StringMatches', 'a\\*b'),
  of('$.s', 'StringMatches', 'b\\*'),
  of('$.n', 'StringMatches', '*'),
  of('$.empty', 'StringMatches', '*'),
  of('$$.State.Name', 'StringEquals', 'choose'),
  { Not: of('$.n', 'NumericEquals', 2) },
  { And: [of('$.n', 'NumericEquals', 2), of('$.s', 'StringEquals', 'beta')] },
  { And: [of('$.n', 'NumericEquals', 2), of('$.s', 'StringEquals', 'no')] },
  { Or: [of('$.n', 'NumericEquals', 9), of('$.s', 'StringEquals', 'beta')] },
  { Or: [of('$.n', 'NumericEquals', 9), { Not: of('$.s', 'StringEquals', 'beta') }] },
  { And: [of('$.gone', 'IsPresent', true), of('$.gone', 'NumericEquals', 1)] },
  { Or: [of('$.n', 'NumericEquals', 2), of('$.gone', 'NumericEquals', 1)] },
];

const end = { Type: 'Pass', End: true };
const choose = (Choices: readonly object[], fields: object = {}) => ({
  StartAt: 'choose',
  States: { choose: { Type: 'Choice', Choices, ...fields }, yes: end, second: end, no: end },
});

/** Every comparison, against values of its kind and of others. */
export const choiceCases: readonly FlowCase[] = [
  ...RULES.map((rule) => ({
    name: `choice ${JSON.stringify(rule)}`,
    definition: choose([{ ...rule, Next: 'yes' }], { Default: 'no' }),
    input: values,
  })),
  {
    name: 'the first rule that holds decides',
    definition: choose([
      { ...of('$.n', 'NumericEquals', 3), Next: 'yes' },
      { ...of('$.n', 'NumericEquals', 2), Next: 'second' },
      { ...of('$.s', 'StringEquals', 'beta'), Next: 'no' },
    ]),
    input: values,
  },
  {
    name: 'no rule holds and there is no Default',
    definition: choose([{ ...of('$.n', 'NumericEquals', 3), Next: 'yes' }]),
    input: values,
  },
  {
    name: 'a rule reads a path that leads to nothing',
    definition: choose([{ ...of('$.gone', 'NumericEquals', 3), Next: 'yes' }], { Default: 'no' }),
    input: values,
  },
  {
    name: 'a Choice selects input and output',
    definition: choose([{ ...of('$.n', 'NumericEquals', 2), Next: 'yes' }], {
      InputPath: '$.in',
      OutputPath: '$.n',
      Default: 'no',
    }),
    input: { in: { n: 2 } },
  },
  {
    name: 'a Choice inside a branch',
    definition: chain({
      p: {
        Type: 'Parallel',
        Branches: [
          choose([{ ...of('$.yes', 'BooleanEquals', true), Next: 'yes' }], { Default: 'no' }),
        ],
      },
    }),
    input: values,
  },
];
