import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfiguration } from '../../config/load-profile.ts';
import type { Configuration, ProfileName } from '../../config/load-profile.ts';
import type { Assets } from '../../lib/shared/assets.ts';
import type { Checked } from '../../lib/shared/checks/checked.ts';
import { synthesizeChecked } from '../../lib/shared/checks/synthesize-checked.ts';

/** One small folder stands in for every bundle: templates do not depend on what is in it. */
export const standInAssets: Assets = {
  functionBundle: () => 'test/fixtures/assets',
  console: () => 'test/fixtures/assets',
  seedModel: () => 'test/fixtures/assets',
};

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The six templates of a profile, or of a changed configuration. */
export function synthesize(
  name: ProfileName,
  change: (configuration: Configuration) => Configuration = (same) => same,
): Checked {
  const outdir = mkdtempSync(join(tmpdir(), 'strata-synth-'));
  folders.push(outdir);
  return synthesizeChecked(change(loadConfiguration(name)), standInAssets, outdir).checked;
}
