import type { Block, Writing } from './draft.ts';
import { fill } from './draft.ts';
import { makeLines, totalsOf } from './deal.ts';
import { codeLike, iban } from './identifiers.ts';
import type { Entry, Goods, Paper } from './commerce/paper.ts';
import { entryBlocks, labelStyle, wordsOf } from './commerce/paper.ts';
import { footBlocks } from './commerce/foot.ts';
import { goodsTable } from './commerce/goods-table.ts';
import { contactEntry, partyBlocks } from './commerce/parties.ts';
import { tillSlip } from './commerce/till-slip.ts';
import { totalBlocks } from './commerce/totals.ts';
import type { CommerceKind } from './wording/commerce/words.ts';

/** Share of papers that bear the usual title of their category; the rest bear another or none. */
const USUAL_TITLE = 0.45;
const NO_TITLE = 0.08;
const SLIPS = 0.7;
const DAYS = [14, 30, 30, 45, 60];
/** Share of papers whose number stands in the title (`Invoice no. 5 of 3 May 2024`). */
const NUMBER_IN_TITLE = 0.25;
/** Share of papers whose head has no order: number and date stand anywhere in it. */
const MIXED = 0.4;
/** Share of papers whose head stands beside the parties. */
const BESIDE = 0.3;

/** Invoice, credit note, receipt or purchase order: one stock of parts, so that siblings look alike. */
export function writeCommerce(
  writing: Writing,
  kind: CommerceKind,
  orderIsInCorpus: boolean,
): void {
  const { chance, draft, deal } = writing;
  const paper = startPaper(writing, kind);
  const isSlip = kind === 'receipt' && chance.happens(SLIPS);
  draft.blocks.push(...(isSlip ? tillSlip(paper) : sheet(paper)));
  const named = draft.fields['purchase_order_number'] !== undefined;
  if (kind === 'invoice' && named && orderIsInCorpus) {
    const rule = 'invoice-matches-purchase-order';
    draft.compliance[rule] = deal.invoiceMatchesOrder ? 'met' : 'violated';
  }
}

function startPaper(writing: Writing, kind: CommerceKind): Paper {
  const { chance, deal, style } = writing;
  const isOrder = kind === 'purchase-order';
  return {
    writing,
    kind,
    words: wordsOf[style.language],
    issuer: isOrder ? deal.client : deal.supplier,
    recipient: isOrder ? deal.supplier : deal.client,
    goods: chooseGoods(writing, kind),
    days: chance.pick(DAYS),
    ...labelStyle(writing),
  };
}

/** A page: title, parties, head, lines, sums, and what is said around them, in changing order. */
function sheet(paper: Paper): Block[] {
  const { writing, kind, words } = paper;
  const { chance } = writing;
  const ordered = headEntries(paper);
  const title = titleBlocks(paper, ordered);
  const entries = chance.happens(MIXED) ? chance.some(ordered, ordered.length) : ordered;
  const isBeside = chance.happens(BESIDE);
  const parties = partyBlocks(paper, isBeside ? entries : []);
  const head = isBeside ? [] : entryBlocks(paper, entries);
  const opening = say(paper, chance.pick(words.openings[kind].split('|')));
  const closing = say(paper, chance.pick(words.closings[kind].split('|')));
  const top = chance.pick([
    [...title, ...parties, ...head],
    [...title, ...parties, ...head],
    [...parties, ...title, ...head],
    [...title, ...head, ...parties],
    [...parties, ...head, ...title],
  ]);
  const notes = chance
    .some(words.notes.split('|'), chance.int(0, 2))
    .map((text): Block => ({ kind: 'paragraph', text }));
  const blocks = [...top, ...opening, goodsTable(paper), ...totalBlocks(paper), ...closing];
  return [...blocks, ...bankLines(paper), ...notes, ...footBlocks(paper)];
}

/** Takes number, and mostly date, out of the entries where the title bears them. */
function titleBlocks({ writing, kind, words, bare }: Paper, entries: Entry[]): Block[] {
  const { chance } = writing;
  const titles = words.titles[kind].split('|');
  const title = chance.happens(NO_TITLE)
    ? ''
    : chance.happens(USUAL_TITLE)
      ? (titles[0] ?? '')
      : chance.pick(titles);
  if (title === '') return [];
  const number = entries[0];
  if (!chance.happens(NUMBER_IN_TITLE) || number === undefined || kind === 'receipt') {
    return [{ kind: 'title', text: title }];
  }
  entries.shift();
  const date = entries[0];
  const parts = [title, bare(words.mark), number[1]];
  if (date !== undefined && chance.happens(0.7)) {
    entries.shift();
    parts.push(bare(words.of), date[1]);
  }
  return [{ kind: 'heading', text: parts.filter((part) => part !== '').join(' ') }];
}

/** An order and the invoice for it have the same lines, or plainly not. */
function chooseGoods({ chance, deal, style }: Writing, kind: CommerceKind): Goods {
  const { taxRate } = deal.order;
  const names = wordsOf[style.language].goods.split('|');
  const same = kind === 'purchase-order' || (kind === 'invoice' && deal.invoiceMatchesOrder);
  if (same) return { ...deal.order, taxRate };
  const lines =
    kind === 'invoice'
      ? deal.order.lines.map((line) => ({ ...line, quantity: line.quantity + 2 }))
      : kind === 'receipt'
        ? chance.some(names, chance.int(1, 6)).map((item) => ({
            item,
            quantity: chance.pick([1, 1, 1, 2, 3]),
            unitPrice: chance.int(60, 4_000),
          }))
        : makeLines(chance, deal.service);
  return { lines, totals: totalsOf(lines, taxRate), taxRate };
}

/** A sentence with its gaps filled; what it prints of the fields becomes gold. */
function say({ writing, kind, days }: Paper, wording: string): Block[] {
  if (wording === '') return [];
  const { deal, date, gold } = writing;
  const isPayment = kind === 'invoice' || kind === 'purchase-order';
  if (isPayment && wording.includes('{days}')) gold.text('payment_terms', `${days} days`);
  if (wording.includes('{order}')) gold.text('purchase_order_number', deal.order.number);
  const text = fill(wording, {
    service: deal.service.name,
    order: deal.order.number,
    other: deal.invoiceNumber,
    delivery: date(deal.order.day + 21),
    days: String(days),
  });
  return [{ kind: 'paragraph', text }];
}

/** Number and date first; what follows comes in any order. */
function headEntries({ writing, kind, words, days, label }: Paper): Entry[] {
  const { chance, deal, gold, date } = writing;
  const day = kind === 'purchase-order' ? deal.order.day : deal.order.day + chance.int(5, 60);
  const first: Entry[] = [
    [label(words.numbers[kind]), gold.text('document_number', numberOf(writing, kind))],
    [label(words.dates), gold.date('document_date', day)],
  ];
  const more: Entry[] = [];
  if (kind !== 'purchase-order' && chance.happens(kind === 'receipt' ? 0.15 : 0.5)) {
    more.push([label(words.order), gold.text('purchase_order_number', deal.order.number)]);
  }
  if (kind === 'credit-note' && chance.happens(0.6)) {
    more.push([label(words.original), deal.invoiceNumber]);
  }
  if (kind === 'invoice' && chance.happens(0.7)) {
    more.push([label(words.dues), gold.date('due_date', day + days)]);
  }
  if ((kind === 'invoice' || kind === 'purchase-order') && chance.happens(0.5)) {
    writing.draft.fields['payment_terms'] = `${days} days`;
    const text = fill(chance.pick(words.termsText.split('|')), { days: String(days) });
    more.push([label(words.terms), text]);
  }
  const isCommon = kind !== 'receipt';
  if (isCommon && chance.happens(0.35))
    more.push([label(words.supply), date(day - chance.int(1, 9))]);
  if (isCommon && chance.happens(0.3)) {
    more.push([
      label(words.customer),
      codeLike(chance, chance.pick(['######', 'K-####', '##-###'])),
    ]);
  }
  if (isCommon && chance.happens(0.25)) more.push(contactEntry(writing, label));
  if (chance.happens(0.2)) {
    more.push([label(words.currency), gold.text('currency', deal.currency)]);
  }
  return chance.happens(0.2)
    ? [...first.reverse(), ...chance.some(more, more.length)]
    : [...first, ...chance.some(more, more.length)];
}

function numberOf({ chance, deal }: Writing, kind: CommerceKind): string {
  if (kind === 'purchase-order') return deal.order.number;
  if (kind === 'invoice') return deal.invoiceNumber;
  return codeLike(chance, chance.pick(['####-##', 'C######', '@#####', '######']));
}

function bankLines({ writing, kind, label, words }: Paper): Block[] {
  const { chance, deal, draft } = writing;
  if (kind !== 'invoice' || !chance.happens(0.5)) return [];
  draft.contains.push('iban');
  const lines = [`IBAN: ${iban(chance, deal.country)}`];
  if (chance.happens(0.5)) lines.unshift(`${label(words.bank)} ${deal.supplier.name}`);
  return [{ kind: 'lines', lines }];
}
