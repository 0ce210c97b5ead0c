import { codeLike, iban } from '../generate/identifiers.ts';
import type { Bill } from './bill.ts';
import { printedDay, printedTax, printedTotal } from './bill.ts';
import { addressOf, type Party } from './parties.ts';
import type { Sheet } from './sheet.ts';
import type { BillWords } from './words/bill-words.ts';

export type Entry = readonly [label: string, value: string];

const TITLES: Readonly<Record<Bill['kind'], keyof BillWords>> = {
  invoice: 'invoice',
  'credit-note': 'credit',
  'purchase-order': 'order',
  receipt: 'receipt',
};

export function titleOf(bill: Bill): string {
  return bill.word(TITLES[bill.kind]);
}

/** The issuer's name as gold. */
export function issuerName(bill: Bill): string {
  return bill.gold('issuer_name', bill.issuer.name);
}

/** The issuer's address as gold: its lines with commas. */
export function issuerAddress(bill: Bill): string[] {
  const lines = addressOf(bill.issuer);
  bill.gold('issuer_address', lines.join(', '));
  return lines;
}

/** Name, perhaps a person or a department, and address of who receives. */
export function recipientLines(bill: Bill): string[] {
  const { chance, recipient } = bill;
  const name = bill.gold('recipient_name', recipient.name);
  const to = chance.happens(0.25) ? [recipient.person] : [];
  return [...(chance.happens(0.5) ? [name, ...to] : [...to, name]), ...addressOf(recipient)];
}

/** Number, date and what else the head of the paper tells, in any order. */
export function headEntries(bill: Bill, options: { readonly hasNumber: boolean }): Entry[] {
  const { chance, kind, day, days } = bill;
  const entries: Entry[] = [];
  if (options.hasNumber)
    entries.push([bill.label('number'), bill.gold('document_number', bill.number)]);
  entries.push([bill.label('date'), printedDay(bill, 'document_date', day)]);
  if (kind === 'invoice' && chance.happens(0.55)) {
    entries.push([bill.label('due'), printedDay(bill, 'due_date', day + days)]);
  }
  if (kind !== 'purchase-order' && chance.happens(0.45)) {
    const order = codeLike(chance, chance.pick(['45########', 'B-#####', '####-@@', 'PO#####']));
    entries.push([bill.label('orderRef'), bill.gold('purchase_order_number', order)]);
  }
  if (kind === 'credit-note') {
    entries.push([bill.label('original'), codeLike(chance, '#######')]);
  }
  if (chance.happens(0.6)) entries.push([bill.label('customer'), codeLike(chance, '#####')]);
  if (chance.happens(0.4)) entries.push([bill.label('supply'), bill.date(day - chance.int(1, 12))]);
  if (chance.happens(0.35)) entries.push([bill.label('clerk'), bill.issuer.person]);
  if (chance.happens(0.2)) entries.push([bill.label('page'), '1 / 1']);
  return chance.happens(0.4) ? chance.some(entries, entries.length) : entries;
}

/** Labels left of, above or below their values, or a band over the page; the next free y. */
export function placeEntries(
  sheet: Sheet,
  [x, y, width]: readonly [number, number, number],
  entries: readonly Entry[],
  way: 'left' | 'above' | 'below' | 'band',
): number {
  if (way === 'band') {
    const step = width / Math.max(1, entries.length);
    for (const [at, [label, value]] of entries.entries()) {
      sheet.put(x + at * step, y, label, { size: 7.5 });
      sheet.put(x + at * step, y + 13, value);
    }
    return y + 34;
  }
  let next = y;
  for (const [label, value] of entries) {
    if (way === 'left') {
      sheet.put(x, next, label);
      sheet.put(x + width * 0.55, next, value);
      next += 13;
      continue;
    }
    const [upper, lower] = way === 'above' ? [label, value] : [value, label];
    sheet.put(x, next, upper, { size: way === 'above' ? 7 : 10 });
    sheet.put(x, next + 11, lower, { size: way === 'above' ? 10 : 7 });
    next += 27;
  }
  return next + 8;
}

/** The goods, in one of several tables; the next free y. */
export function placeLines(sheet: Sheet, bill: Bill, y: number): number {
  const { chance, lines } = bill;
  const has = { code: chance.happens(0.5), rate: chance.happens(0.4), place: chance.happens(0.4) };
  const isQuantityFirst = chance.happens(0.4);
  const columns: { x: number; isRight: boolean; head: string; cell: (at: number) => string }[] = [];
  const add = (x: number, isRight: boolean, head: string, cell: (at: number) => string): void => {
    columns.push({ x, isRight, head, cell });
  };
  if (has.place) add(56, false, chance.pick(['#', 'Pos.', '']), (at) => String((at + 1) * 10));
  if (isQuantityFirst) add(82, false, bill.word('qty'), (at) => String(lines[at]?.quantity ?? ''));
  if (has.code) add(122, false, 'Art.', (at) => lines[at]?.code ?? '');
  add(has.code ? 185 : 122, false, bill.word('item'), (at) => lines[at]?.text ?? '');
  if (!isQuantityFirst) add(352, true, bill.word('qty'), (at) => String(lines[at]?.quantity ?? ''));
  add(428, true, bill.word('price'), (at) => bill.figure(lines[at]?.price ?? 0));
  if (has.rate) add(470, true, bill.word('rate'), () => bill.percent());
  add(540, true, bill.word('amount'), (at) => bill.figure(lines[at]?.amount ?? 0));
  for (const { x, isRight, head } of columns) {
    sheet.put(x, y, head, { size: 8, bold: true, align: isRight ? 'right' : 'left' });
  }
  let next = y + 16;
  for (const at of lines.keys()) {
    for (const { x, isRight, cell } of columns) {
      sheet.put(x, next, cell(at), { align: isRight ? 'right' : 'left' });
    }
    next += 13;
    if (!chance.happens(0.2)) continue;
    sheet.put(has.code ? 185 : 122, next, `${bill.word('supply')} ${bill.date(bill.day - 3)}`, {
      size: 7.5,
    });
    next += 12;
  }
  return next + 10;
}

/** The sums: a column at the right or left, a row over the page, or the rate's row first. */
export function placeTotals(sheet: Sheet, bill: Bill, y: number): number {
  const { chance, net, tax, total } = bill;
  const way = chance.pick(['right', 'right', 'left', 'row', 'rates'] as const);
  const rate = chance.happens(0.6) ? ` ${bill.percent()}` : '';
  const entries: Entry[] = [
    [bill.label('net'), bill.money(net)],
    [`${bill.word('tax')}${rate}`, printedTax(bill, tax)],
    [bill.label('total'), printedTotal(bill, total)],
  ];
  if (way === 'row') return placeEntries(sheet, [56, y, 480], entries, 'band') + 8;
  if (way === 'rates') {
    const head = [bill.word('rate'), bill.word('net'), bill.word('tax'), bill.word('total')];
    const cells = [bill.percent(), bill.figure(net), bill.figure(tax), bill.figure(total)];
    for (const [at, text] of head.entries()) sheet.put(56 + at * 85, y, text, { size: 7.5 });
    for (const [at, text] of cells.entries()) sheet.put(56 + at * 85, y + 12, text);
    sheet.put(56, y + 36, bill.label('total'), { bold: true });
    sheet.put(540, y + 36, printedTotal(bill, total), { bold: true, align: 'right' });
    return y + 60;
  }
  const [x, end] = way === 'right' ? [340, 540] : [56, 280];
  let next = y;
  for (const [label, value] of entries) {
    sheet.put(x, next, label);
    sheet.put(end, next, value, { align: 'right' });
    next += 14;
  }
  return next + 10;
}

/** What is said about payment; the next free y. */
export function placePayment(sheet: Sheet, bill: Bill, y: number): number {
  const { chance, kind, day, days } = bill;
  let next = y;
  if (kind === 'invoice' && bill.fields['due_date'] === undefined && chance.happens(0.5)) {
    const text = bill.word('payBy').replace('{date}', printedDay(bill, 'due_date', day + days));
    next = sheet.flow(56, next, 460, text) + 6;
  }
  if ((kind === 'invoice' || kind === 'purchase-order') && chance.happens(0.5)) {
    bill.gold('payment_terms', `${days} days`);
    next = sheet.flow(56, next, 460, bill.word('terms').replace('{days}', String(days))) + 6;
  }
  return next;
}

/** Who the issuer is, small, in columns at the foot of the page. */
export function placeFooter(sheet: Sheet, bill: Bill): void {
  const { chance, issuer } = bill;
  const bank = `IBAN ${iban(chance, issuer.country)}`;
  const columns: (readonly string[])[] = [
    [issuer.name, ...addressOf(issuer)],
    [`Tel. ${issuer.phone}`, `office@${domainOf(issuer)}`],
    [bill.word('bank'), bank, codeLike(chance, 'BIC @@@@@@##')],
    [`${bill.word('register')} ${codeLike(chance, '######')}`, `${bill.word('vat')} ${issuer.vat}`],
  ];
  const shown = chance.some(columns, chance.int(2, 4));
  for (const [at, lines] of shown.entries()) {
    sheet.stack(56 + at * 128, 782, lines, { size: 6.5 });
  }
}

export function domainOf({ name }: Party): string {
  return `${name.normalize('NFKD').replaceAll(/[^\w]/gu, '').toLowerCase().slice(0, 14)}.example`;
}
