import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfiguration } from '../../config/load-profile.ts';
import type { Configuration, ProfileName } from '../../config/load-profile.ts';
import { createApp } from '../../lib/app.ts';
import type { Assets } from '../../lib/shared/assets.ts';
import type { Checked, Template } from '../../lib/shared/checks/checked.ts';
import type { Layer } from '../../lib/shared/strata-stack.ts';

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
  const configuration = change(loadConfiguration(name));
  const { platform } = createApp({ assets: standInAssets, configuration, outdir });
  const assembly = platform.synth();
  const template = (layer: Layer): Template =>
    assembly.getStackByName(`strata-${name}-${layer}`).template;
  return {
    profile: configuration.profile,
    platform,
    templates: {
      infrastructure: template('infrastructure'),
      data: template('data'),
      model: template('model'),
      governance: template('governance'),
      orchestration: template('orchestration'),
      application: template('application'),
    },
  };
}
