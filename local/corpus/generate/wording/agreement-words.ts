import type { Language } from '../lands.ts';
import type { GeneralClause, GeneralClauseName } from './general-clauses.ts';

export type AgreementKind =
  | 'contract'
  | 'nda'
  | 'statement-of-work'
  | 'amendment'
  | 'lease'
  | 'employment-agreement'
  | 'data-processing-agreement';

/**
 * Alternatives for the parts of an agreement that its category decides. Texts may use `{A}` and
 * `{B}` (the roles), `{service}`, `{items}`, `{other}` (an earlier agreement), `{start}`, `{end}`,
 * `{total}`, `{place}`, `{person}`, `{cap}`, `{years}` and those of general clauses.
 */
export interface AgreementWords {
  /** Empty: no title. Some are titles of siblings or of none. */
  readonly titles: readonly string[];
  /** Pairs of roles: the issuer's first. */
  readonly roles: readonly (readonly [string, string])[];
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

/** `{A}`, `{B}`: roles; `{issuer}`, `{recipient}`: names with addresses; `{date}`, `{from}`, `{until}`. */
export interface PreambleWords {
  readonly numbers: readonly string[];
  readonly date: string;
  readonly prose: readonly string[];
  readonly from: readonly string[];
  readonly fromUntil: readonly string[];
  readonly signed: string;
}

/** `{company}`, `{service}`, `{items}`, `{standard}`. */
export interface CertificateWords {
  readonly titles: readonly string[];
  readonly bodies: readonly string[];
  readonly notes: readonly string[];
  readonly numbers: readonly string[];
  readonly dates: readonly string[];
  readonly from: readonly string[];
  readonly until: readonly string[];
  readonly auditor: string;
}

/** All that one language needs for agreements and certificates. */
export interface AgreementPack {
  /** Before the number of a section. */
  readonly article: string;
  readonly language: Language;
  readonly agreements: Readonly<Record<AgreementKind, AgreementWords>>;
  readonly clauses: Readonly<Partial<Record<GeneralClauseName, GeneralClause>>>;
  readonly breach: CoreClause;
  /** Sentences that lengthen any section; the same stock for all categories. */
  readonly details: readonly string[];
  readonly preamble: PreambleWords;
  readonly certificate: CertificateWords;
  /** How law is printed where it is not the deal's own; null: the deal's. */
  readonly law: { readonly phrase: string; readonly name: string } | null;
}
