export type CommerceKind = 'invoice' | 'credit-note' | 'receipt' | 'purchase-order';

/** Alternatives for each part of a commercial document; an empty string leaves the part out. */
export interface CommerceWords {
  readonly titles: readonly string[];
  readonly issuer: readonly string[];
  readonly recipient: readonly string[];
  readonly numbers: readonly string[];
  readonly dates: readonly string[];
  readonly dues: readonly string[];
  readonly order: readonly string[];
  readonly terms: readonly string[];
  readonly columns: readonly (readonly [string, string, string, string])[];
  readonly net: readonly string[];
  readonly tax: readonly string[];
  readonly total: readonly string[];
  /** `{service}`, `{order}`, `{other}` (the invoice that is corrected), `{delivery}`. */
  readonly openings: readonly string[];
  /** `{days}`, `{delivery}`. */
  readonly closings: readonly string[];
  readonly notes: readonly string[];
}
