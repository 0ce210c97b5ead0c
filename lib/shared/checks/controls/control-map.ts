import type { Framework } from '../../../../config/controls/schema.ts';
import type { ControlResult } from './check-controls.ts';
import type { ClaimResult, ClaimStatus, RecordEvidence } from './evidence.ts';

/** One control of the map, as it is printed and exported. */
export interface MappedControl {
  /** Such as `EU AI Act, article 12(1)`. */
  readonly name: string;
  readonly framework: string;
  readonly paragraph: string;
  readonly title: string;
  readonly asks: string;
  readonly status: ClaimStatus;
  readonly claims: readonly ClaimResult[];
}
/** The controls of one environment. */
export interface ProfileMap {
  readonly profile: string;
  /** Where the templates come from, such as `synthesized from this checkout`. */
  readonly templates: string;
  /** Whose records were looked at; null where none were. */
  readonly records: { readonly from: string; readonly entries: number } | null;
  readonly counts: Readonly<Record<ClaimStatus, number>>;
  readonly controls: readonly MappedControl[];
}
/** What `strata audit controls` computes; every format is written from it. */
export interface ControlMap {
  readonly at: string;
  readonly version: string;
  readonly frameworks: readonly Pick<Framework, 'id' | 'name' | 'source' | 'asOf'>[];
  readonly profiles: readonly ProfileMap[];
}

export const STATUSES: readonly ClaimStatus[] = ['held', 'not held', 'manual', 'not applicable'];

/** What each state means, for readers. */
export const MEANINGS: Readonly<Record<ClaimStatus, string>> = {
  held: 'a machine found what is claimed, at the place named',
  'not held': 'a machine found it otherwise',
  manual: 'only a person can tell; what they must supply is said',
  'not applicable': 'not claimed of this profile, for the reason given',
};

export function profileMap(
  profile: string,
  from: { readonly templates: string; readonly records: RecordEvidence | null },
  results: readonly ControlResult[],
): ProfileMap {
  const count = (status: ClaimStatus) => results.filter((one) => one.status === status).length;
  return {
    profile,
    templates: from.templates,
    records: from.records && { from: from.records.from, entries: from.records.entries },
    counts: {
      held: count('held'),
      'not held': count('not held'),
      manual: count('manual'),
      'not applicable': count('not applicable'),
    },
    controls: results.map(({ name, framework, control, status, claims }) => ({
      name,
      framework: framework.id,
      paragraph: control.paragraph,
      title: control.title,
      asks: control.asks,
      status,
      claims,
    })),
  };
}

export function isHeld({ profiles }: Pick<ControlMap, 'profiles'>): boolean {
  return profiles.every(({ counts }) => counts['not held'] === 0);
}
