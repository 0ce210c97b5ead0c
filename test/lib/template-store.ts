import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import type { Configuration } from '../../config/load-profile.ts';
import type { Checked } from '../../lib/shared/checks/checked.ts';

/** Names the folder that the suites of one run share; `test/global-setup.mjs` makes it. */
const TEMPLATES_VARIABLE = 'STRATA_TEST_TEMPLATES';

/** What a synthesis leaves when the constructs are gone. */
export type Synthesized = Pick<Checked, 'profile' | 'templates'>;

/**
 * Templates of configurations, each synthesized once a run, in a process of its own: in jest's
 * sandbox every suite would load the whole library again, which takes longer than the synthesis.
 */
export function templatesOf(configurations: readonly Configuration[]): Synthesized[] {
  const folder = process.env[TEMPLATES_VARIABLE];
  if (folder === undefined) {
    throw new Error(`${TEMPLATES_VARIABLE} must name a folder; jest's globalSetup sets it`);
  }
  const wanted = configurations.map((configuration) => ({
    configuration,
    file: join(folder, `${digest(configuration)}.json`),
  }));
  const missing = wanted.filter(({ file }) => !existsSync(file));
  if (missing.length > 0) synthesizeTo(folder, missing);
  return wanted.map(({ file }) => JSON.parse(readFileSync(file, 'utf8')));
}

export interface Order {
  readonly configuration: Configuration;
  readonly file: string;
}

function synthesizeTo(folder: string, orders: readonly Order[]): void {
  const program = join(folder, `synthesize.${process.pid}.mjs`);
  if (!existsSync(program)) {
    buildSync({
      entryPoints: [resolve('test/lib/synthesize-orders.ts')],
      outfile: program,
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      logLevel: 'error',
    });
  }
  const list = join(folder, `${digest(orders)}.orders.json`);
  writeFileSync(list, JSON.stringify(orders));
  execFileSync(process.execPath, [program, list], { stdio: ['ignore', 'ignore', 'inherit'] });
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
}
