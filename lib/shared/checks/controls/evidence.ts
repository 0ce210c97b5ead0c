import type { Claim } from '../../../../config/controls/schema.ts';
import type { Profile } from '../../../../config/schema.ts';
import type { BuiltSteps } from '../../built-steps.ts';
import type { Checked } from '../checked.ts';

/** Records of a run on this machine, or of an environment in the account. */
export interface RecordEvidence {
  /** Such as `the last run of this machine`. */
  readonly from: string;
  readonly entries: number;
  /** What is wrong with the log, a line each. */
  readonly wrong: readonly string[];
  readonly values: Readonly<Partial<Record<string, readonly unknown[]>>>;
}
/** What claims are held against. */
export interface Evidence extends Pick<Checked, 'templates'> {
  readonly profile: Profile;
  readonly steps: BuiltSteps;
  /** The checkout's folder. */
  readonly root: string;
  /** Null where nobody ran anything yet. */
  readonly records: RecordEvidence | null;
}

/** What a claim rests on, where anyone can look. */
export interface Rest {
  readonly kind: 'resource' | 'setting' | 'policies' | 'function' | 'state' | 'test' | 'records';
  /** Such as `strata-dev-governance: AuditLog4F2E (AWS::S3::Bucket)`. */
  readonly at: string;
}

/** `manual`: only a person can tell; what they must supply stands in `found`. */
export type ClaimStatus = 'held' | 'not held' | 'manual' | 'not applicable';
export interface Found {
  readonly status: ClaimStatus;
  /** What was found, what is wrong, what a person must supply, or why it does not apply. */
  readonly found: string;
  readonly rests: readonly Rest[];
}
export interface ClaimResult extends Found {
  readonly kind: Claim['kind'];
  readonly says: string;
}

export function held(found: string, rests: readonly Rest[]): Found {
  return { status: 'held', found, rests };
}
export function notHeld(found: string, rests: readonly Rest[] = []): Found {
  return { status: 'not held', found, rests };
}
export function manual(found: string): Found {
  return { status: 'manual', found, rests: [] };
}
export function notApplicable(found: string): Found {
  return { status: 'not applicable', found, rests: [] };
}
