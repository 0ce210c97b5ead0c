import type { InvoiceParty, InvoiceTerms } from './invoice-terms.ts';
import { addressLines, firstOf, isoDay, textAt } from './invoice-terms.ts';
import type { XmlElement } from './xml-tree.ts';
import { childOf, elementsOf } from './xml-tree.ts';

/** Business terms of a UBL 2 invoice or credit note (CEN/TS 16931-3-2). */
export function ublTerms(root: XmlElement): InvoiceTerms {
  const sums = childOf(root, 'LegalMonetaryTotal');
  const currency = textAt(root, 'DocumentCurrencyCode');
  const totals = elementsOf(root, 'TaxTotal');
  const isOwn = (total: XmlElement): boolean =>
    childOf(total, 'TaxAmount')?.attributes['currencyID'] === currency;
  const taxes = totals.find(isOwn) ?? totals[0] ?? null;
  const lines = elementsOf(root).filter(({ name }) => /^(?:Invoice|CreditNote)Line$/u.test(name));
  return {
    number: textAt(root, 'ID'),
    date: isoDay(textAt(root, 'IssueDate')),
    type: firstOf(textAt(root, 'InvoiceTypeCode'), textAt(root, 'CreditNoteTypeCode')),
    currency,
    dueDate: isoDay(
      firstOf(textAt(root, 'DueDate'), textAt(root, 'PaymentMeans', 'PaymentDueDate')),
    ),
    order: textAt(root, 'OrderReference', 'ID'),
    paymentTerms: textAt(root, 'PaymentTerms', 'Note'),
    seller: partyOf(childOf(root, 'AccountingSupplierParty', 'Party')),
    buyer: partyOf(childOf(root, 'AccountingCustomerParty', 'Party')),
    lines: lines.map((line) => textAt(line, 'LineExtensionAmount')),
    lineTotal: textAt(sums, 'LineExtensionAmount'),
    allowances: textAt(sums, 'AllowanceTotalAmount'),
    charges: textAt(sums, 'ChargeTotalAmount'),
    net: textAt(sums, 'TaxExclusiveAmount'),
    tax: textAt(taxes, 'TaxAmount'),
    taxes: elementsOf(taxes, 'TaxSubtotal').map((part) => textAt(part, 'TaxAmount')),
    total: textAt(sums, 'TaxInclusiveAmount'),
    prepaid: textAt(sums, 'PrepaidAmount'),
    rounding: textAt(sums, 'PayableRoundingAmount'),
    due: textAt(sums, 'PayableAmount'),
  };
}

function partyOf(party: XmlElement | null): InvoiceParty {
  const postal = childOf(party, 'PostalAddress');
  const streets = [
    textAt(postal, 'StreetName'),
    textAt(postal, 'AdditionalStreetName'),
    textAt(postal, 'AddressLine', 'Line'),
  ];
  return {
    name: firstOf(
      textAt(party, 'PartyLegalEntity', 'RegistrationName'),
      textAt(party, 'PartyName', 'Name'),
    ),
    address: addressLines(streets, textAt(postal, 'PostalZone'), textAt(postal, 'CityName')),
  };
}
