import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfiguration } from '../../config/load-profile.ts';
import type { Configuration, ProfileName } from '../../config/load-profile.ts';
import type { Checked } from '../../lib/shared/checks/checked.ts';
import { synthesizeChecked } from '../../lib/shared/checks/synthesize-checked.ts';
import { standInAssets } from './stand-in-assets.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** With the constructs, for checks that walk them; templates alone come from `synthesize`. */
export function synthesizeHere(
  name: ProfileName,
  change: (configuration: Configuration) => Configuration = (same) => same,
): Checked {
  const outdir = mkdtempSync(join(tmpdir(), 'strata-synth-'));
  folders.push(outdir);
  return synthesizeChecked(change(loadConfiguration(name)), standInAssets, outdir).checked;
}
