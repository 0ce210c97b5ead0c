import type { DeployedStack } from './account.ts';
import type { Check } from './examined.ts';
import { type Finding, findingsOf } from './finding.ts';

/** What is deployed already can be deployed again. */
export const checkStacks: Check = {
  name: 'stacks',
  async run({ stacks, configuration: { profile } }) {
    if (stacks.size === 0) return [findingsOf('stacks').ok('nothing of it is deployed yet')];
    return [...stacks].map(([layer, stack]) => judge(`strata-${profile.env}-${layer}`, stack));
  },
};

/** CloudFormation user guide, "Stack status codes". */
function judge(name: string, { status }: DeployedStack): Finding {
  const told = findingsOf('stacks');
  if (status === 'UPDATE_ROLLBACK_FAILED') {
    const remedy = `aws cloudformation continue-update-rollback --stack-name ${name}`;
    return told.error(`${name} could not be rolled back`, remedy);
  }
  if (status === 'ROLLBACK_COMPLETE' || status.endsWith('_FAILED')) {
    return told.error(
      `${name} is ${status}: it cannot be updated`,
      `read why (aws cloudformation describe-stack-events --stack-name ${name}), then: aws cloudformation delete-stack --stack-name ${name}`,
    );
  }
  if (status.endsWith('_IN_PROGRESS') && status !== 'REVIEW_IN_PROGRESS') {
    return told.error(`${name} is ${status}`, 'wait until it has ended');
  }
  return told.ok(`${name} is ${status}`);
}
