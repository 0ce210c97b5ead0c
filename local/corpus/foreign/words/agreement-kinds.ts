/** What agreements of the stress set are about; the languages that they are written in. */
export type AgreementKind =
  | 'contract'
  | 'nda'
  | 'statement-of-work'
  | 'amendment'
  | 'lease'
  | 'employment-agreement'
  | 'data-processing-agreement';
export type AgreementLanguage = 'en' | 'de' | 'fr';

/** One kind in one language. `{…}`: see `agreements.ts`. */
export interface AgreementWording {
  /** Alternatives divided by `|`. */
  readonly titles: string;
  readonly roles: readonly [first: string, second: string];
  readonly sentences: readonly string[];
}

/** Clauses that any agreement may end with, and its frame. */
export interface FrameWording {
  readonly between: string;
  readonly and: string;
  readonly date: string;
  readonly number: string;
  readonly start: string;
  readonly end: string;
  readonly law: string;
  readonly notice: string;
  readonly place: string;
  readonly salutation: string;
  readonly signed: string;
  readonly common: readonly string[];
}
