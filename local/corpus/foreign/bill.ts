import { type Day, isoDate, localeOf, printDate } from '../generate/calendar.ts';
import { dayOf } from '../generate/calendar.ts';
import type { Chance } from '../generate/chance.ts';
import { codeLike } from '../generate/identifiers.ts';
import type { Language } from '../generate/lands.ts';
import { landOf } from '../generate/lands.ts';
import { type Cents, decimalOf, printMoney, printNumber } from '../generate/money.ts';
import { FOREIGN_COUNTRIES, makeParty, type Party } from './parties.ts';
import type { BillWords } from './words/bill-words.ts';
import {
  danishBill,
  dutchBill,
  englishBill,
  germanBill,
  swedishBill,
} from './words/bills-germanic.ts';
import {
  frenchBill,
  italianBill,
  polishBill,
  portugueseBill,
  spanishBill,
} from './words/bills-others.ts';

const billWords: Readonly<Record<Language, BillWords>> = {
  en: englishBill,
  de: germanBill,
  es: spanishBill,
  fr: frenchBill,
  it: italianBill,
  nl: dutchBill,
  pt: portugueseBill,
  pl: polishBill,
  sv: swedishBill,
  da: danishBill,
};

export type BillKind = 'invoice' | 'credit-note' | 'purchase-order' | 'receipt';

export interface BillLine {
  readonly code: string;
  readonly text: string;
  readonly quantity: number;
  readonly price: Cents;
  readonly amount: Cents;
}

/** One commercial paper: its facts, and how it prints them. What is printed becomes gold. */
export interface Bill {
  readonly kind: BillKind;
  readonly chance: Chance;
  readonly language: Language;
  readonly currency: string;
  readonly issuer: Party;
  readonly recipient: Party;
  readonly number: string;
  readonly day: Day;
  readonly days: number;
  readonly lines: readonly BillLine[];
  readonly rate: number;
  readonly net: Cents;
  readonly tax: Cents;
  readonly total: Cents;
  readonly fields: Record<string, string>;
  /** One of the alternatives of a wording. */
  word(key: keyof BillWords): string;
  /** The same with the paper's mark after it: `No:`. */
  label(key: keyof BillWords): string;
  date(day: Day): string;
  /** Bare number. */
  figure(cents: Cents): string;
  money(cents: Cents): string;
  percent(): string;
  /** Records gold and returns what is printed. */
  gold(field: string, value: string, printed?: string): string;
}

/** Share of credit notes whose amounts are negative. */
const NEGATIVE = 0.45;
const YEARS = [2018, 2025] as const;

export function makeBill(kind: BillKind, chance: Chance): Bill {
  const country = chance.pick(FOREIGN_COUNTRIES);
  const land = landOf(country);
  const { language } = land;
  const words = billWords[language];
  const home = chance.happens(0.8) ? country : chance.pick(FOREIGN_COUNTRIES);
  const currency = land.currency;
  const locale = localeOf(language, land.locale);
  const sign = kind === 'credit-note' && chance.happens(NEGATIVE) ? -1 : 1;
  const lines = makeLines(kind, chance, words.goods.split('|')).map((line) => ({
    ...line,
    price: sign * line.price,
    amount: sign * line.amount,
  }));
  const net = lines.reduce((sum, { amount }) => sum + amount, 0);
  const rate = chance.pick(land.rates);
  const tax = Math.round(net * rate);
  const style = {
    date: chance.pick(['numbers', 'numbers', 'numbers', 'words', 'words', 'iso'] as const),
    mark: chance.pick(['none', 'none', 'code-after', 'symbol', 'code-before'] as const),
    grouped: chance.happens(0.8),
    end: chance.pick([':', '', '', ' :', '.:']),
    upper: chance.happens(0.15),
  };
  const fields: Record<string, string> = {};
  const chosen = new Map<keyof BillWords, string>();
  const word = (key: keyof BillWords): string => {
    const text = chosen.get(key) ?? chance.pick(words[key].split('|'));
    chosen.set(key, text);
    if (text.includes('{currency}')) fields['currency'] = currency;
    return text.replaceAll('{currency}', currency);
  };
  return {
    kind,
    chance,
    language,
    currency,
    issuer: makeParty(chance, country),
    recipient: makeParty(chance, home),
    number: codeLike(
      chance,
      chance.pick([
        '#######',
        'RE-20##-#####',
        'F##/####',
        '@@#######',
        '20##.####',
        '####/##/@',
        '#####',
      ]),
    ),
    day: dayOf(chance.int(...YEARS), chance.int(1, 12), chance.int(1, 28)),
    days: chance.pick([7, 10, 14, 20, 21, 30, 45, 60, 90]),
    lines,
    rate,
    net,
    tax,
    total: net + tax,
    fields,
    word,
    label(key) {
      const text = word(key);
      const put = style.upper ? text.toUpperCase() : text;
      return /[.:,]$/.test(put) ? put : `${put}${style.end}`;
    },
    date: (day) => printDate(day, style.date, locale),
    figure: (cents) => printNumber(cents, { locale, grouped: style.grouped }),
    money(cents) {
      if (style.mark !== 'none') fields['currency'] = currency;
      return printMoney(cents, currency, { locale, grouped: style.grouped, mark: style.mark });
    },
    percent: () =>
      `${String(Math.round(rate * 1_000) / 10).replace('.', ',')}${chance.pick(['%', ' %'])}`,
    gold(field, value, printed = value) {
      fields[field] = value;
      return printed;
    },
  };
}

export function printedTotal(bill: Bill, cents: Cents): string {
  return bill.gold('total_amount', decimalOf(cents), bill.money(cents));
}

export function printedTax(bill: Bill, cents: Cents): string {
  return bill.gold('tax_amount', decimalOf(cents), bill.money(cents));
}

export function printedDay(bill: Bill, field: 'document_date' | 'due_date', day: Day): string {
  return bill.gold(field, isoDate(day), bill.date(day));
}

function makeLines(kind: BillKind, chance: Chance, goods: readonly string[]): BillLine[] {
  const isSmall = kind === 'receipt';
  return chance.some(goods, chance.int(1, isSmall ? 5 : 7)).map((text) => {
    const quantity = isSmall ? chance.pick([1, 1, 1, 2]) : chance.pick([1, 1, 2, 3, 5, 8, 12, 40]);
    const price = isSmall ? chance.int(90, 6_500) : chance.int(150, 95_000);
    const code = codeLike(chance, chance.pick(['####', '@@-###', '######', '#####-#']));
    return { code, text, quantity, price, amount: quantity * price };
  });
}
