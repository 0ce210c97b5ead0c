import { codeLike } from '../generate/identifiers.ts';
import type { Bill } from './bill.ts';
import { printedDay, printedTax, printedTotal } from './bill.ts';
import {
  domainOf,
  headEntries,
  issuerAddress,
  issuerName,
  placeEntries,
  placeFooter,
  placeLines,
  placePayment,
  placeTotals,
  recipientLines,
  titleOf,
} from './bill-parts.ts';
import { addressOf } from './parties.ts';
import type { Sheet } from './sheet.ts';

type Layout = (sheet: Sheet, bill: Bill) => void;

/** Pages as they are set in different countries and by different programs. */
export const billLayouts: readonly Layout[] = [
  windowLetter,
  windowLetter,
  recipientRight,
  recipientRight,
  boxes,
  sideBySide,
  giro,
  freelance,
  amountFirst,
  dense,
];

function intro(bill: Bill): string {
  const key = { 'credit-note': 'creditIntro', 'purchase-order': 'orderIntro' } as const;
  return bill.word(
    bill.kind === 'credit-note' || bill.kind === 'purchase-order' ? key[bill.kind] : 'intro',
  );
}

/** Lines, sums, payment and foot as most layouts end. */
function body(sheet: Sheet, bill: Bill, y: number): void {
  let next = y;
  if (bill.chance.happens(0.6)) next = sheet.flow(56, next, 460, intro(bill)) + 8;
  next = placeLines(sheet, bill, next + 6);
  next = placeTotals(sheet, bill, next);
  placePayment(sheet, bill, next + 6);
  placeFooter(sheet, bill);
}

/** Address in the window below the sender's small line, facts in a block at the right (DIN 5008). */
function windowLetter(sheet: Sheet, bill: Bill): void {
  const { chance, issuer } = bill;
  if (chance.happens(0.6))
    sheet.put(540, 60, issuer.name, { size: 15, bold: true, align: 'right' });
  const mark = chance.pick([' · ', ' - ', ', ', ' | ', ' * ']);
  sheet.put(56, 128, [issuerName(bill), ...issuerAddress(bill)].join(mark), { size: 6.5 });
  sheet.stack(56, 146, recipientLines(bill));
  const isInTitle = chance.happens(0.4);
  const way = chance.pick(['left', 'left', 'above'] as const);
  const end = placeEntries(
    sheet,
    [350, 140, 190],
    headEntries(bill, { hasNumber: !isInTitle }),
    way,
  );
  const title = isInTitle
    ? `${titleOf(bill)} ${bill.gold('document_number', bill.number)}`
    : titleOf(bill);
  const y = Math.max(250, end + 12);
  sheet.put(56, y, title, { size: 13, bold: true });
  body(sheet, bill, y + 26);
}

/** Sender at the left, recipient at the right without a label (French and Belgian custom). */
function recipientRight(sheet: Sheet, bill: Bill): void {
  const { chance, issuer } = bill;
  const head = [issuerName(bill), ...issuerAddress(bill), `Tel ${issuer.phone}`];
  if (chance.happens(0.5)) head.push(`${bill.word('vat')} ${issuer.vat}`);
  sheet.stack(56, 70, head);
  const to = recipientLines(bill);
  const isBeside = chance.happens(0.4);
  const y = isBeside ? 70 : 130;
  if (chance.happens(0.35)) sheet.put(340, y - 13, bill.label('to'), { size: 8 });
  sheet.stack(340, y, to);
  const entries = headEntries(bill, { hasNumber: true });
  const top = 215;
  sheet.put(298, top, titleOf(bill), { size: 14, bold: true, align: 'centre' });
  const way = chance.pick(['left', 'band', 'band', 'above'] as const);
  const end = placeEntries(sheet, [56, top + 24, way === 'band' ? 480 : 240], entries, way);
  body(sheet, bill, end + 10);
}

/** A head in boxes: title at the right, facts in a band, two addresses below it. */
function boxes(sheet: Sheet, bill: Bill): void {
  const { chance, recipient } = bill;
  sheet.put(540, 64, titleOf(bill), { size: 18, bold: true, align: 'right' });
  sheet.stack(56, 64, [issuerName(bill), ...issuerAddress(bill), `www.${domainOf(bill.issuer)}`]);
  const end = placeEntries(sheet, [56, 134, 490], headEntries(bill, { hasNumber: true }), 'band');
  sheet.put(56, end + 8, bill.label('to'), { size: 8, bold: true });
  sheet.stack(56, end + 22, recipientLines(bill));
  if (chance.happens(0.6)) {
    sheet.put(310, end + 8, chance.pick(['Ship to', 'Lieferadresse', 'Livraison', 'Delivery']), {
      size: 8,
    });
    sheet.stack(310, end + 22, [recipient.person, ...addressOf(recipient)]);
  }
  body(sheet, bill, end + 90);
}

/** Both parties in columns under their names of roles, facts above them. */
function sideBySide(sheet: Sheet, bill: Bill): void {
  const { chance, issuer, recipient } = bill;
  const isTurned = chance.happens(0.3);
  sheet.put(
    56,
    60,
    `${titleOf(bill)} ${bill.word('number')} ${bill.gold('document_number', bill.number)}`,
    {
      size: 13,
      bold: true,
    },
  );
  const entries = headEntries(bill, { hasNumber: false });
  const end = placeEntries(sheet, [chance.pick([56, 330]), 80, 220], entries, 'left');
  const from = [issuerName(bill), ...issuerAddress(bill), `${bill.word('vat')} ${issuer.vat}`];
  const to = [...recipientLines(bill), `${bill.word('vat')} ${recipient.vat}`];
  const [left, right] = isTurned ? [310, 56] : [56, 310];
  sheet.put(left, end + 12, bill.label('from'), { bold: true });
  sheet.put(right, end + 12, bill.label('to'), { bold: true });
  sheet.stack(left, end + 26, from);
  sheet.stack(right, end + 26, to);
  body(sheet, bill, end + 110);
}

/** Nordic: facts at the left, recipient at the right, what is to be paid in a band at the foot. */
function giro(sheet: Sheet, bill: Bill): void {
  const { chance, day, days, kind, net, tax, total } = bill;
  sheet.put(56, 58, issuerName(bill), { size: 14, bold: true });
  sheet.put(330, 58, titleOf(bill), { size: 14, bold: true });
  const end = placeEntries(sheet, [56, 90, 220], headEntries(bill, { hasNumber: true }), 'left');
  sheet.stack(330, 110, recipientLines(bill));
  const y = placeLines(sheet, bill, Math.max(end, 190) + 14);
  placePayment(sheet, bill, y + 10);
  const band: (readonly [string, string])[] = [
    [bill.word('net'), bill.figure(net)],
    [bill.word('tax'), printedTax(bill, tax)],
    [bill.word('total'), printedTotal(bill, total)],
  ];
  if (kind === 'invoice') {
    band.splice(0, 0, ['OCR', codeLike(chance, '##########')]);
    band.push([bill.word('due'), printedDay(bill, 'due_date', day + days)]);
  }
  placeEntries(sheet, [56, 690, 500], band, 'band');
  sheet.stack(56, 770, [[bill.issuer.name, ...issuerAddress(bill)].join(', ')], { size: 7 });
}

/** A letter in prose by one person. */
function freelance(sheet: Sheet, bill: Bill): void {
  const { chance, issuer, lines, kind, net, tax, total } = bill;
  sheet.put(298, 60, issuerName(bill), { size: 16, align: 'centre' });
  sheet.put(298, 76, issuerAddress(bill).join(' · '), { size: 8, align: 'centre' });
  sheet.stack(56, 120, recipientLines(bill));
  const town = issuer.town.replaceAll(/[\d-]|\b[A-Z]{1,2}\b|\(.*\)/gu, '').trim();
  const place = `${town}, ${printedDay(bill, 'document_date', bill.day)}`;
  sheet.put(540, 200, place, { align: 'right' });
  const number = `${titleOf(bill)} ${bill.word('number')} ${bill.gold('document_number', bill.number)}`;
  sheet.put(56, 225, number, { bold: true });
  let y = sheet.flow(56, 250, 460, intro(bill)) + 8;
  for (const { text, quantity, amount } of lines) {
    sheet.put(80, y, quantity > 1 ? `${quantity} × ${text}` : text);
    sheet.put(480, y, bill.money(amount), { align: 'right' });
    y += 14;
  }
  y += 8;
  if (kind !== 'purchase-order' && chance.happens(0.8)) {
    sheet.put(80, y, bill.word('net'));
    sheet.put(480, y, bill.money(net), { align: 'right' });
    sheet.put(80, y + 14, `${bill.word('tax')} ${bill.percent()}`);
    sheet.put(480, y + 14, printedTax(bill, tax), { align: 'right' });
    y += 30;
  }
  sheet.put(80, y, bill.word('total'), { bold: true });
  sheet.put(480, y, printedTotal(bill, total), { bold: true, align: 'right' });
  y = placePayment(sheet, bill, y + 30);
  sheet.put(56, y + 20, issuer.person);
}

/** As utilities print: recipient, the amount and its day in front, facts in a side column. */
function amountFirst(sheet: Sheet, bill: Bill): void {
  const { kind, day, days, total, net, tax } = bill;
  sheet.put(56, 52, issuerName(bill), { size: 12, bold: true });
  sheet.stack(56, 100, recipientLines(bill));
  const facts = headEntries(bill, { hasNumber: true });
  const end = placeEntries(
    sheet,
    [400, 60, 150],
    facts,
    bill.chance.pick(['above', 'below'] as const),
  );
  const y = Math.max(end, 200);
  sheet.put(56, y, titleOf(bill), { size: 16, bold: true });
  const first: (readonly [string, string])[] = [[bill.word('total'), printedTotal(bill, total)]];
  if (kind === 'invoice') first.push([bill.word('due'), printedDay(bill, 'due_date', day + days)]);
  const next = placeEntries(sheet, [56, y + 22, 280], first, 'left');
  const below = placeLines(sheet, bill, next + 16);
  sheet.put(340, below, bill.word('net'));
  sheet.put(540, below, bill.money(net), { align: 'right' });
  sheet.put(340, below + 14, `${bill.word('tax')} ${bill.percent()}`);
  sheet.put(540, below + 14, printedTax(bill, tax), { align: 'right' });
  placePayment(sheet, bill, below + 40);
  sheet.put(56, 800, [bill.issuer.name, ...issuerAddress(bill)].join(' | '), { size: 7 });
}

/** As planning programs print: pairs of labels and values in two columns, roles in three. */
function dense(sheet: Sheet, bill: Bill): void {
  const { recipient, chance } = bill;
  sheet.put(56, 50, `*** ${titleOf(bill)} ***`);
  sheet.stack(56, 70, [issuerName(bill), issuerAddress(bill).join(', ')]);
  const entries = headEntries(bill, { hasNumber: true });
  const half = Math.ceil(entries.length / 2);
  const y = placeEntries(sheet, [56, 110, 230], entries.slice(0, half), 'left');
  placeEntries(sheet, [320, 110, 230], entries.slice(half), 'left');
  const roles: readonly (readonly string[])[] = [
    [bill.label('to'), ...recipientLines(bill)],
    [
      chance.pick(['Consignee', 'Empfänger Ware', 'Livraison', 'Ship-to']),
      recipient.person,
      recipient.town,
    ],
  ];
  for (const [at, lines] of roles.entries()) sheet.stack(56 + at * 240, y + 14, lines);
  body(sheet, bill, y + 100);
}
