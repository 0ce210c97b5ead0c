import type { Account } from './account.ts';
import { couldNot } from './could-not.ts';
import type { Check, Examined } from './examined.ts';
import { type Finding, findingsOf } from './finding.ts';

const told = findingsOf('account settings');

/** What belongs to the account and region, and whom the profile says that it belongs to. */
export const checkAccountSettings: Check = {
  name: 'account settings',
  async run(examined) {
    const found: Finding[] = [];
    for (const check of [invocationLogging, apiGatewayLogRole]) {
      try {
        found.push(...(await check(examined.account, examined)));
      } catch (error) {
        found.push(couldNot('account settings', error));
      }
    }
    return found;
  },
};

async function invocationLogging(
  account: Account,
  { configuration: { profile }, stacks }: Examined,
): Promise<readonly Finding[]> {
  if (!profile.sides.llmops) return [];
  const current = await account.invocationLogging();
  const what = `Bedrock logs model calls to ${current ?? 'nothing'}`;
  const key = `account.bedrockInvocationLogging in config/${profile.env}.ts`;
  if (profile.account.bedrockInvocationLogging === 'leave') {
    return [told.ok(`${what}; ${profile.env} leaves that as it is`)];
  }
  const ours = stacks.get('infrastructure')?.resources.some((id) => id.includes(LOGGING_ID));
  if (current === null || ours === true) return [told.ok(`${what}; ${profile.env} owns it`)];
  return [
    told.error(
      `${what} already, and ${profile.env} would own that setting: its deployment refuses`,
      `set ${key} to leave, or delete the setting: aws bedrock delete-model-invocation-logging-configuration --region ${profile.region}`,
    ),
  ];
}

/** Construct of `lib/infrastructure/infrastructure-stack.ts` that owns the setting. */
const LOGGING_ID = 'LlmopsInvocationLogging';

async function apiGatewayLogRole(
  account: Account,
  { configuration: { profile } }: Examined,
): Promise<readonly Finding[]> {
  const role = await account.apiGatewayLogRole();
  const what = `API Gateway writes logs as ${role ?? 'nobody'}`;
  const key = `account.apiGatewayLogRole in config/${profile.env}.ts`;
  const isOurs = role?.includes(`strata-${profile.env}-`) === true;
  if (profile.account.apiGatewayLogRole === 'leave') {
    if (role !== null) return [told.ok(`${what}; ${profile.env} leaves that as it is`)];
    const remedy = `set ${key} to own, or give the account a role`;
    return [told.error(`${what}: a stage that logs is refused`, remedy)];
  }
  if (role === null || isOurs) return [told.ok(`${what}; ${profile.env} owns it`)];
  return [
    told.warning(
      `${what}, and ${profile.env} would put its own role there, and take it away when it is deleted`,
      `set ${key} to leave where another environment or product of the account owns it`,
    ),
  ];
}
