import type { Check } from './examined.ts';
import { findingsOf } from './finding.ts';

/** The account and region have been bootstrapped for this version of the CDK. */
export const checkBootstrap: Check = {
  name: 'bootstrap',
  async run({ account, bootstrap, caller, configuration }) {
    const told = findingsOf('bootstrap');
    const command = `npx cdk bootstrap aws://${caller.account}/${configuration.profile.region}`;
    const version = await account.bootstrapVersion(bootstrap.parameter);
    if (version === null) {
      return [told.error('the account and region are not bootstrapped', `run: ${command}`)];
    }
    if (!(version >= bootstrap.version)) {
      const what = `the bootstrap has version ${version}, the stacks need ${bootstrap.version}`;
      return [told.error(what, `run again: ${command}`)];
    }
    return [told.ok(`version ${version}, ${bootstrap.version} is needed`)];
  },
};
