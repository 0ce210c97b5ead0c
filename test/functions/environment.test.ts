import { readFileSync } from 'node:fs';
import * as environment from '../../lambda/env.ts';
import { ConfigurationError } from '../../lambda/errors.ts';
import { BuiltSteps } from '../../lib/shared/built-steps.ts';
import { isRecord, resourcesOf } from '../../lib/shared/checks/checked.ts';
import { synthesize } from '../lib/synthesize.ts';
import { variablesRead } from './variables-read.ts';

const PROFILES = ['student', 'dev', 'staging', 'prod'] as const;
const steps = new BuiltSteps('dist');
/** Reserved names that the Lambda service fills in. */
const SET_BY_LAMBDA: readonly string[] = [
  environment.ENV.region,
  environment.ENV.accessKeyId,
  environment.ENV.secretAccessKey,
  environment.ENV.sessionToken,
];
const deployed = PROFILES.flatMap((profile) =>
  resourcesOf(synthesize(profile)).flatMap((resource) => functionOf(profile, resource)),
);
const everywhere = deployed.map((one) => [`${one.stem} in ${one.profile}`, one] as const);

test('every declared function is deployed in some profile', () => {
  const stems = new Set(deployed.map(({ stem }) => stem));
  expect(steps.all.map(({ name }) => name).filter((name) => !stems.has(name))).toEqual([]);
});

test.each(everywhere)('%s is given exactly the variables that it reads', (_, { stem, given }) => {
  const read = variablesRead(stem).filter((name) => !SET_BY_LAMBDA.includes(name));
  const needed = read.filter((name) => !isOptional(name));
  expect(needed.filter((name) => !given.has(name))).toEqual([]);
  expect([...given.keys()].filter((name) => !read.includes(name))).toEqual([]);
});

test.each(everywhere)('%s has less than 4 kB of variables', (_, { given }) => {
  expect(JSON.stringify([...given]).length).toBeLessThan(4_000);
});

test('nothing but lambda/env.ts reads the environment', () => {
  const source = readFileSync('lambda/env.ts', 'utf8');
  expect(source.match(/process\.env/g)?.length).toBeGreaterThan(0);
});

/** Set where a profile has an endpoint or own keys; readers say when one is missing that must be. */
function isOptional(variable: string): boolean {
  const readers = Object.values(environment).filter((one) => typeof one === 'function');
  const needing = readers.filter((reader) => missingOf(reader).includes(variable));
  return needing.length === 0;
}

function missingOf(reader: (source: environment.EnvironmentSource) => unknown): readonly string[] {
  try {
    reader({});
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return [...error.message.matchAll(/([A-Z_]+): it is not set/g)].map(([, name]) => name ?? '');
  }
}

function functionOf(profile: string, { Type, Properties }: ReturnType<typeof resourcesOf>[number]) {
  if (Type !== 'AWS::Lambda::Function' || !isRecord(Properties)) return [];
  const tags = Array.isArray(Properties.Tags) ? Properties.Tags : [];
  const stem = tags.find((tag) => isRecord(tag) && tag.Key === 'strata:stem')?.Value;
  if (typeof stem !== 'string') return [];
  const variables = isRecord(Properties.Environment) ? Properties.Environment.Variables : {};
  return [{ profile, stem, given: new Map(Object.entries(isRecord(variables) ? variables : {})) }];
}
