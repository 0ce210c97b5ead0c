import type { Stage } from 'aws-cdk-lib/core';
import { ConfigurationError } from '../../lambda/errors.ts';

/** What the stacks want of `cdk bootstrap`, as their manifest says. */
export interface BootstrapNeed {
  readonly version: number;
  /** Where the bootstrap's version is kept in the account. */
  readonly parameter: string;
}

export function bootstrapNeed(platform: Stage): BootstrapNeed {
  const [stack] = platform.synth().stacks;
  const { requiresBootstrapStackVersion: version, bootstrapStackVersionSsmParameter: parameter } =
    stack ?? {};
  if (version === undefined || parameter === undefined) {
    throw new ConfigurationError(
      `${platform.stageName} must be deployed through a bootstrap, its manifest names none`,
    );
  }
  return { version, parameter };
}
