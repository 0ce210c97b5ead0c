import { readdirSync, readFileSync } from 'node:fs';
import { CfnElement, Stack } from 'aws-cdk-lib/core';
import * as z from 'zod';
import * as environment from '../../lambda/env.ts';
import { ConfigurationError } from '../../lambda/errors.ts';
import { StrataFunction } from '../../lib/shared/strata-function.ts';
import { synthesizeHere } from '../lib/synthesize-here.ts';

const FUNCTIONS = 'lambda/functions';
const stems = readdirSync(FUNCTIONS).map((file) => file.replace(/\.ts$/, ''));
const profiles = { student: synthesizeHere('student'), prod: synthesizeHere('prod') };
const propertiesSchema = z.object({
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }).optional(),
});

describe.each(Object.entries(profiles))('in %s', (_, synthesis) => {
  const deployed = deployedFunctions(synthesis);

  test('every function that a stack deploys has its composition', () => {
    expect([...deployed.keys()].filter((stem) => !stems.includes(stem))).toEqual([]);
  });

  test.each([...deployed.keys()])('%s is given every variable that it reads', (stem) => {
    const given = deployed.get(stem) ?? [];
    const missing = variablesRead(stem).filter((variable) => !given.includes(variable));
    expect(missing).toEqual([]);
  });
});

test('every composition is deployed', () => {
  const deployed = deployedFunctions(profiles.prod);
  const elsewhere = ['llmops-own-invocation-logging', 'empty-bucket'];
  expect(stems.filter((stem) => !deployed.has(stem) && !elsewhere.includes(stem))).toEqual([]);
});

/** Stem → names of its variables in the template. */
function deployedFunctions({
  platform,
  templates,
}: ReturnType<typeof synthesizeHere>): Map<string, readonly string[]> {
  const all = new Map<string, readonly string[]>();
  for (const construct of platform.node.findAll()) {
    if (!(construct instanceof StrataFunction)) continue;
    const element = construct.function.node.defaultChild;
    if (!(element instanceof CfnElement)) continue;
    const id = Stack.of(construct).getLogicalId(element);
    const resource = Object.values(templates).find((template) => template.Resources[id]);
    const { Environment } = propertiesSchema.parse(resource?.Resources[id]?.Properties ?? {});
    all.set(construct.stem, Object.keys(Environment?.Variables ?? {}));
  }
  return all;
}

/** What its readers ask for when nothing is set; Lambda itself sets the credentials. */
function variablesRead(stem: string): readonly string[] {
  const source = readFileSync(`${FUNCTIONS}/${stem}.ts`, 'utf8');
  const readers = Object.entries(environment).filter(
    ([name]) => name !== 'signingEnv' && new RegExp(`\\b${name}\\(`).test(source),
  );
  return readers.flatMap(([, reader]) => (typeof reader === 'function' ? missingOf(reader) : []));
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
