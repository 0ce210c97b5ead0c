import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as env from '../../lambda/env.ts';
import { isRecord, resourcesOf } from '../../lib/shared/checks/checked.ts';
import { synthesize } from './synthesize.ts';

/** Reserved names that the Lambda service fills in. */
const SET_BY_LAMBDA = {
  [env.ENV.region]: 'eu-west-1',
  [env.ENV.accessKeyId]: 'stand-in',
  [env.ENV.secretAccessKey]: 'stand-in',
};
const functions = [
  ...resourcesOf(synthesize('student')).flatMap(functionOf),
  ...resourcesOf(synthesize('prod')).flatMap(functionOf),
].map((one) => [`${one.stem} (${one.env})`, one] as const);
const stems = [...new Set(functions.map(([, { stem }]) => stem))];

test.each(stems)('%s has a composition in lambda/functions', (stem) => {
  expect(existsSync(join('lambda/functions', `${stem}.ts`))).toBe(true);
});

test.each(functions)('%s finds every variable that its composition reads', (_, one) => {
  const code = readFileSync(join('lambda/functions', `${one.stem}.ts`), 'utf8');
  const readers = [...code.matchAll(/\b(\w+Env)\(\)/g)].map(([, name = '']) => name);
  const missing = readers.flatMap((name) => {
    const reader: unknown = Object.entries(env).find(([key]) => key === name)?.[1];
    if (typeof reader !== 'function') return [`${name} is no reader of lambda/env.ts`];
    try {
      reader(one.variables);
      return [];
    } catch (error) {
      return [String(error)];
    }
  });
  expect(missing).toEqual([]);
});

test.each(functions)('%s has less than 4 kB of variables', (_, { variables }) => {
  expect(JSON.stringify(variables).length).toBeLessThan(4_000);
});

/** The name of the file stands in the role's description; values that AWS fills in get stand-ins. */
function functionOf({ Type, Properties }: ReturnType<typeof resourcesOf>[number]) {
  if (Type !== 'AWS::Lambda::Function' || !isRecord(Properties?.Environment)) return [];
  const given = Properties.Environment.Variables;
  const tags = Array.isArray(Properties.Tags) ? Properties.Tags : [];
  const stem = tags.find((tag) => isRecord(tag) && tag.Key === 'strata:stem')?.Value;
  if (!isRecord(given) || typeof stem !== 'string') return [];
  const variables = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, standIn(name, value)]),
  );
  const set = { ...SET_BY_LAMBDA, ...variables };
  return [{ stem, env: String(given[env.ENV.environment]), variables: set }];
}

function standIn(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  return name === env.ENV.collectionEndpoint ? 'https://collection.example' : 'arn:stand-in';
}
