import { carriedInvoice } from '../../../lambda/domain/markup/carried-invoice.ts';

const MAX_DEPTH = 50;
const UBL = (total: string) => `<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
 xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
 xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
<cbc:ID>A-17</cbc:ID><cbc:IssueDate>2024-05-01</cbc:IssueDate><cbc:DueDate>2024-05-31</cbc:DueDate>
<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
<cac:OrderReference><cbc:ID>PO-9</cbc:ID></cac:OrderReference>
<cac:AccountingSupplierParty><cac:Party><cac:PostalAddress><cbc:StreetName>Lindenweg 4</cbc:StreetName>
<cbc:CityName>Hamburg</cbc:CityName><cbc:PostalZone>20095</cbc:PostalZone></cac:PostalAddress>
<cac:PartyLegalEntity><cbc:RegistrationName>Ahrens GmbH</cbc:RegistrationName></cac:PartyLegalEntity>
</cac:Party></cac:AccountingSupplierParty>
<cac:AccountingCustomerParty><cac:Party><cac:PartyName><cbc:Name>Bolt Ltd</cbc:Name></cac:PartyName>
</cac:Party></cac:AccountingCustomerParty>
<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">19.00</cbc:TaxAmount></cac:TaxTotal>
<cac:LegalMonetaryTotal><cbc:LineExtensionAmount>100.00</cbc:LineExtensionAmount>
<cbc:TaxExclusiveAmount>100.00</cbc:TaxExclusiveAmount>
<cbc:TaxInclusiveAmount>${total}</cbc:TaxInclusiveAmount><cbc:PayableAmount>${total}</cbc:PayableAmount>
</cac:LegalMonetaryTotal></Invoice>`;
const CII = `<rsm:CrossIndustryInvoice
 xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
 xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
 xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
<rsm:ExchangedDocument><ram:ID>G-5</ram:ID><ram:TypeCode>381</ram:TypeCode><ram:IssueDateTime>
<udt:DateTimeString format="102">20240501</udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument>
<rsm:SupplyChainTradeTransaction><ram:ApplicableHeaderTradeAgreement><ram:SellerTradeParty>
<ram:Name>Ahrens GmbH</ram:Name></ram:SellerTradeParty><ram:BuyerTradeParty><ram:Name>Bolt Ltd</ram:Name>
</ram:BuyerTradeParty></ram:ApplicableHeaderTradeAgreement><ram:ApplicableHeaderTradeSettlement>
<ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
<ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:TaxBasisTotalAmount>50</ram:TaxBasisTotalAmount>
<ram:TaxTotalAmount currencyID="EUR">9.5</ram:TaxTotalAmount>
<ram:GrandTotalAmount>59.5</ram:GrandTotalAmount><ram:DuePayableAmount>59.5</ram:DuePayableAmount>
</ram:SpecifiedTradeSettlementHeaderMonetarySummation></ram:ApplicableHeaderTradeSettlement>
</rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>`;

test('a UBL invoice gives its terms under the names of fields', () => {
  expect(carriedInvoice(UBL('119.00'), MAX_DEPTH)).toEqual({
    syntax: 'ubl',
    category: 'invoice',
    broken: [],
    fields: {
      document_number: 'A-17',
      document_date: '2024-05-01',
      due_date: '2024-05-31',
      issuer_name: 'Ahrens GmbH',
      issuer_address: 'Lindenweg 4, 20095 Hamburg',
      recipient_name: 'Bolt Ltd',
      purchase_order_number: 'PO-9',
      currency: 'EUR',
      tax_amount: '19.00',
      total_amount: '119.00',
    },
  });
});

test('a Cross Industry Invoice of type 381 is a credit note', () => {
  const carried = carriedInvoice(CII, MAX_DEPTH);
  expect(carried).toMatchObject({ syntax: 'cii', category: 'credit-note', broken: [] });
  expect(carried?.fields).toMatchObject({ document_date: '2024-05-01', total_amount: '59.50' });
});

test('a total that is not net and tax breaks BR-CO-15', () => {
  expect(carriedInvoice(UBL('120.00'), MAX_DEPTH)?.broken).toEqual(['BR-CO-15']);
});

test.each([
  ['another document', '<Order><ID>1</ID></Order>'],
  ['XML that is cut off', UBL('119.00').slice(0, 400)],
  ['a text', 'Invoice A-17'],
  ['entities', `<!DOCTYPE Invoice [<!ENTITY a "b">]>${UBL('119.00').slice(39)}`],
])('%s carries no invoice', (_, xml) => {
  expect(carriedInvoice(xml, MAX_DEPTH)).toBeNull();
});
