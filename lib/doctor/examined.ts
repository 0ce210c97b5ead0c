import type { Configuration } from '../../config/load-profile.ts';
import type { Checked } from '../shared/checks/checked.ts';
import type { Account, Caller, DeployedStack } from './account.ts';
import type { BootstrapNeed } from './bootstrap-need.ts';
import type { Finding } from './finding.ts';

/** An environment as it would be deployed, and the account that it would be deployed to. */
export interface Examined {
  readonly configuration: Configuration;
  readonly checked: Pick<Checked, 'profile' | 'templates'>;
  readonly bootstrap: BootstrapNeed;
  readonly account: Account;
  /** Also call each model once. */
  readonly callModels: boolean;
  readonly caller: Caller;
  /** The environment's stacks that are there already, by layer. */
  readonly stacks: ReadonlyMap<string, DeployedStack>;
}

/** One thing that is looked at. It may throw: `diagnose` says what could not be checked. */
export interface Check {
  readonly name: string;
  readonly run: (examined: Examined) => Promise<readonly Finding[]>;
}
