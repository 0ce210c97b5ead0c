import type { Assets } from '../../lib/shared/assets.ts';
import { BuiltSteps } from '../../lib/shared/built-steps.ts';

/** One small folder stands in for every bundle: templates do not depend on what is in it. */
export const standInAssets: Assets = {
  steps: new BuiltSteps('dist'),
  functionBundle: () => 'test/fixtures/assets',
  console: () => 'test/fixtures/assets',
  seedModel: () => 'test/fixtures/assets',
};
