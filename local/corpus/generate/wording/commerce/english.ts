import type { CommerceWords } from './words.ts';

/**
 * Siblings share titles, labels and notes on purpose: an invoice speaks of orders, credits and
 * receipts, a receipt may be headed "Tax Invoice", so that no word alone tells them apart.
 */
export const english: CommerceWords = {
  titles: {
    invoice:
      'Invoice|Tax Invoice|Commercial Invoice|Sales Invoice|Bill|Statement of Charges|Prepayment Invoice|Hire Invoice|Self-billed Invoice|Proforma Invoice',
    'credit-note': 'Credit Note|Credit Memo|Corrected Invoice|Credit Advice|Adjustment Note',
    receipt: 'Receipt|Tax Invoice|Cash Receipt|Cash Bill|Sales Slip|Simplified Tax Invoice|Invoice',
    'purchase-order': 'Purchase Order|Order|Order Form|Supply Order|Requisition',
  },
  numbers: {
    invoice: 'Invoice number|Invoice no.|Invoice #|Document no.|Bill no.|Number',
    'credit-note': 'Credit note number|Credit note no.|Credit no.|Document no.|Number',
    receipt: 'Receipt no.|Receipt #|Bill no.|Invoice no|Trans. no.|Doc No',
    'purchase-order': 'PO number|Order number|Order no.|Purchase order no.|Number',
  },
  mark: 'No.|no.|#|',
  dates: 'Date|Issue date|Date of issue|Document date|Issued',
  of: 'of|dated|/',
  dues: 'Due date|Payment due|Payable by|Pay by|Due',
  supply: 'Delivery date|Tax point|Date of supply|Service period',
  order: 'Your order|PO number|Purchase order|Order ref.|Buyer reference',
  customer: 'Customer no.|Account|Customer ID|Client no.',
  original: 'Original invoice|Invoice reference|Credit for invoice|Preceding invoice',
  terms: 'Payment terms|Terms|Terms of payment',
  termsText: '{days} days|{days} days net|net {days} days|within {days} days',
  seller: 'Seller|From|Issued by|Supplier|Company',
  buyer: 'Bill to|To|Buyer|Customer|Invoice to|Client',
  shipTo: 'Ship to|Deliver to|Delivery address',
  item: 'Description|Item|Article|Product|Service',
  quantity: 'Qty|Quantity|Units',
  unit: 'pcs|ea|h|kg|C62',
  price: 'Unit price|Price|Rate|Each',
  rate: 'VAT %|Tax rate|VAT rate',
  amount: 'Amount|Line total|Net amount|Total',
  net: 'Subtotal|Net amount|Total excl. VAT|Total without VAT|Taxable amount|Sum of lines',
  tax: 'VAT|Tax|Total VAT|Sales tax|Tax amount|GST',
  total: 'Total|Grand total|Total incl. VAT|Invoice total|Total amount|Total with VAT|Gross amount',
  due: 'Amount due|Balance due|Amount payable|Please pay|Total due',
  prepaid: 'Paid amount|Deposit paid|Already paid|Less prepayment',
  taxNumber: 'VAT no.|VAT ID|Tax number|GST Reg No',
  phone: 'Phone|Tel|Telephone',
  bank: 'Bank details|Bank|Account',
  currency: 'Currency|Invoice currency',
  page: 'Page',
  openings: {
    invoice:
      'We charge you for the following {service} delivered under order {order}.|For {service} in the past period we bill as follows.|Thank you for your order. The amounts below are now payable.|Please find our charges for {service} below.||',
    'credit-note':
      'We correct invoice {other} in your favour for returned {service} items.|The following is credited to your account against invoice {other}.|As agreed we cancel these positions of invoice {other}.|We refund the items below, which were invoiced under {other}.',
    receipt: 'Paid with thanks.|We have received your payment for the items below.|||',
    'purchase-order':
      'Please supply the following {service} by {delivery}.|We order on the terms of our last agreement, delivery by {delivery}:|Kindly confirm this order and deliver by {delivery}.|',
  },
  closings: {
    invoice:
      'Please transfer the total to the account below within {days} days.|Payment is requested within {days} days without deduction.|Kindly settle the balance; a receipt follows on payment.|Late payment carries interest. No credit has been applied so far.|',
    'credit-note':
      'The amount will be set off against your next invoice.|We pay the credit out to your account within {days} days.|No payment is due.|',
    receipt:
      'Paid by card. Please keep this receipt.|Received in cash with thanks.|Goods sold are exchangeable within 7 days with this invoice.|',
    'purchase-order':
      'Invoice us at the address above and quote our order number.|We pay within {days} days of your invoice.|Please confirm price and date of delivery.|',
  },
  notes:
    'Please quote the reference above in all correspondence.|Questions about this document go to our accounts department.|Goods remain our property until the invoice is paid in full.|Returns are accepted within 14 days with the receipt and the original packaging.|An order, invoice, receipt or credit note is valid without signature.|Our general terms and conditions apply to every order and every invoice.|A credit balance can be set off against the next invoice or paid out.|Prices follow the purchase order unless this document says otherwise.|Any payment that has been received is shown on the next statement.|Reverse charge: the customer accounts for VAT.',
  cash: 'Cash|Cash tendered|Tendered|Paid cash',
  change: 'Change|Change due|Your change',
  card: 'Card|Visa|Mastercard|Debit card',
  items: 'Items sold|No. of items|Total qty',
  cashier: 'Cashier|Served by|Till|Counter',
  thanks: 'Thank you, please come again|Thank you for shopping with us|Thank you',
  rounding: 'Rounding|Rounding adjustment|Round d amt',
  goods:
    'Conveyor module|Sensor kit|Installation day|Spare belt|Support hours|Platform licence|On-site visit|Filter set|Cleaning material|Sample analysis|Desk lamp|Printer toner|Paper box|Office chair|Vehicle day|Tyre change|Server month|Backup storage|Milk 1L|Bread|Coffee beans|Hammer|Screws 4x40|Paint white 5L|Lunch menu|Mineral water|Notebook A5|Cable 3m|Batteries AA|Umbrella',
};
