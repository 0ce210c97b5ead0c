import type { GeneralClauseName } from './general-clauses.ts';

export type AgreementKind =
  | 'contract'
  | 'nda'
  | 'statement-of-work'
  | 'amendment'
  | 'lease'
  | 'employment-agreement'
  | 'data-processing-agreement';

/** Alternatives for the parts of an agreement that its category decides. */
export interface AgreementWords {
  /** Empty: no title. Some are titles of siblings or of none. */
  readonly titles: readonly string[];
  /** Pairs of roles: the issuer's first. */
  readonly roles: readonly (readonly [string, string])[];
  /** Values as in general clauses, and `{items}`, `{other}`, `{start}`, `{end}`, `{total}`, `{place}`, `{person}`. */
  readonly openings: readonly string[];
  readonly core: readonly CoreClause[];
  /** General clauses that often stand in such an agreement. */
  readonly usual: readonly GeneralClauseName[];
}
export interface CoreClause {
  readonly headings: readonly string[];
  readonly texts: readonly string[];
  readonly clause?: string;
}
