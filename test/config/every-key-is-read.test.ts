import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { profileNames, profiles } from '../../config/load-profile.ts';
import { synthesizeHere } from '../lib/synthesize-here.ts';

const read = new Set<string>();
/** Groups that travel to functions as JSON: their keys are read there. */
const travelling = new Set<string>();
for (const name of profileNames) {
  synthesizeHere(name, (one) => ({ ...one, profile: traced({ ...one.profile, planted: 1 }, []) }));
}

const code = ['lambda', 'local']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .filter((file) => file.endsWith('.ts') && file !== join('lambda', 'env.ts'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

const keys = [...new Set(profileNames.flatMap((name) => leaves(profiles[name], [])))];

test('keys are found at every depth', () => {
  expect(keys).toEqual(expect.arrayContaining(['region', 'rag.topK', 'serving.instanceType']));
});

test('a key that nothing needs would be found', () => {
  expect(read.has('planted')).toBe(false);
});

test.each(keys)('%s is read by the templates or by the functions that get it', (key) => {
  const [group = '', leaf = ''] = key.split('.');
  const readByFunctions =
    travelling.has(group) &&
    new RegExp(`\\.${leaf}\\b|\\{[^{}]*\\b${leaf}\\b[^{}]*\\} [=:]`).test(code);
  expect(read.has(key) || readByFunctions).toBe(true);
});

/** Notes which keys are read one by one, and which groups are written out whole. */
function traced<T extends object>(value: T, path: readonly string[]): T {
  return new Proxy(value, {
    get(target, key) {
      if (key === 'toJSON') {
        travelling.add(path.join('.'));
        return () => target;
      }
      const inner: unknown = Reflect.get(target, key);
      const inside = [...path, String(key)];
      if (isGroup(inner)) return traced(inner, inside);
      read.add(inside.join('.'));
      return inner;
    },
  });
}

function leaves(value: object, path: readonly string[]): readonly string[] {
  return Object.entries(value).flatMap(([key, inner]) =>
    isGroup(inner) ? leaves(inner, [...path, key]) : [[...path, key].join('.')],
  );
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
