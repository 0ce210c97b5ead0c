import * as fc from 'fast-check';
import { ConfigurationError } from '../../lambda/errors.ts';
import { parseExpression } from '../../lambda/flow/expression.ts';
import type { Json } from '../../lambda/flow/json-value.ts';

const input: Json = {
  list: [1, 2, 2, { a: 1 }, { a: 1 }],
  name: 'Ada',
  index: 1,
  none: null,
  text: '{"a":[1]}',
  template: 'Hello {}',
};
const evaluate = (source: string, value: Json = input) =>
  parseExpression(source)({
    input: value,
    context: { Execution: { Name: 'run-1' } },
    newId: () => 'id-1',
  });

test.each<[string, Json]>([
  ['States.Array()', []],
  ["States.Array($.name, 1, -2.5, true, null, 'x')", ['Ada', 1, -2.5, true, null, 'x']],
  ['States.Array($$.Execution.Name)', ['run-1']],
  ['States.ArrayContains($.list, 2)', true],
  ['States.ArrayContains($.list, States.StringToJson(\'{"a":1}\'))', true],
  ['States.ArrayContains($.list, 3)', false],
  ['States.ArrayGetItem($.list, $.index)', 2],
  ['States.ArrayGetItem(States.Array(null), 0)', null],
  ['States.ArrayLength($.list)', 5],
  ['States.ArrayPartition($.list, 2)', [[1, 2], [2, { a: 1 }], [{ a: 1 }]]],
  ['States.ArrayRange(1, 9, 2)', [1, 3, 5, 7, 9]],
  ['States.ArrayRange(3, 1, -1)', [3, 2, 1]],
  ['States.ArrayRange(3, 1, 1)', []],
  ['States.ArrayUnique($.list)', [1, 2, { a: 1 }]],
  ["States.Format('{} has {} of {}', $.name, 2, $.none)", 'Ada has 2 of null'],
  ["States.Format($.template, 'you')", 'Hello you'],
  [String.raw`States.Format('It\'s \{\} and {}', true)`, "It's {} and true"],
  ['States.JsonMerge($, States.StringToJson($.text), false)', { ...input, a: [1] }],
  ['States.JsonToString($.list)', '[1,2,2,{"a":1},{"a":1}]'],
  ['States.MathAdd($.index, -3)', -2],
  ['States.MathAdd(1.4, 1.5)', 3],
  ["States.Format('{}', $.list)", '[1, 2, 2, {a=1}, {a=1}]'],
  ["States.StringSplit('1-2,,3', '-,')", ['1', '2', '3']],
  ['States.StringToJson($.text)', { a: [1] }],
  ['States.UUID()', 'id-1'],
  ['States.ArrayLength( States.Array( 1 ,2 ) )', 2],
])('%s', (source, expected) => {
  expect(evaluate(source)).toEqual(expected);
});

test.each([
  'States.ArrayGetItem($.list, 9)',
  'States.ArrayLength($.name)',
  'States.ArrayPartition($.list, 0)',
  'States.ArrayRange(1, 2000, 1)',
  'States.ArrayRange(1, 2, 0)',
  "States.Format('{}')",
  "States.Format('none', 1)",
  'States.JsonMerge($, $.name, false)',
  'States.JsonMerge($, $, true)',
  "States.MathAdd('1', 2)",
  'States.StringToJson($.name)',
])('%s fails as an intrinsic function does', (source) => {
  expect(() => evaluate(source)).toThrow('States.IntrinsicFailure');
});

test('a path that leads to nothing is a fault of the definition', () => {
  expect(() => evaluate('States.Array($.missing)')).toThrow('States.Runtime');
});

test.each([
  'Hash',
  'MathRandom',
  'Base64Encode',
  'Base64Decode',
  'toString',
])('refuses States.%s by name', (name) => {
  expect(() => parseExpression(`States.${name}($.a, 'x')`)).toThrow(`got States.${name}`);
});

test.each([
  'States.ArrayLength($.list',
  'States.ArrayLength()',
  'States.ArrayLength($.a, $.b)',
  'States.UUID() ',
  'States.Array($.a $.b)',
  'States.Array($.a,)',
  "States.Array('open)",
  'States.Array(word)',
  'plain text',
])('refuses %s when the definition is read', (source) => {
  expect(() => parseExpression(source)).toThrow(ConfigurationError);
});

const json = fc.jsonValue({ maxDepth: 3 }).map((value): Json => JSON.parse(JSON.stringify(value)));

test('StringToJson undoes JsonToString', () => {
  fc.assert(
    fc.property(json, (value) => {
      const back = evaluate('States.StringToJson(States.JsonToString($))', value);
      expect(back).toEqual(value);
    }),
  );
});

test('any text can be written as a literal', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const literal = text.replaceAll(/[\\']/g, '\\$&');
      expect(evaluate(`States.Array('${literal}')`)).toEqual([text]);
    }),
  );
});

test('the pieces of a partition, put together, are the array', () => {
  fc.assert(
    fc.property(fc.array(json), fc.integer({ min: 1, max: 7 }), (list, size) => {
      const pieces = evaluate('States.ArrayPartition($.list, $.size)', { list, size });
      expect(Array.isArray(pieces) ? pieces.flat(1) : pieces).toEqual(list);
    }),
  );
});
