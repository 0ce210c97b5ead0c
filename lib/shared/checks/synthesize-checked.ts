import type { Configuration } from '../../../config/load-profile.ts';
import { createApp } from '../../app.ts';
import type { Assets } from '../assets.ts';
import type { Layer } from '../strata-stack.ts';
import type { Checked, Template } from './checked.ts';

/** The six templates of one environment, and the files in `outdir` that hold them. */
export function synthesizeChecked(
  configuration: Configuration,
  assets: Assets,
  outdir: string,
): { readonly checked: Checked; readonly files: readonly string[] } {
  const { profile } = configuration;
  const { platform } = createApp({ assets, configuration, outdir });
  const assembly = platform.synth();
  const stack = (layer: Layer) => assembly.getStackByName(`strata-${profile.env}-${layer}`);
  const template = (layer: Layer): Template => stack(layer).template;
  return {
    checked: {
      profile,
      platform,
      templates: {
        infrastructure: template('infrastructure'),
        data: template('data'),
        model: template('model'),
        governance: template('governance'),
        orchestration: template('orchestration'),
        application: template('application'),
      },
    },
    files: platform.layers.map(({ layer }) => stack(layer).templateFullPath),
  };
}
