import * as fc from 'fast-check';
import { ConfigurationError } from '../../lambda/errors.ts';
import type { Json } from '../../lambda/flow/json-value.ts';
import { parseTemplate } from '../../lambda/flow/payload-template.ts';

const fill = (template: Json, input: Json = { a: 1 }) =>
  parseTemplate(template)({ input, context: { Execution: { Id: 'e' } }, newId: () => '' });

test('computes the fields that end in .$ at every depth', () => {
  const template = {
    'x.$': '$.a',
    in: { 'y.$': '$$.Execution.Id', list: [{ 'z.$': '$' }, '$.a'] },
  };
  expect(fill(template)).toEqual({ x: 1, in: { y: 'e', list: [{ z: { a: 1 } }, '$.a'] } });
});

test.each<Json>([
  { 'a.$': 1 },
  { 'a.$': 'text' },
  { a: 1, 'a.$': '$.a' },
  { 'a.$': { b: 1 } },
])('refuses %j', (template) => {
  expect(() => parseTemplate(template)).toThrow(ConfigurationError);
});

test('a path that leads to nothing is a fault of the definition', () => {
  expect(() => fill({ 'x.$': '$.missing' })).toThrow('States.Runtime');
});

test('a template without computed fields is a constant', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const template: Json = JSON.parse(JSON.stringify(value).replaceAll('.$', '_'));
      expect(fill(template)).toEqual(template);
    }),
  );
});
