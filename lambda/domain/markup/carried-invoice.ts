import type { CarriedInvoice } from '../document/document.ts';
import { brokenRules } from './invoice-rules.ts';
import { ciiTerms } from './cii-terms.ts';
import type { InvoiceTerms } from './invoice-terms.ts';
import { ublTerms } from './ubl-terms.ts';
import { isElement, parseXml } from './xml-tree.ts';

/** 1,000 lines of 60 elements, and more than any invoice has. */
const MOST_ELEMENTS = 200_000;
/** UNTDID 1001: credit notes and what EN 16931 treats as such (UBL 2, CreditNoteTypeCode). */
const CREDIT_NOTES: ReadonlySet<string> = new Set([
  '81',
  '83',
  '261',
  '296',
  '308',
  '381',
  '396',
  '532',
]);

/**
 * The values of an e-invoice from its XML, in either syntax of EN 16931, and the calculation rules
 * that they break. No document type is read, no entity expanded.
 * @returns null for a text that is no well-formed e-invoice
 */
export function carriedInvoice(xml: string, maxDepth: number): CarriedInvoice | null {
  const limits = { what: 'an e-invoice', maxDepth, budget: { elements: MOST_ELEMENTS } };
  const root = parseXml(xml.replace(/^[\ufeff\s]+/u, ''), limits);
  if (!isElement(root)) return null;
  const syntax = root.name.startsWith('CrossIndustry') ? 'cii' : 'ubl';
  if (syntax === 'ubl' && !/^(?:Invoice|CreditNote)$/u.test(root.name)) return null;
  const terms = syntax === 'cii' ? ciiTerms(root) : ublTerms(root);
  if (terms.number === '' || terms.total === '') return null;
  const isCredit = root.name === 'CreditNote' || CREDIT_NOTES.has(terms.type);
  return {
    syntax,
    category: isCredit ? 'credit-note' : 'invoice',
    fields: fieldsOf(terms),
    broken: brokenRules(terms),
  };
}

/** Business terms under the names of the taxonomy's fields; those without a value are left out. */
function fieldsOf(terms: InvoiceTerms): Record<string, string> {
  const days = /^\D*(\d{1,3})\D+$/u.exec(terms.paymentTerms)?.[1];
  const named: Readonly<Record<string, string>> = {
    document_number: terms.number,
    document_date: terms.date,
    due_date: terms.dueDate,
    issuer_name: terms.seller.name,
    issuer_address: terms.seller.address.join(', '),
    recipient_name: terms.buyer.name,
    purchase_order_number: terms.order,
    currency: terms.currency,
    tax_amount: decimal(terms.tax),
    total_amount: decimal(terms.total),
    payment_terms: days === undefined || !isDays(terms.paymentTerms) ? '' : `${days} days`,
  };
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== ''));
}

/** BT-20 is free text: only a plain number of days is taken from it. */
function isDays(text: string): boolean {
  return /^(?:net|netto)?\s*\d{1,3}\s*(?:days?|tagen?|jours?)(?:\s*(?:net|netto))?$/iu.test(text);
}

function decimal(written: string): string {
  const number = Number(written);
  return written === '' || !Number.isFinite(number) ? '' : number.toFixed(2);
}
