import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '../../lambda/errors.ts';
import { BuiltSteps } from './built-steps.ts';

/** Where the built files lie that stacks upload. Tests give a stand-in folder instead. */
export interface Assets {
  /** Declarations of all functions, and the flows, as the build wrote them. */
  readonly steps: BuiltSteps;
  /** Folder with `index.mjs`, the bundle of the declaration of that name. */
  functionBundle(stem: string): string;
  /** Folder of the built console. */
  console(): string;
  /** Folder with the model that serves before the first training; checked in, `strata seed`. */
  seedModel(): string;
}

/** Checked in, so that neither a build nor a synthesis trains. */
const SEED_MODEL = 'lib/model/seed-model';

/** What `node build.mjs` made. @throws ConfigurationError naming the folder that is missing. */
export function builtAssets(directory: string): Assets {
  const existing = (folder: string): string => {
    if (existsSync(folder)) return folder;
    throw new ConfigurationError(
      `the built folder ${folder} must exist, but it does not; run: node build.mjs`,
    );
  };
  return {
    steps: new BuiltSteps(directory),
    functionBundle: (stem) => existing(join(directory, 'functions', stem)),
    console: () => existing(join(directory, 'web')),
    seedModel: () => existing(SEED_MODEL),
  };
}
