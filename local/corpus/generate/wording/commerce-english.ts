import type { CommerceKind, CommerceWords } from './commerce-words.ts';

/**
 * Siblings share titles, labels and notes on purpose: an invoice speaks of orders, credits and
 * receipts, a receipt may be headed "Invoice", so that no word alone tells them apart.
 */
const issuer = ['From', 'Issued by', 'Company', 'Seller'];
const recipient = ['To', 'Bill to', 'Customer', 'Account', 'For the attention of'];
const total = ['Total', 'Grand total', 'Total amount', 'Amount incl. tax', 'Gross total'];
const tax = ['Tax', 'VAT', 'Sales tax', 'Tax amount'];
const net = ['Subtotal', 'Net amount', 'Total excl. tax'];
const dates = ['Date', 'Document date', 'Issued', 'Issue date'];
const order = ['Your order', 'PO number', 'Purchase order', 'Order ref.', 'PO'];
const terms = ['Payment terms', 'Terms', 'Terms of payment'];
const columns = [
  ['Description', 'Qty', 'Unit price', 'Amount'],
  ['Item', 'Quantity', 'Price', 'Line total'],
  ['Article', 'Units', 'Each', 'Sum'],
] as const;
const shared = { issuer, recipient, total, tax, net, dates, order, terms, columns };
const commonNotes = [
  'Please quote the reference above in all correspondence.',
  'Questions about this document go to our accounts department.',
  'Goods remain our property until the invoice is paid in full.',
  'Returns are accepted within 14 days with the receipt and the original packaging.',
  'An order, invoice, receipt or credit note is valid without signature.',
  'Our general terms and conditions apply to every order and every invoice.',
  'A credit balance can be set off against the next invoice or paid out.',
  'Prices follow the purchase order unless this document says otherwise.',
  'Any payment that has been received is shown on the next statement.',
];

export const commerceEnglish: Readonly<Record<CommerceKind, CommerceWords>> = {
  invoice: {
    ...shared,
    titles: ['Invoice', 'Tax Invoice', 'Bill', 'Statement of Charges', 'Account Statement', ''],
    numbers: ['Invoice no.', 'Number', 'Reference', 'Document no.', 'Bill no.'],
    dues: ['Due date', 'Payable by', 'Pay by', 'Due'],
    openings: [
      'We charge you for the following {service} delivered under order {order}.',
      'For {service} in the past period we bill as follows.',
      'Thank you for your order. The amounts below are now payable.',
      'Please find our charges for {service} below.',
    ],
    closings: [
      'Please transfer the total to the account below within {days} days.',
      'Payment is requested within {days} days without deduction.',
      'Kindly settle the balance; a receipt follows on payment.',
      'Late payment carries interest. No credit has been applied so far.',
      '',
    ],
    notes: commonNotes,
  },
  'credit-note': {
    ...shared,
    titles: ['Credit Note', 'Credit Memo', 'Adjustment', 'Invoice Correction', 'Statement', ''],
    numbers: ['Credit no.', 'Number', 'Reference', 'Document no.', 'Correction no.'],
    dues: [],
    openings: [
      'We correct invoice {other} in your favour for returned {service} items.',
      'Invoice {other} was charged too high. The difference below is returned to you.',
      'The following positions of invoice {other} are cancelled.',
      'After your complaint of last month we take back the charges below (invoice {other}).',
    ],
    closings: [
      'The total reduces your open balance; please do not pay it.',
      'We will refund the total to your account within {days} days.',
      'You may set the amount off against your next invoice.',
      'The amount has been posted in your favour.',
    ],
    notes: commonNotes,
  },
  receipt: {
    ...shared,
    titles: ['Receipt', 'Payment Confirmation', 'Sales Slip', 'Invoice', 'Cash Sale', ''],
    numbers: ['Receipt no.', 'Number', 'Reference', 'Slip', 'Transaction'],
    dues: [],
    openings: [
      'Thank you for shopping with us.',
      'We confirm that the following has been settled.',
      'Paid in full with thanks.',
      '',
    ],
    closings: [
      'Paid by card, change 0.00.',
      'Received in cash. Please keep this slip for returns.',
      'Your payment by bank transfer has reached us; nothing remains due on this invoice.',
      'Settled by debit card on the day of purchase.',
      'Balance due: nil.',
    ],
    notes: commonNotes,
  },
  'purchase-order': {
    ...shared,
    issuer: ['From', 'Ordered by', 'Company', 'Buyer'],
    recipient: ['To', 'Vendor', 'Supplier', 'Ship from', 'For the attention of'],
    titles: ['Purchase Order', 'Order', 'Procurement Order', 'Requisition', 'Order Form', ''],
    numbers: ['PO number', 'Order no.', 'Number', 'Reference', 'Document no.'],
    dues: [],
    openings: [
      'Please supply the following at the prices stated.',
      'We order the items below for delivery by {delivery}.',
      'Kindly confirm the following within two working days.',
      'Deliver {service} items as listed to our goods-in desk by {delivery}.',
    ],
    closings: [
      'Invoices without our reference are returned unpaid.',
      'Your invoice is paid within {days} days after goods receipt.',
      'Partial deliveries need our consent. Send the invoice to accounts payable.',
      'Delivery not later than {delivery}; penalties apply afterwards.',
      'Authorised by the purchasing department.',
    ],
    notes: commonNotes,
  },
};
