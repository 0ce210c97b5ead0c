export type CommerceKind = 'invoice' | 'credit-note' | 'receipt' | 'purchase-order';

/** Alternatives by kind of paper: `usual|other|other`. */
type ByKind = Readonly<Record<CommerceKind, string>>;

/**
 * What one language's commercial papers say, alternatives divided by `|`; an empty one leaves the
 * part out. Labels are the business terms of EN 16931-1 in the words of its national editions and
 * what Directive 2006/112/EC (articles 226, 226b) calls them in its language versions; titles the
 * names of UNTDID 1001 (codes 220, 380, 381, 384, 386, 387, 389) and of sales slips; till words
 * those of Directive (EU) 2015/2366 and Regulation (EC) 1103/97.
 */
export interface CommerceWords {
  readonly titles: ByKind;
  /** Labels of the paper's own number. */
  readonly numbers: ByKind;
  /** `Nr.`: after a title. */
  readonly mark: string;
  readonly dates: string;
  /** `of`: between number and date in a title. */
  readonly of: string;
  readonly dues: string;
  readonly supply: string;
  readonly order: string;
  readonly customer: string;
  readonly original: string;
  readonly terms: string;
  /** `{days}`. */
  readonly termsText: string;
  readonly seller: string;
  readonly buyer: string;
  readonly shipTo: string;
  readonly item: string;
  readonly quantity: string;
  readonly unit: string;
  readonly price: string;
  readonly rate: string;
  readonly amount: string;
  readonly net: string;
  readonly tax: string;
  readonly total: string;
  readonly due: string;
  readonly prepaid: string;
  readonly taxNumber: string;
  readonly phone: string;
  readonly bank: string;
  readonly currency: string;
  readonly page: string;
  /** `{service}`, `{order}`, `{other}` (an invoice), `{delivery}`, `{days}`. */
  readonly openings: ByKind;
  readonly closings: ByKind;
  readonly notes: string;
  readonly cash: string;
  readonly change: string;
  readonly card: string;
  readonly items: string;
  readonly cashier: string;
  readonly thanks: string;
  readonly rounding: string;
  readonly goods: string;
}
