import type { Block } from '../draft.ts';
import type { Cents } from '../money.ts';
import { decimalOf, printNumber } from '../money.ts';
import type { Entry, Paper } from './paper.ts';
import { entryBlocks } from './paper.ts';

/** Share of invoices whose printed total is not the sum of its parts. */
const WRONG_SUM = 0.12;
/** Share of invoices that were paid in part before. */
const PREPAID = 0.15;
/** Share of credit notes that print what they credit as negative. */
const NEGATIVE = 0.3;

interface Sums {
  readonly net: Cents;
  readonly tax: Cents;
  readonly total: Cents;
  readonly prepaid: Cents;
}

/** Sums below the lines: labelled rows, a row of its own, or a table of rates before them. */
export function totalBlocks(paper: Paper): Block[] {
  const { writing, kind, bare, words } = paper;
  const { chance, draft } = writing;
  const sums = sumsOf(paper);
  const entries = totalEntries(paper, sums);
  draft.questions.push(...questionOf(paper));
  const breakdown: Block[] =
    kind !== 'purchase-order' && chance.happens(0.25)
      ? [
          {
            kind: 'table',
            header: [bare(words.rate), bare(words.net), bare(words.tax)],
            rows: [[rateOf(paper), number(paper, sums.net), number(paper, sums.tax)]],
          },
        ]
      : [];
  const blocks = entryBlocks(paper, entries);
  return chance.happens(0.5) ? [...breakdown, ...blocks] : [...blocks, ...breakdown];
}

function sumsOf({ goods, kind, writing }: Paper): Sums {
  const { chance, draft } = writing;
  const { net, tax, total } = goods.totals;
  const wrong = kind === 'invoice' && chance.happens(WRONG_SUM);
  if (kind === 'invoice' || kind === 'credit-note') {
    draft.compliance['invoice-sums'] = wrong ? 'violated' : 'met';
  }
  const printed = wrong ? total + chance.int(3, 90) * 100 : total;
  const prepaid = kind === 'invoice' && chance.happens(PREPAID) ? Math.round(printed / 4) : 0;
  const sign = kind === 'credit-note' && chance.happens(NEGATIVE) ? -1 : 1;
  return { net: sign * net, tax: sign * tax, total: sign * printed, prepaid };
}

function totalEntries(paper: Paper, { net, tax, total, prepaid }: Sums): Entry[] {
  const { writing, kind, label, words } = paper;
  const { chance, gold, draft, deal } = writing;
  const checked = kind === 'invoice' || kind === 'credit-note';
  const hasParts = checked || chance.happens(0.7);
  const entries: Entry[] = [];
  if (hasParts) {
    entries.push([label(words.net), writing.money(net)]);
    const rate = chance.happens(0.4) ? ` ${rateOf(paper)}` : '';
    entries.push([
      label(
        words.tax
          .split('|')
          .map((one) => one + rate)
          .join('|'),
      ),
      gold.money('tax_amount', tax),
    ]);
  }
  // Papers that print bare numbers name the currency beside the label of the total, or nowhere.
  const isNamed = writing.style.mark === 'none' && chance.happens(0.5);
  if (isNamed) draft.fields['currency'] = deal.currency;
  const mark = isNamed ? ` ${deal.currency}` : '';
  const totals = words.total.split('|').map((one) => one + mark);
  entries.push([label(totals.join('|')), gold.money('total_amount', total)]);
  if (prepaid > 0) {
    entries.push([label(words.prepaid), writing.money(prepaid)]);
    entries.push([label(words.due), writing.money(total - prepaid)]);
  } else if (kind === 'invoice' && chance.happens(0.25)) {
    entries.push([label(words.due), writing.money(total)]);
  }
  return entries;
}

function questionOf({ writing }: Paper): Paper['writing']['draft']['questions'][number][] {
  const { draft, style, money } = writing;
  const answer = draft.fields['total_amount'];
  if (answer === undefined || !['en', 'de', 'es'].includes(style.language)) return [];
  const cents = Math.round(Number(answer) * 100);
  const question = 'What is the total amount?';
  return [{ kind: 'total', question, answer: decimalOf(cents), evidence: [money(cents)] }];
}

export function rateOf({ goods, writing }: Paper): string {
  const percent = Math.round(goods.taxRate * 1_000) / 10;
  const text = String(percent);
  return `${/^(?:en|es-MX)/.test(writing.style.locale) ? text : text.replace('.', ',')}${writing.chance.pick(['%', ' %'])}`;
}

function number({ writing }: Paper, cents: Cents): string {
  return printNumber(cents, writing.style);
}
