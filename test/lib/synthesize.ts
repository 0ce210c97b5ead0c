import { loadConfiguration } from '../../config/load-profile.ts';
import type { Configuration, ProfileName } from '../../config/load-profile.ts';
import { type Synthesized, templatesOf } from './template-store.ts';

/** The six templates of a profile, or of a changed configuration. */
export function synthesize(
  name: ProfileName,
  change: (configuration: Configuration) => Configuration = (same) => same,
): Synthesized {
  const [synthesized] = templatesOf([change(loadConfiguration(name))]);
  if (!synthesized) throw new Error('one configuration must give one synthesis');
  return synthesized;
}
