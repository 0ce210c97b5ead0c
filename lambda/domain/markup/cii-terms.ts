import type { InvoiceParty, InvoiceTerms } from './invoice-terms.ts';
import { addressLines, firstOf, isoDay, textAt } from './invoice-terms.ts';
import type { XmlElement } from './xml-tree.ts';
import { childOf, elementsOf, textContent } from './xml-tree.ts';

/** Business terms of a Cross Industry Invoice (CEN/TS 16931-3-3), or of its forerunner of ZUGFeRD 1. */
export function ciiTerms(root: XmlElement): InvoiceTerms {
  const head = endingIn(root, 'ExchangedDocument');
  const trade = endingIn(root, 'SupplyChainTradeTransaction');
  const agreement = endingIn(trade, 'TradeAgreement');
  const settlement = endingIn(trade, 'TradeSettlement');
  const sums = endingIn(settlement, 'MonetarySummation');
  const terms = childOf(settlement, 'SpecifiedTradePaymentTerms');
  const currency = textAt(settlement, 'InvoiceCurrencyCode');
  const order = childOf(agreement, 'BuyerOrderReferencedDocument');
  return {
    number: textAt(head, 'ID'),
    date: isoDay(textAt(head, 'IssueDateTime')),
    type: textAt(head, 'TypeCode'),
    currency,
    dueDate: isoDay(textAt(terms, 'DueDateDateTime')),
    order: firstOf(textAt(order, 'IssuerAssignedID'), textAt(order, 'ID')),
    paymentTerms: textAt(terms, 'Description'),
    seller: partyOf(childOf(agreement, 'SellerTradeParty')),
    buyer: partyOf(childOf(agreement, 'BuyerTradeParty')),
    lines: elementsOf(trade, 'IncludedSupplyChainTradeLineItem').map((line) =>
      textAt(endingIn(endingIn(line, 'TradeSettlement'), 'MonetarySummation'), 'LineTotalAmount'),
    ),
    lineTotal: textAt(sums, 'LineTotalAmount'),
    allowances: textAt(sums, 'AllowanceTotalAmount'),
    charges: textAt(sums, 'ChargeTotalAmount'),
    net: textAt(sums, 'TaxBasisTotalAmount'),
    tax: taxIn(elementsOf(sums, 'TaxTotalAmount'), currency),
    taxes: elementsOf(settlement, 'ApplicableTradeTax').map((tax) =>
      textAt(tax, 'CalculatedAmount'),
    ),
    total: textAt(sums, 'GrandTotalAmount'),
    prepaid: textAt(sums, 'TotalPrepaidAmount'),
    rounding: textAt(sums, 'RoundingAmount'),
    due: textAt(sums, 'DuePayableAmount'),
  };
}

/** Versions put `Header`, `Applicable`, `Specified` or nothing before the same names. */
function endingIn(parent: XmlElement | null, name: string): XmlElement | null {
  return elementsOf(parent).find((element) => element.name.endsWith(name)) ?? null;
}

/** BT-110 is the one in the invoice's currency; another may be in the currency of accounting. */
function taxIn(taxes: readonly XmlElement[], currency: string): string {
  const own = taxes.find(({ attributes }) => attributes['currencyID'] === currency) ?? taxes[0];
  return textContent(own).trim();
}

function partyOf(party: XmlElement | null): InvoiceParty {
  const postal = childOf(party, 'PostalTradeAddress');
  const streets = ['LineOne', 'LineTwo', 'LineThree'].map((name) => textAt(postal, name));
  return {
    name: textAt(party, 'Name'),
    address: addressLines(streets, textAt(postal, 'PostcodeCode'), textAt(postal, 'CityName')),
  };
}
