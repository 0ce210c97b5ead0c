import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod';
import { ConfigurationError } from '../lambda/errors.ts';
import { delivery } from './delivery.ts';
import { type Delivery, deliverySchema } from './delivery-schema.ts';
import { dev } from './dev.ts';
import { features, gates, training } from './gates.ts';
import { guardrailSchema } from './guardrail.ts';
import type { GuardrailPolicy } from './guardrail.ts';
import { models } from './models.ts';
import { prices } from './prices.ts';
import { prod } from './prod.ts';
import {
  featuresSchema,
  gatesSchema,
  modelsSchema,
  pricesSchema,
  profileSchema,
  taxonomySchema,
  trainingSchema,
} from './schema.ts';
import { releaseGates, releaseGatesSchema } from './release-gates.ts';
import type { ModelCatalogue, Profile, TrainingSettings } from './schema.ts';
import { staging } from './staging.ts';
import { student } from './student.ts';
import { taxonomy } from './taxonomy.ts';

/** The four profiles, smallest first. */
export const profiles = { student, dev, staging, prod } as const;
export type ProfileName = keyof typeof profiles;
export const profileNames: readonly ProfileName[] = ['student', 'dev', 'staging', 'prod'];

export interface Configuration {
  readonly profile: Profile;
  readonly guardrail: GuardrailPolicy;
  readonly models: ModelCatalogue;
  readonly training: TrainingSettings;
  /** Folder with `<task>.v<N>.md`. */
  readonly promptsFolder: string;
  readonly delivery: Delivery;
}

interface Checked {
  readonly file: string;
  readonly schema: z.ZodType;
  readonly value: unknown;
}

/** What people give at deployment rather than keep in a repository. */
export interface Given {
  /** `-c alarmEmail=`: who is told of alarms; instead of `alarms.email` of the profile. */
  readonly alarmEmail?: string | undefined;
}

/**
 * The checked configuration of one environment.
 * @throws ConfigurationError naming every mistake with its file, key, value and remedy
 */
export function loadConfiguration(env: string, root = '.', given: Given = {}): Configuration {
  const name = profileNames.find((one) => one === env);
  if (!name) {
    throw new ConfigurationError(
      `env must be one of ${profileNames.join(', ')}, got ${env}; give it as -c env=student`,
    );
  }
  const guardrail: unknown = JSON.parse(
    readFileSync(join(root, 'config', 'guardrail.json'), 'utf8'),
  );
  const profile = withGiven(profiles[name], given);
  checkAll([
    { file: `config/${name}.ts`, schema: profileSchema(), value: profile },
    { file: 'config/guardrail.json', schema: guardrailSchema, value: guardrail },
    { file: 'config/models.ts', schema: modelsSchema(), value: models },
    { file: 'config/delivery.ts', schema: deliverySchema(), value: delivery },
    { file: 'config/taxonomy.ts', schema: taxonomySchema(), value: taxonomy },
    { file: 'config/prices.json', schema: pricesSchema(), value: prices },
    { file: 'config/gates.ts (gates)', schema: gatesSchema(), value: gates },
    { file: 'config/release-gates.ts', schema: releaseGatesSchema(), value: releaseGates },
    { file: 'config/gates.ts (features)', schema: featuresSchema(), value: features },
    { file: 'config/gates.ts (training)', schema: trainingSchema(), value: training },
  ]);
  return {
    profile,
    guardrail: guardrailSchema.parse(guardrail),
    models,
    training,
    promptsFolder: join(root, 'config', 'prompts'),
    delivery,
  };
}

function withGiven(profile: Profile, { alarmEmail }: Given): Profile {
  return alarmEmail === undefined ? profile : { ...profile, alarms: { email: alarmEmail } };
}

/** Checks values against their schemas. @throws ConfigurationError with all mistakes at once */
export function checkAll(checked: readonly Checked[]): void {
  const mistakes = checked.flatMap(({ file, schema, value }) => {
    const result = schema.safeParse(value);
    if (result.success) return [];
    return result.error.issues.map((issue) => describeIssue(file, value, issue));
  });
  if (mistakes.length === 0) return;
  throw new ConfigurationError(
    `the configuration has ${mistakes.length} mistake${mistakes.length > 1 ? 's' : ''}:\n` +
      mistakes.map((mistake) => `- ${mistake}`).join('\n'),
  );
}

function describeIssue(file: string, value: unknown, issue: z.core.$ZodIssue): string {
  const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
  const path = [...issue.path, ...keys].join('.');
  const given = JSON.stringify(valueAt(value, [...issue.path, ...keys])) ?? 'nothing';
  const remedy = keys.length > 0 ? `remove ${path}` : `set ${path || 'it'}`;
  return `${file}: ${path}: ${issue.message}, got ${given}; ${remedy} in ${file.split(' ')[0]}`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => {
    if (typeof inner !== 'object' || inner === null) return undefined;
    return Object.entries(inner).find(([name]) => name === String(key))?.[1];
  }, value);
}
