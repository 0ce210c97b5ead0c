import type { Block } from '../draft.ts';
import { codeLike } from '../identifiers.ts';
import { printNumber } from '../money.ts';
import { contactLines } from './parties.ts';
import type { Paper } from './paper.ts';
import { rateOf } from './totals.ts';

const WIDTHS = [30, 34, 38, 42];
/** Coins that a till rounds to (Regulation (EC) 1103/97; cash rounding of many countries). */
const COIN = 5;

/** A till's narrow slip: shop, number, time, goods, total, what was given and what came back. */
export function tillSlip(paper: Paper): Block[] {
  const { writing, words, bare } = paper;
  const { chance, gold } = writing;
  const width = chance.pick(WIDTHS);
  const isUpper = chance.happens(0.6);
  const put = (line: string): string => (isUpper ? line.toUpperCase() : line);
  const row = (left: string, right: string): string =>
    `${put(left)}${' '.repeat(Math.max(2, width - left.length - right.length))}${right}`;
  const centred = (text: string): string =>
    `${' '.repeat(Math.max(0, Math.floor((width - text.length) / 2)))}${text}`;
  const rule = chance.pick(['-', '=', '*', '']).repeat(width);
  const shop = { ...paper.issuer, name: put(paper.issuer.name) };
  const head = [gold.company('issuer', shop), ...(chance.happens(0.85) ? gold.address(shop) : [])];
  const title = chance.happens(0.6) ? [put(bare(words.titles.receipt))] : [];
  const lines = [
    ...[...head, ...contactLines(paper), ...title].map(chance.happens(0.5) ? centred : same),
    ...slipNumbers(paper),
    rule,
    ...goodsLines(paper, row),
    rule,
    ...sumLines(paper, row),
    ...(chance.happens(0.7) ? [centred(put(bare(words.thanks)))] : []),
  ];
  return [{ kind: 'lines', lines: lines.filter((line) => line !== '') }];
}

function same(line: string): string {
  return line;
}

function slipNumbers({ writing, words, label }: Paper): string[] {
  const { chance, deal, gold } = writing;
  const lines: string[] = [];
  if (chance.happens(0.7)) {
    const number = codeLike(chance, chance.pick(['####-##', '######', '@@#####', '##/####']));
    lines.push(`${label(words.numbers.receipt)} ${gold.text('document_number', number)}`);
  }
  const date = gold.date('document_date', deal.order.day + chance.int(5, 60));
  const time = chance.happens(0.8) ? ` ${codeLike(chance, '1#:')}${chance.int(10, 59)}` : '';
  lines.push(chance.happens(0.6) ? `${label(words.dates)} ${date}${time}` : `${date}${time}`);
  if (chance.happens(0.5)) lines.push(`${label(words.cashier)} ${codeLike(chance, '0#')}`);
  return chance.happens(0.3) ? lines.reverse() : lines;
}

type Row = (left: string, right: string) => string;

function goodsLines({ writing, goods }: Paper, row: Row): string[] {
  const { chance, style } = writing;
  const way = chance.int(0, 2);
  const mark = chance.pick([' x ', ' X ', ' @ ', '*']);
  return goods.lines.flatMap(({ item, quantity, unitPrice }) => {
    const price = printNumber(unitPrice, style);
    const amount = printNumber(unitPrice * quantity, style);
    if (way === 0) return [row(`${quantity}${mark}${item}`, amount)];
    if (way === 1) return [item, row(`  ${quantity}${mark}${price}`, amount)];
    return [row(item, amount)];
  });
}

function sumLines(paper: Paper, row: Row): string[] {
  const { writing, goods, words, bare } = paper;
  const { chance, gold, style, money } = writing;
  const { net, tax } = goods.totals;
  const isCash = chance.happens(0.6);
  const isRounded = isCash && chance.happens(0.35);
  const total = isRounded ? Math.round(goods.totals.total / COIN) * COIN : goods.totals.total;
  const lines: string[] = [];
  const hasTax = chance.happens(0.7);
  if (chance.happens(0.5)) lines.push(row(bare(words.net), printNumber(net, style)));
  const taxLabel = `${bare(words.tax)} ${rateOf(paper)}`;
  const taxLine = (): string => row(taxLabel, gold.money('tax_amount', tax));
  const isTaxFirst = chance.happens(0.5);
  if (hasTax && isTaxFirst) lines.push(taxLine());
  if (isRounded) {
    lines.push(row(bare(words.rounding), printNumber(total - goods.totals.total, style)));
  }
  lines.push(row(bare(words.total), gold.money('total_amount', total)));
  if (isCash) {
    const given = Math.ceil(total / 1_000) * 1_000;
    lines.push(row(bare(words.cash), money(given)), row(bare(words.change), money(given - total)));
  } else {
    lines.push(row(bare(words.card), money(total)));
  }
  if (chance.happens(0.3)) lines.push(row(bare(words.items), String(goods.lines.length)));
  if (hasTax && !isTaxFirst) lines.push(taxLine());
  return lines;
}
