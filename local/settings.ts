import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import guardrailPolicy from '../config/guardrail.json' with { type: 'json' };
import { loadConfiguration } from '../config/load-profile.ts';
import { features, gates, training } from '../config/gates.ts';
import { models } from '../config/models.ts';
import { prices } from '../config/prices.ts';
import type { ModelCatalogue, Prices, Profile } from '../config/schema.ts';
import { student } from '../config/student.ts';
import { contentHash } from '../lambda/content-hash.ts';

/** What the laptop runs with: the student profile and the files of `config/`. */
export interface Settings {
  readonly profile: Profile;
  readonly models: ModelCatalogue;
  readonly prices: Prices;
  /** Over every value that decides a result, prompts and guardrail included. */
  readonly hash: string;
  /** Over the program itself: a changed program computes again. */
  readonly codeHash: string;
}

/** The program that runs: its folder, and a hash that changes with its code. */
export interface Program {
  readonly root: string;
  readonly codeHash: string;
}

/** @throws ConfigurationError with every mistake, as a synthesis names them */
export function loadSettings({ root, codeHash }: Program): Settings {
  const directory = join(root, 'config', 'prompts');
  const prompts = readdirSync(directory)
    .sort()
    .map((name) => [name, readFileSync(join(directory, name), 'utf8')]);
  return {
    profile: loadConfiguration('student', root).profile,
    models,
    prices,
    hash: contentHash({
      student,
      features,
      gates,
      training,
      guardrailPolicy,
      models,
      prices,
      prompts,
    }),
    codeHash,
  };
}
