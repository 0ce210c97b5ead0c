import { makeLines, type OrderLine, type Totals, totalsOf } from './deal.ts';
import { type Block, fill, type Writing } from './draft.ts';
import { codeLike, iban } from './identifiers.ts';
import { printNumber } from './money.ts';
import type { Language } from './style.ts';
import { commerceEnglish } from './wording/commerce-english.ts';
import { commerceGerman } from './wording/commerce-german.ts';
import { commerceSpanish } from './wording/commerce-spanish.ts';
import type { CommerceKind, CommerceWords } from './wording/commerce-words.ts';

/** One printed line of the head: label and value. */
type Entry = readonly [label: string, value: string];

interface Goods {
  readonly lines: readonly OrderLine[];
  readonly totals: Totals;
}

const WORDS: Readonly<Record<Language, Readonly<Record<CommerceKind, CommerceWords>>>> = {
  en: commerceEnglish,
  de: commerceGerman,
  es: commerceSpanish,
};
/** Share of invoices whose printed total is not the sum of its parts. */
const WRONG_SUM = 0.12;
/** Share of documents that bear the usual title of their category; the rest may bear any or none. */
const USUAL_TITLE = 0.4;
const DAYS = [14, 30, 30, 45, 60];

/** Invoice, credit note, receipt or purchase order: one skeleton, so that siblings look alike. */
export function writeCommerce(
  writing: Writing,
  kind: CommerceKind,
  orderIsInCorpus: boolean,
): void {
  const { chance, draft, deal, style } = writing;
  const words = WORDS[style.language][kind];
  const days = chance.pick(DAYS);
  const goods = chooseGoods(writing, kind);
  const print = (wording: string): string => printWording(writing, kind, { wording, days });
  const opening = print(chance.pick(words.openings));
  const title = chance.prefer(USUAL_TITLE, words.titles);
  const closings = words.closings.filter((closing) => closing !== '' || title !== '');
  const closing = print(chance.pick(closings));
  if (title !== '') draft.blocks.push({ kind: 'title', text: title });
  draft.blocks.push(...partyBlocks(writing, kind, words));
  const entries = headEntries(writing, { kind, words, days });
  draft.blocks.push({
    kind: 'lines',
    lines: entries.map(([label, value]) => `${label}: ${value}`),
  });
  if (opening !== '') draft.blocks.push({ kind: 'paragraph', text: opening });
  draft.blocks.push(goodsTable(writing, words, goods), totalLines(writing, kind, words, goods));
  if (closing !== '') draft.blocks.push({ kind: 'paragraph', text: closing });
  if (kind === 'invoice' && chance.happens(0.5)) {
    draft.blocks.push({ kind: 'lines', lines: [`IBAN: ${iban(chance, deal.country)}`] });
    draft.contains.push('iban');
  }
  for (const note of chance.some(words.notes, chance.int(0, 2))) {
    draft.blocks.push({ kind: 'paragraph', text: note });
  }
  const named = draft.fields.purchase_order_number !== undefined;
  if (kind === 'invoice' && named && orderIsInCorpus) {
    const rule = 'invoice-matches-purchase-order';
    draft.compliance[rule] = deal.invoiceMatchesOrder ? 'met' : 'violated';
  }
}

/** An order and the invoice for it have the same lines, or plainly not. */
function chooseGoods({ chance, deal }: Writing, kind: CommerceKind): Goods {
  const same = kind === 'purchase-order' || (kind === 'invoice' && deal.invoiceMatchesOrder);
  if (same) return deal.order;
  if (kind === 'invoice') {
    const lines = deal.order.lines.map((line) => ({ ...line, quantity: line.quantity + 2 }));
    return { lines, totals: totalsOf(lines, deal.order.taxRate) };
  }
  const lines = makeLines(chance, deal.service);
  return { lines, totals: totalsOf(lines, deal.order.taxRate) };
}

/** Fills an opening or closing; what it prints of the fields becomes gold. */
function printWording(
  { deal, date, gold }: Writing,
  kind: CommerceKind,
  { wording, days }: { readonly wording: string; readonly days: number },
): string {
  const isPayment = kind === 'invoice' || kind === 'purchase-order';
  if (isPayment && wording.includes('{days}')) gold.text('payment_terms', `${days} days`);
  if (wording.includes('{order}')) gold.text('purchase_order_number', deal.order.number);
  return fill(wording, {
    service: deal.service.name,
    order: deal.order.number,
    other: deal.invoiceNumber,
    delivery: date(deal.order.day + 21),
    days: String(days),
  });
}

function partyBlocks(writing: Writing, kind: CommerceKind, words: CommerceWords): Block[] {
  const { chance, deal, gold } = writing;
  const from = kind === 'purchase-order' ? deal.client : deal.supplier;
  const to = kind === 'purchase-order' ? deal.supplier : deal.client;
  const labelled = chance.happens(0.6);
  const address = chance.happens(0.75) ? gold.address(from) : [];
  const name = gold.company('issuer', from);
  const blocks: Block[] = [
    {
      kind: 'lines',
      lines: [labelled ? `${chance.pick(words.issuer)}: ${name}` : name, ...address],
    },
  ];
  if (kind === 'receipt' && chance.happens(0.6)) return blocks;
  const recipient = `${chance.pick(words.recipient)}: ${gold.company('recipient', to)}`;
  const lines = chance.happens(0.6) ? [recipient, ...to.address] : [recipient];
  blocks.push({ kind: 'lines', lines });
  return chance.happens(0.2) ? blocks.reverse() : blocks;
}

function headEntries(
  writing: Writing,
  head: {
    readonly kind: CommerceKind;
    readonly words: CommerceWords;
    readonly days: number;
  },
): Entry[] {
  const { chance, deal, gold, style } = writing;
  const { kind, words, days } = head;
  const day = kind === 'purchase-order' ? deal.order.day : deal.order.day + chance.int(5, 60);
  const entries: Entry[] = [];
  if (kind !== 'receipt' || chance.happens(0.7)) {
    const number =
      kind === 'purchase-order'
        ? deal.order.number
        : kind === 'invoice'
          ? deal.invoiceNumber
          : codeLike(chance, chance.pick(['####-##', 'C######', '@#####', '######']));
    entries.push([chance.pick(words.numbers), gold.text('document_number', number)]);
  }
  entries.push([chance.pick(words.dates), gold.date('document_date', day)]);
  if (kind !== 'purchase-order' && chance.happens(kind === 'receipt' ? 0.15 : 0.6)) {
    const order = gold.text('purchase_order_number', deal.order.number);
    entries.push([chance.pick(words.order), order]);
  }
  if (kind === 'invoice' && chance.happens(0.7)) {
    entries.push([chance.pick(words.dues), gold.date('due_date', day + days)]);
  }
  if ((kind === 'invoice' || kind === 'purchase-order') && chance.happens(0.6)) {
    const unit = { en: 'days', de: 'Tage', es: 'días' }[style.language];
    writing.draft.fields.payment_terms = `${days} days`;
    entries.push([chance.pick(words.terms), `${days} ${unit}`]);
  }
  return chance.happens(0.3) ? chance.some(entries, entries.length) : entries;
}

function goodsTable({ style }: Writing, words: CommerceWords, { lines }: Goods): Block {
  const [header = ['', '', '', '']] = words.columns;
  const rows = lines.map((line) => [
    line.item,
    String(line.quantity),
    printNumber(line.unitPrice, style.number),
    printNumber(line.quantity * line.unitPrice, style.number),
  ]);
  return { kind: 'table', header, rows };
}

function totalLines(
  writing: Writing,
  kind: CommerceKind,
  words: CommerceWords,
  { totals }: Goods,
): Block {
  const { chance, gold, money, draft } = writing;
  const checked = kind === 'invoice' || kind === 'credit-note';
  const wrong = kind === 'invoice' && chance.happens(WRONG_SUM);
  const total = wrong ? totals.total + chance.int(3, 90) * 100 : totals.total;
  const lines: string[] = [];
  const hasParts = checked || chance.happens(0.7);
  if (hasParts) lines.push(`${chance.pick(words.net)}: ${money(totals.net)}`);
  if (hasParts) lines.push(`${chance.pick(words.tax)}: ${gold.money('tax_amount', totals.tax)}`);
  const totalLine = `${chance.pick(words.total)}: ${gold.money('total_amount', total)}`;
  lines.push(totalLine);
  if (checked) draft.compliance['invoice-sums'] = wrong ? 'violated' : 'met';
  draft.questions.push({
    kind: 'total',
    question: 'What is the total amount?',
    answer: draft.fields.total_amount ?? '',
    evidence: [totalLine],
  });
  return { kind: 'lines', lines };
}
