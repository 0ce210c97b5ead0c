import type { XmlElement } from './xml-tree.ts';
import { childOf, textContent } from './xml-tree.ts';

export interface InvoiceParty {
  readonly name: string;
  /** Street lines, then postcode and town. */
  readonly address: readonly string[];
}

/** Business terms of EN 16931-1 by what they are; an empty string where the invoice has none. */
export interface InvoiceTerms {
  /** BT-1 */
  readonly number: string;
  /** BT-2, ISO 8601 */
  readonly date: string;
  /** BT-3, UNTDID 1001 */
  readonly type: string;
  /** BT-5 */
  readonly currency: string;
  /** BT-9, ISO 8601 */
  readonly dueDate: string;
  /** BT-13 */
  readonly order: string;
  /** BT-20 */
  readonly paymentTerms: string;
  /** BG-4 */
  readonly seller: InvoiceParty;
  /** BG-7 */
  readonly buyer: InvoiceParty;
  /** BT-131 of each line */
  readonly lines: readonly string[];
  /** BT-106 */
  readonly lineTotal: string;
  /** BT-107 */
  readonly allowances: string;
  /** BT-108 */
  readonly charges: string;
  /** BT-109 */
  readonly net: string;
  /** BT-110 */
  readonly tax: string;
  /** BT-117 of each rate */
  readonly taxes: readonly string[];
  /** BT-112 */
  readonly total: string;
  /** BT-113 */
  readonly prepaid: string;
  /** BT-114 */
  readonly rounding: string;
  /** BT-115 */
  readonly due: string;
}

/** Text at the end of a path of children, in single blanks. */
export function textAt(parent: XmlElement | null, ...path: readonly string[]): string {
  return textContent(childOf(parent, ...path))
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** `20240531` (UNTDID 2379, format 102) and `2024-05-31` as ISO 8601; else nothing. */
export function isoDay(written: string): string {
  const parts = /^(\d{4})-?(\d{2})-?(\d{2})/u.exec(written);
  return parts === null ? '' : parts.slice(1, 4).join('-');
}

/** The first that says something. */
export function firstOf(...texts: readonly string[]): string {
  return texts.find((text) => text !== '') ?? '';
}

/** Lines of an address without empty ones, postcode before town. */
export function addressLines(
  streets: readonly string[],
  postcode: string,
  town: string,
): readonly string[] {
  return [...streets, `${postcode} ${town}`.trim()].filter((line) => line !== '');
}
