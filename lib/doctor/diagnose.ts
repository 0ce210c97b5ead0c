import type { Configuration } from '../../config/load-profile.ts';
import type { Checked } from '../shared/checks/checked.ts';
import type { Account, Caller, DeployedStack } from './account.ts';
import type { BootstrapNeed } from './bootstrap-need.ts';
import { checkAccountSettings } from './check-account-settings.ts';
import { checkAlarms } from './check-alarms.ts';
import { checkBootstrap } from './check-bootstrap.ts';
import { checkCostTags } from './check-cost-tags.ts';
import { checkLeftOvers } from './check-left-overs.ts';
import { checkModels } from './check-models.ts';
import { checkQuotas } from './check-quotas.ts';
import { checkStacks } from './check-stacks.ts';
import { couldNot } from './could-not.ts';
import type { Check, Examined } from './examined.ts';
import { type Finding, findingsOf } from './finding.ts';

const CHECKS: readonly Check[] = [
  checkBootstrap,
  checkStacks,
  checkLeftOvers,
  checkModels,
  checkQuotas,
  checkAccountSettings,
  checkCostTags,
  checkAlarms,
];

export interface Diagnosis {
  /** Null where nobody is signed in. */
  readonly account: string | null;
  readonly findings: readonly Finding[];
}

/**
 * Looks at an account before an environment is deployed to it. A right that is missing, or a
 * service that does not answer, is a finding: everything else is looked at all the same.
 */
export async function diagnose(given: {
  readonly configuration: Configuration;
  readonly checked: Pick<Checked, 'profile' | 'templates'>;
  readonly bootstrap: BootstrapNeed;
  readonly account: Account;
  readonly callModels?: boolean;
}): Promise<Diagnosis> {
  const { account, checked } = given;
  const credentials = findingsOf('credentials');
  let caller: Caller;
  try {
    caller = await account.caller();
  } catch (error) {
    return { account: null, findings: [credentials.error(messageOf(error), SIGN_IN)] };
  }
  const { findings: unreadable, stacks } = await readStacks(account, checked);
  const examined: Examined = { callModels: false, ...given, caller, stacks };
  const found = [...checkCaller(examined), ...unreadable];
  for (const check of CHECKS) found.push(...(await looked(check, examined)));
  return { account: caller.account, findings: found };
}

const SIGN_IN =
  'sign in to the account that you deploy to: aws configure, or aws sso login with AWS_PROFILE';

async function looked({ name, run }: Check, examined: Examined): Promise<readonly Finding[]> {
  try {
    return await run(examined);
  } catch (error) {
    return [couldNot(name, error)];
  }
}

function checkCaller({ caller, configuration }: Examined): readonly Finding[] {
  const told = findingsOf('credentials');
  const { region } = configuration.profile;
  const partition = caller.arn.split(':')[1] ?? '';
  const found = [told.ok(`${caller.arn} in ${region}`)];
  if (partition !== partitionOf(region)) {
    found.push(
      told.error(
        `the credentials are of the partition ${partition}, the region ${region} is of ${partitionOf(region)}`,
        `change region in config/${configuration.profile.env}.ts, or sign in to an account of ${partitionOf(region)}`,
      ),
    );
  }
  if (caller.arn.endsWith(':root')) {
    found.push(
      told.warning(
        'these are credentials of the account’s root user',
        'sign in as a role or a person of IAM Identity Center: the two-person rule and the audit log tell people apart',
      ),
    );
  }
  return found;
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

/** The environment's stacks that are there already. */
async function readStacks(account: Account, { profile, templates }: Examined['checked']) {
  const stacks = new Map<string, DeployedStack>();
  const findings: Finding[] = [];
  for (const layer of Object.keys(templates)) {
    try {
      const stack = await account.stack(`strata-${profile.env}-${layer}`);
      if (stack !== null) stacks.set(layer, stack);
    } catch (error) {
      return { stacks, findings: [couldNot('stacks', error)] };
    }
  }
  return { stacks, findings };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
