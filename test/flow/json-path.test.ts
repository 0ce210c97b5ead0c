import * as fc from 'fast-check';
import { ConfigurationError } from '../../lambda/errors.ts';
import { parsePath, parseResultPath, readPath, writePath } from '../../lambda/flow/json-path.ts';
import type { Json } from '../../lambda/flow/json-value.ts';

const input: Json = {
  a: { b: [10, { c: 'x' }, null], 'd e': true, "it's": 1 },
  'ü-1': 2,
  list: [{ n: 1 }, { n: 2 }, {}],
};
const read = (path: string, value: Json = input) =>
  readPath(parsePath(path), { input: value, context: { State: { Name: 's' } }, newId: () => '' });

test.each<[string, Json | undefined]>([
  ['$', input],
  ['$.a.b[0]', 10],
  ['$.a.b[1].c', 'x'],
  ['$.a.b[2]', null],
  ["$['a']['d e']", true],
  ['$["a"]["d e"]', true],
  ["$.a['it\\'s']", 1],
  ['$.ü-1', 2],
  ['$.list[*].n', [1, 2]],
  ['$.a.b.*', [10, { c: 'x' }, null]],
  ['$.a.b[*].missing', []],
  ['$.a.b[3]', undefined],
  ['$.missing', undefined],
  ['$.missing[*]', undefined],
  ['$.a.b.c', undefined],
  ['$.toString', undefined],
  ['$$.State.Name', 's'],
])('%s reads what stands there', (path, expected) => {
  expect(read(path)).toEqual(expected);
});

test.each([
  '$..a',
  '$.a[0:2]',
  '$.list[?(@.n == 1)]',
  '$.a[0,1]',
  'a.b',
  '',
  '$.',
  '$.a[',
  '$a',
  '$.a[-1]',
])('refuses %s', (path) => {
  expect(() => parsePath(path)).toThrow(ConfigurationError);
});

test.each(['$.a[0]', '$.a[*]', '$$.a'])('refuses to write a result to %s', (path) => {
  expect(() => parseResultPath(path)).toThrow('a result goes to a field of the input');
});

const key = fc.string({ minLength: 1, maxLength: 4 });
const bracketed = (keys: readonly string[]) =>
  `$${keys.map((one) => `['${one.replaceAll(/[\\']/g, '\\$&')}']`).join('')}`;
const json = fc.jsonValue({ maxDepth: 3 }).map((value): Json => JSON.parse(JSON.stringify(value)));

test('what is written at a path of fields is read there, whatever the fields are called', () => {
  fc.assert(
    fc.property(fc.array(key, { maxLength: 4 }), json, (keys, value) => {
      const path = bracketed(keys);
      const written = writePath(parseResultPath(path), {}, value);
      expect(read(path, written)).toEqual(value);
    }),
  );
});

test('a result written beside other fields leaves them as they were', () => {
  fc.assert(
    fc.property(fc.dictionary(key, json), key, json, (before, name, value) => {
      const after = writePath(parseResultPath(bracketed([name])), before, value);
      expect(after).toEqual(Object.fromEntries([...Object.entries(before), [name, value]]));
    }),
  );
});

test('a result cannot be put into something that is no object', () => {
  expect(() => writePath(parseResultPath('$.a.b'), { a: 1 }, 2)).toThrow(
    'States.ResultPathMatchFailure',
  );
});
