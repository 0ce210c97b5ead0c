import { Stack, Validations } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';

/**
 * Accepts findings of checks on one resource, each for a reason written for an auditor.
 * One rule and its reason, or several as `{ rule: reason }`.
 */
export function acknowledge(
  resource: IConstruct,
  findings: string | Readonly<Record<string, string>>,
  reason = '',
): void {
  const reasons = typeof findings === 'string' ? { [findings]: reason } : findings;
  for (const [id, why] of Object.entries(reasons)) {
    Validations.of(resource).acknowledge({ id, reason: why });
  }
}

/**
 * Accepts exactly these resource patterns in one policy, and no other that may come later.
 * @param patterns ARNs with a `*`, as they stand in the policy
 */
export function acknowledgePatterns(
  policy: IConstruct,
  patterns: readonly string[],
  reason: string,
): void {
  for (const pattern of patterns) {
    acknowledge(policy, `AwsSolutions-IAM5[Resource::${flat(policy, pattern)}]`, reason);
  }
}

/** The text by which cdk-nag names an ARN: `<LogicalId.Arn>/*`, `arn:aws:…:<AWS::AccountId>:…`. */
function flat(scope: IConstruct, arn: string): string {
  return visit(Stack.of(scope).resolve(arn));
}

function visit(node: unknown): string {
  if (typeof node === 'string') return node;
  if (typeof node !== 'object' || node === null) return '';
  const [[name, value] = ['', undefined]] = Object.entries(node);
  if (name === 'Ref') return `<${String(value)}>`;
  if (name === 'Fn::GetAtt' && Array.isArray(value)) return `<${value.map(visit).join('.')}>`;
  if (name === 'Fn::Join' && Array.isArray(value)) {
    const [delimiter, items] = value;
    return Array.isArray(items) ? items.map(visit).join(String(delimiter)) : '';
  }
  return JSON.stringify(node);
}
