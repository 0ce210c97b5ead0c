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

/** `manual`: only a person can tell; what they must supply stands in `found`. */
export type ClaimStatus = 'pass' | 'fail' | 'manual';
export interface Found {
  readonly status: ClaimStatus;
  readonly found: string;
}
export interface ClaimResult extends Found {
  readonly kind: Claim['kind'];
  readonly says: string;
}

export function pass(found: string): Found {
  return { status: 'pass', found };
}
export function fail(found: string): Found {
  return { status: 'fail', found };
}
export function manual(found: string): Found {
  return { status: 'manual', found };
}
