import * as fc from 'fast-check';
import { ConfigurationError } from '../../lambda/errors.ts';
import { parseRule } from '../../lambda/flow/choice-rule.ts';
import type { Json, JsonObject } from '../../lambda/flow/json-value.ts';

const input: Json = {
  text: 'b',
  other: 'a',
  number: 5,
  yes: true,
  none: null,
  early: '2026-01-01T00:00:00Z',
  late: '2026-01-01T02:30:00.5+02:00',
  file: 'invoice-(1).pdf',
  star: 'a*b',
};
const holds = (rule: JsonObject, value: Json = input) =>
  parseRule(rule)({ input: value, context: { Execution: { Name: 'n' } }, newId: () => '' });

test.each<[JsonObject, boolean]>([
  [{ Variable: '$.text', StringEquals: 'b' }, true],
  [{ Variable: '$.number', StringEquals: '5' }, false],
  [{ Variable: '$.text', StringLessThan: 'c' }, true],
  [{ Variable: '$.text', StringLessThan: 'b' }, false],
  [{ Variable: '$.text', StringLessThanEquals: 'b' }, true],
  [{ Variable: '$.text', StringGreaterThan: 'a' }, true],
  [{ Variable: '$.text', StringGreaterThanEquals: 'c' }, false],
  [{ Variable: '$.text', StringGreaterThanPath: '$.other' }, true],
  [{ Variable: '$.text', StringEqualsPath: '$.number' }, false],
  [{ Variable: '$.file', StringMatches: 'invoice-(*).pdf' }, true],
  [{ Variable: '$.file', StringMatches: '*.pd' }, false],
  [{ Variable: '$.star', StringMatches: String.raw`a\*b` }, true],
  [{ Variable: '$.text', StringMatches: String.raw`\*` }, false],
  [{ Variable: '$.number', NumericEquals: 5 }, true],
  [{ Variable: '$.number', NumericLessThan: 5 }, false],
  [{ Variable: '$.number', NumericLessThanEquals: 5 }, true],
  [{ Variable: '$.number', NumericGreaterThan: 4.5 }, true],
  [{ Variable: '$.number', NumericGreaterThanEqualsPath: '$.number' }, true],
  [{ Variable: '$.yes', NumericEquals: 1 }, false],
  [{ Variable: '$.yes', BooleanEquals: true }, true],
  [{ Variable: '$.yes', BooleanEqualsPath: '$.none' }, false],
  [{ Variable: '$.late', TimestampGreaterThan: '2026-01-01T00:30:00Z' }, true],
  [{ Variable: '$.early', TimestampLessThanPath: '$.late' }, true],
  [{ Variable: '$.early', TimestampEquals: '2026-01-01T01:00:00+01:00' }, true],
  [{ Variable: '$.text', TimestampEquals: '2026-01-01T00:00:00Z' }, false],
  [{ Variable: '$.none', IsNull: true }, true],
  [{ Variable: '$.none', IsPresent: true }, true],
  [{ Variable: '$.missing', IsPresent: false }, true],
  [{ Variable: '$.missing', IsPresent: true }, false],
  [{ Variable: '$.yes', IsNumeric: false }, true],
  [{ Variable: '$.number', IsNumeric: true }, true],
  [{ Variable: '$.text', IsString: true }, true],
  [{ Variable: '$.yes', IsBoolean: true }, true],
  [{ Variable: '$.early', IsTimestamp: true }, true],
  [{ Variable: '$.text', IsTimestamp: true }, false],
  [{ Variable: '$$.Execution.Name', StringEquals: 'n' }, true],
  [{ Not: { Variable: '$.text', StringEquals: 'b' } }, false],
  [
    {
      And: [
        { Variable: '$.missing', IsPresent: true },
        { Variable: '$.missing', IsNull: true },
      ],
    },
    false,
  ],
  [
    {
      Or: [
        { Variable: '$.yes', BooleanEquals: true },
        { Variable: '$.missing', IsNull: true },
      ],
    },
    true,
  ],
])('%j is %s', (rule, expected) => {
  expect(holds(rule)).toBe(expected);
});

test.each<JsonObject>([
  { Variable: '$.missing', StringEquals: 'x' },
  { Variable: '$.missing', IsNull: true },
  { Variable: '$.text', StringEqualsPath: '$.missing' },
])('%j fails where a path leads to nothing', (rule) => {
  expect(() => holds(rule)).toThrow('States.Runtime');
});

test.each<JsonObject>([
  {},
  { Variable: '$.a' },
  { StringEquals: 'x' },
  { Variable: '$.a', StringEquals: 1 },
  { Variable: '$.a', NumericEquals: '1' },
  { Variable: '$.a', TimestampEquals: '2026-01-01' },
  { Variable: '$.a', StringEquals: 'x', IsNull: true },
  { Variable: '$.a', BooleanLessThan: true },
  { Variable: '$.a', StringContains: 'x' },
  { Variable: '$.a', IsPresent: 'yes' },
  { Variable: '$..a', IsPresent: true },
  { Variable: '$.a', StringEqualsPath: 'x' },
  { And: [] },
  { Xor: [{ Variable: '$.a', IsPresent: true }] },
  { Not: 'x' },
])('refuses %j', (rule) => {
  expect(() => parseRule(rule)).toThrow(ConfigurationError);
});

test('exactly one of less, equal and greater holds for two numbers', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (left, right) => {
      const rules = ['NumericLessThan', 'NumericEquals', 'NumericGreaterThan'];
      const found = rules.filter((name) => holds({ Variable: '$', [name]: right }, left));
      expect(found).toHaveLength(1);
    }),
  );
});

test('a text matches itself with its marks escaped', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const glob = text.replaceAll(/[\\*]/g, String.raw`\$&`);
      expect(holds({ Variable: '$', StringMatches: glob }, text)).toBe(true);
    }),
  );
});
