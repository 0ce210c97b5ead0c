import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '../../lambda/errors.ts';

/** Where the built files lie that stacks upload. Tests give a stand-in folder instead. */
export interface Assets {
  /** Folder with `index.mjs`, the bundle of `lambda/functions/<stem>.ts`. */
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
    functionBundle: (stem) => existing(join(directory, 'functions', stem)),
    console: () => existing(join(directory, 'web')),
    seedModel: () => existing(SEED_MODEL),
  };
}
