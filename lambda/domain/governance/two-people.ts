import type { Identity, ModelPackage } from '../../deployment-ports.ts';
import { AccessError } from '../../errors.ts';

/**
 * Nobody approves what they trained: neither who started the training nor who registered the package
 * may be who approved it. Who is not known may be anybody.
 * @throws AccessError
 */
export function requireTwoPeople(found: ModelPackage): void {
  const { version, creator, starter, approver } = found;
  if (!creator || !starter || !approver) {
    const unknown = !starter
      ? 'who started the training of'
      : !creator
        ? 'who registered'
        : 'who approved';
    throw new AccessError(
      `it must be known ${unknown} model ${version} while approvals.people is 2; let a person start ` +
        "the pipeline (CloudTrail's history has it for 90 days) and another one approve the package",
    );
  }
  const makers = [
    ['started its training', starter],
    // The pipeline's role registers packages; a person who did it by hand counts like who trained.
    ['registered it', isService(creator) && creator.arn !== approver.arn ? null : creator],
  ] as const;
  for (const [did, maker] of makers) {
    if (!maker || !mayBeOne(maker, approver)) continue;
    throw new AccessError(
      `model ${version} was approved by ${approver.arn}, and ${maker.arn} ${did}: nothing tells that ` +
        'they are two people; approvals.people is 2: reject it and let another person approve it',
    );
  }
}

/** SageMaker names its sessions of a role after itself. */
function isService(one: Identity): boolean {
  return nameOf(one) === 'sagemaker';
}

/**
 * A source identity names the person behind a role. Without it two sessions are of two people only
 * where nothing about them is alike: not the principal, and not the session's or the user's name.
 */
function mayBeOne(one: Identity, other: Identity): boolean {
  if (one.sourceIdentity !== null && other.sourceIdentity !== null) {
    return one.sourceIdentity === other.sourceIdentity;
  }
  return (
    one.arn === other.arn ||
    (one.principalId !== null && one.principalId === other.principalId) ||
    nameOf(one) === nameOf(other)
  );
}

/** `…:assumed-role/Admin/ada` and `…:user/ada` → `ada`. */
function nameOf({ arn }: Identity): string {
  return (arn.split('/').at(-1) ?? arn).toLowerCase();
}
