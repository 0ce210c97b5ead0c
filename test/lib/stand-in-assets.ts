import type { Assets } from '../../lib/shared/assets.ts';

/** One small folder stands in for every bundle: templates do not depend on what is in it. */
export const standInAssets: Assets = {
  functionBundle: () => 'test/fixtures/assets',
  console: () => 'test/fixtures/assets',
  seedModel: () => 'test/fixtures/assets',
};
