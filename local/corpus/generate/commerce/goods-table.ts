import type { Block } from '../draft.ts';
import { printNumber } from '../money.ts';
import type { Paper } from './paper.ts';
import { rateOf } from './totals.ts';

/** Share of papers that print days of delivery among their lines. */
const WITH_DELIVERIES = 0.25;

/** What was sold, one line each; some papers print below a line when it was delivered. */
export function goodsTable(paper: Paper): Block {
  const { writing, goods, words, bare, kind } = paper;
  const { chance, style, deal, date } = writing;
  const names = words.goods.split('|');
  const isOwn = style.language === 'en' || kind === 'receipt';
  const has = { place: chance.happens(0.4), unit: chance.happens(0.3), rate: chance.happens(0.35) };
  const unit = chance.pick(words.unit.split('|'));
  const rate = rateOf(paper);
  const rows = goods.lines.map(({ item, quantity, unitPrice }, at) => [
    ...(has.place ? [String(at + 1)] : []),
    isOwn ? item : (names[(item.length * 7 + item.charCodeAt(0)) % names.length] ?? item),
    has.unit ? `${quantity} ${unit}` : String(quantity),
    printNumber(unitPrice, style),
    ...(has.rate ? [rate] : []),
    printNumber(quantity * unitPrice, style),
  ]);
  const header = [
    ...(has.place ? [chance.pick(['Pos', '#', 'No', ''])] : []),
    bare(words.item),
    bare(words.quantity),
    bare(words.price),
    ...(has.rate ? [bare(words.rate)] : []),
    bare(words.amount),
  ];
  if (kind === 'receipt' || !chance.happens(WITH_DELIVERIES)) {
    return { kind: 'table', header, rows };
  }
  const day = deal.order.day + chance.int(1, 4);
  const delivered = rows.flatMap((row) => {
    if (!chance.happens(0.5)) return [row];
    const text = `${bare(words.supply)} ${date(day)}`;
    return [row, row.map((_, at) => (at === (has.place ? 1 : 0) ? text : ''))];
  });
  return { kind: 'table', header, rows: delivered };
}
