import { type Day, isoDate, printDate } from '../generate/calendar.ts';
import { addYears, dayOf } from '../generate/calendar.ts';
import type { Chance } from '../generate/chance.ts';
import { codeLike } from '../generate/identifiers.ts';
import type { Country } from '../generate/lands.ts';
import { landOf } from '../generate/lands.ts';
import { decimalOf, printMoney } from '../generate/money.ts';
import { addressOf, makeParty, type Party } from './parties.ts';
import { openSheet, type Family, type Sheet } from './sheet.ts';
import type {
  AgreementKind,
  AgreementLanguage,
  AgreementWording,
  FrameWording,
} from './words/agreement-kinds.ts';
import { englishAgreements, englishFrame } from './words/english-agreements.ts';
import { frenchAgreements, frenchFrame } from './words/french-agreements.ts';
import { germanAgreements, germanFrame } from './words/german-agreements.ts';

const COUNTRIES: Readonly<Record<AgreementLanguage, readonly Country[]>> = {
  en: ['gb', 'us', 'gb', 'nl', 'se'],
  de: ['de', 'de', 'at', 'ch'],
  fr: ['fr', 'fr', 'be'],
};
const WORDINGS: Readonly<
  Record<
    AgreementLanguage,
    readonly [FrameWording, Readonly<Record<AgreementKind, AgreementWording>>]
  >
> = {
  en: [englishFrame, englishAgreements],
  de: [germanFrame, germanAgreements],
  fr: [frenchFrame, frenchAgreements],
};
/** Kinds that say how to end them, and those that bear an amount. */
const WITHOUT_NOTICE: ReadonlySet<AgreementKind> = new Set([
  'amendment',
  'statement-of-work',
  'nda',
]);
const BOTTOM = 770;

interface Agreement {
  readonly chance: Chance;
  readonly frame: FrameWording;
  readonly title: string;
  readonly roles: readonly [string, string];
  readonly first: Party;
  readonly second: Party;
  readonly paragraphs: readonly string[];
  readonly date: string;
  readonly number: string | null;
}

/** An agreement on its sheet, and what it says. */
export function writeAgreementSheet(
  kind: AgreementKind,
  chance: Chance,
  family: Family,
): { readonly sheet: Sheet; readonly fields: Record<string, string> } {
  const language = chance.pick(['en', 'en', 'de', 'fr'] as const);
  const [frame, wordings] = WORDINGS[language];
  const wording = wordings[kind];
  const country = chance.pick(COUNTRIES[language]);
  const [first, second] = [
    makeParty(chance, country),
    makeParty(chance, chance.pick(COUNTRIES[language])),
  ];
  const fields: Record<string, string> = {};
  const gold = (field: string, value: string, printed = value): string => {
    fields[field] = value;
    return printed;
  };
  const day = dayOf(chance.int(2016, 2025), chance.int(1, 12), chance.int(1, 28));
  const say = sayer({ chance, country, language, gold, day });
  const of = (alternatives: string): string => chance.pick(alternatives.split('|'));
  const isPerson = kind === 'employment-agreement';
  const own = chance.some(wording.sentences, chance.int(4, wording.sentences.length)).map(say);
  const rest = [
    ...(chance.happens(0.8) ? [say(of(frame.start))] : []),
    ...(chance.happens(0.5) ? [say(of(frame.end))] : []),
    ...(!WITHOUT_NOTICE.has(kind) && chance.happens(0.7) ? [say(of(frame.notice))] : []),
    ...(chance.happens(0.75) ? [say(of(frame.law))] : []),
    ...(chance.happens(0.3) ? [frame.place] : []),
    ...chance.some(frame.common, chance.int(1, 4)),
  ];
  const agreement: Agreement = {
    chance,
    frame,
    title: of(wording.titles),
    roles: wording.roles,
    first: { ...first, name: gold('issuer_name', first.name) },
    second: { ...second, name: gold('recipient_name', isPerson ? second.person : second.name) },
    paragraphs: [...own, ...(chance.happens(0.5) ? rest : chance.some(rest, rest.length))],
    date: chance.happens(0.7)
      ? `${of(frame.date)} ${gold('document_date', isoDate(day), say('{day}'))}`
      : '',
    number: chance.happens(0.4)
      ? `${of(frame.number)} ${gold('document_number', codeLike(chance, chance.pick(['V-####/##', '##.####.#', '@@@####'])))}`
      : null,
  };
  const sheet = openSheet(family);
  chance.pick([covered, letter, form])(sheet, agreement, gold);
  return { sheet, fields };
}

type Gold = (field: string, value: string, printed?: string) => string;

/** Fills the gaps of a sentence; what it prints becomes gold. */
function sayer(context: {
  readonly chance: Chance;
  readonly country: Country;
  readonly language: AgreementLanguage;
  readonly gold: Gold;
  readonly day: Day;
}): (wording: string) => string {
  const { chance, country, language, gold, day } = context;
  const { currency, laws, locale: native } = landOf(country);
  const locale = native.startsWith(language)
    ? native
    : { en: 'en-GB', de: 'de-DE', fr: 'fr-FR' }[language];
  const format = chance.pick(['words', 'words', 'numbers'] as const);
  const print = (value: Day): string => printDate(value, format, locale);
  const start = day + chance.pick([0, 1, 14, 31]);
  const end = addYears(start, chance.int(1, 6)) - 1;
  const amount = chance.int(9, 900) * 10_000;
  const notice = String(chance.pick([30, 60, 90, 180]));
  const [, law] = chance.pick(laws);
  const mark = chance.pick(['symbol', 'code-after', 'code-before'] as const);
  const makers: Readonly<Record<string, () => string>> = {
    day: () => print(day),
    start: () => gold('effective_date', isoDate(start), print(start)),
    end: () => gold('expiry_date', isoDate(end), print(end)),
    notice: () => gold('termination_notice_days', notice),
    law: () => gold('governing_law', law),
    amount: () => {
      gold('currency', currency);
      return gold(
        'total_amount',
        decimalOf(amount),
        printMoney(amount, currency, { locale, grouped: true, mark }),
      );
    },
  };
  return (wording) =>
    wording.replaceAll(/\{(\w+)\}/g, (whole, name: string) => makers[name]?.() ?? whole);
}

function addressLines(party: Party, gold: Gold): string[] {
  const lines = addressOf(party);
  gold('issuer_address', lines.join(', '));
  return lines;
}

/** A title, both parties with their roles, numbered articles. */
function covered(sheet: Sheet, agreement: Agreement, gold: Gold): void {
  const { chance, frame, title, roles, first, second, date, number } = agreement;
  sheet.put(298, 80, chance.happens(0.5) ? title.toUpperCase() : title, {
    size: 15,
    bold: true,
    align: 'centre',
  });
  sheet.put(298, 98, [date, number ?? ''].filter((one) => one !== '').join('   '), {
    align: 'centre',
  });
  sheet.put(60, 130, chance.pick(frame.between.split('|')));
  let y = sheet.stack(60, 148, [first.name, ...addressLines(first, gold), `– ${roles[0]} –`]);
  sheet.put(60, y + 4, frame.and);
  y = sheet.stack(60, y + 22, [second.name, ...addressOf(second), `– ${roles[1]} –`]);
  articles(sheet, agreement, y + 16);
}

/** A letter that the other side signs. */
function letter(sheet: Sheet, agreement: Agreement, gold: Gold): void {
  const { chance, frame, title, first, second, date, number } = agreement;
  sheet.put(60, 60, first.name, { size: 13, bold: true });
  sheet.put(60, 75, addressLines(first, gold).join(', '), { size: 8 });
  sheet.stack(60, 120, [second.name, ...addressOf(second)]);
  sheet.put(540, 120, date, { align: 'right' });
  sheet.put(60, 200, [title, number ?? ''].join(' '), { bold: true, size: 11 });
  sheet.put(60, 225, chance.pick(frame.salutation.split('|')).replace('{person}', second.person));
  articles(sheet, agreement, 250);
}

/** Key terms as labels and values, the clauses below. */
function form(sheet: Sheet, agreement: Agreement, gold: Gold): void {
  const { title, roles, first, second, date, number } = agreement;
  sheet.put(60, 64, title, { size: 16, bold: true });
  sheet.put(60, 84, [number ?? '', date].filter((one) => one !== '').join(' / '), { size: 8 });
  const rows: readonly (readonly [string, readonly string[]])[] = [
    [roles[0], [first.name, addressLines(first, gold).join(', ')]],
    [roles[1], [second.name, addressOf(second).join(', ')]],
  ];
  let y = 115;
  for (const [label, lines] of rows) {
    sheet.put(60, y, label, { bold: true });
    y = sheet.stack(220, y, lines) + 8;
  }
  articles(sheet, agreement, y + 10);
}

function articles(sheet: Sheet, { chance, frame, paragraphs }: Agreement, from: number): void {
  const mark = chance.pick(['§ ', 'Art. ', '', '(']);
  let y = from;
  for (const [at, text] of paragraphs.entries()) {
    if (y > BOTTOM) {
      sheet.turn();
      y = 70;
    }
    y = sheet.flow(60, y, 470, `${mark}${at + 1}${mark === '(' ? ')' : '.'} ${text}`) + 7;
  }
  sheet.put(60, y + 20, chance.pick(frame.signed.split('|')));
}
