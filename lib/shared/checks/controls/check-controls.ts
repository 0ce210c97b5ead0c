import { frameworks } from '../../../../config/controls/frameworks.ts';
import type { Claim, Control, Framework } from '../../../../config/controls/schema.ts';
import type { Finding } from '../checked.ts';
import { checkCapability, checkTest } from './code-claim.ts';
import type { ClaimResult, ClaimStatus, Evidence, Found } from './evidence.ts';
import { manual } from './evidence.ts';
import { checkFlow } from './flow-claim.ts';
import { checkLog, checkRecord } from './record-claim.ts';
import { checkResource, checkRights, checkSetting } from './resource-claim.ts';

export interface ControlResult {
  /** Such as `EU AI Act, article 12(1)`. */
  readonly name: string;
  readonly framework: Framework;
  readonly control: Control;
  /** Not held with its first claim that is not; a person's where any claim is; else as its claims that apply. */
  readonly status: ClaimStatus;
  readonly claims: readonly ClaimResult[];
}

/** Every control held against the evidence. Says nothing of a law being met: people judge that. */
export function checkControls(
  evidence: Evidence,
  held: readonly Framework[] = frameworks,
): readonly ControlResult[] {
  return held.flatMap((framework) =>
    framework.controls.map((control) => {
      const claims = control.claims.map((claim) => checkClaim(claim, evidence));
      const name = `${framework.name}, ${framework.unit} ${control.paragraph}`;
      return { name, framework, control, status: statusOf(claims), claims };
    }),
  );
}

/** One claim held against the evidence. */
export function checkClaim(claim: Claim, evidence: Evidence): ClaimResult {
  const { kind, says } = claim;
  return { kind, says, ...found(claim, evidence) };
}

/** What keeps a build from passing: each claim that is not held with the article that it carries. */
export function failedControls(results: readonly ControlResult[]): readonly Finding[] {
  return results.flatMap(({ name, claims }) =>
    claims.flatMap(({ status, says, found: what }) =>
      status === 'not held' ? [{ where: name, what: `${says}: ${what}` }] : [],
    ),
  );
}

export function statusOf(claims: readonly Pick<ClaimResult, 'status'>[]): ClaimStatus {
  const has = (one: ClaimStatus) => claims.some(({ status }) => status === one);
  if (has('not held')) return 'not held';
  if (has('manual')) return 'manual';
  return has('held') ? 'held' : 'not applicable';
}

function found(claim: Claim, evidence: Evidence): Found {
  switch (claim.kind) {
    case 'resource':
      return checkResource(claim, evidence);
    case 'setting':
      return checkSetting(claim, evidence);
    case 'rights':
      return checkRights(claim, evidence);
    case 'capability':
      return checkCapability(claim, evidence);
    case 'flow':
      return checkFlow(claim, evidence);
    case 'test':
      return checkTest(claim, evidence);
    case 'record':
      return checkRecord(claim, evidence);
    case 'log':
      return checkLog(evidence);
    case 'person':
      return manual(claim.says);
  }
}
