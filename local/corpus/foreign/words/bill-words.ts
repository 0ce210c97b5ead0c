/**
 * What commercial papers of the stress set say, alternatives divided by `|`. Wordings that the
 * training generator does not have, where a language offers others: business terms of EN 16931-1
 * as national guides paraphrase them (XRechnung, Factur-X, FatturaPA, Peppol BIS Billing 3.0),
 * abbreviations of common practice.
 */
export interface BillWords {
  readonly invoice: string;
  readonly credit: string;
  readonly order: string;
  readonly receipt: string;
  readonly number: string;
  readonly date: string;
  readonly due: string;
  readonly orderRef: string;
  readonly customer: string;
  readonly supply: string;
  readonly original: string;
  readonly from: string;
  readonly to: string;
  readonly item: string;
  readonly qty: string;
  readonly price: string;
  readonly amount: string;
  readonly rate: string;
  readonly net: string;
  readonly tax: string;
  readonly total: string;
  /** `{days}` */
  readonly terms: string;
  /** `{date}` */
  readonly payBy: string;
  readonly intro: string;
  readonly creditIntro: string;
  readonly orderIntro: string;
  readonly bank: string;
  readonly vat: string;
  readonly register: string;
  readonly clerk: string;
  readonly page: string;
  readonly cash: string;
  readonly back: string;
  readonly card: string;
  readonly thanks: string;
  readonly goods: string;
}
