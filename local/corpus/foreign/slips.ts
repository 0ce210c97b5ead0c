import { isoDate } from '../generate/calendar.ts';
import type { Chance } from '../generate/chance.ts';
import { codeLike } from '../generate/identifiers.ts';
import { landOf } from '../generate/lands.ts';
import { printDate } from '../generate/calendar.ts';
import type { Bill } from './bill.ts';
import { printedDay, printedTax, printedTotal } from './bill.ts';
import { issuerAddress, issuerName, titleOf } from './bill-parts.ts';
import { FOREIGN_COUNTRIES, makeParty } from './parties.ts';
import type { Sheet } from './sheet.ts';

const WIDTHS = [28, 32, 40, 48];

/** A slip in one of three builds: till, card terminal, hand-written form. */
export function writeSlip(sheet: Sheet, bill: Bill): void {
  const { chance } = bill;
  const lines = chance.pick([tillLines, tillLines, cardLines, formLines])(bill);
  sheet.stack(60, 50, lines, { size: 8 });
}

function tillLines(bill: Bill): string[] {
  const { chance, lines, net, tax, total } = bill;
  const width = chance.pick(WIDTHS);
  const row = (left: string, right: string): string =>
    left.padEnd(Math.max(width - right.length, left.length + 2)) + right;
  const isCash = chance.happens(0.5);
  const given = Math.ceil(total / 500) * 500;
  const time = `${chance.int(8, 21)}:${chance.int(10, 59)}`;
  const taxLine = row(`${bill.word('tax')} ${bill.percent()}`, printedTax(bill, tax));
  return [
    issuerName(bill),
    ...issuerAddress(bill),
    ...(chance.happens(0.6) ? [`${bill.word('vat')} ${bill.issuer.vat}`] : []),
    '',
    ...(chance.happens(0.5) ? [titleOf(bill)] : []),
    ...lines.flatMap(({ text, quantity, price, amount }) =>
      quantity > 1
        ? [row(text, bill.figure(amount)), `   ${quantity} x ${bill.figure(price)}`]
        : [row(text, bill.figure(amount))],
    ),
    '-'.repeat(width),
    ...(chance.happens(0.4) ? [row(bill.word('net'), bill.figure(net))] : []),
    row(bill.word('total'), printedTotal(bill, total)),
    ...(isCash
      ? [
          row(bill.word('cash'), bill.figure(given)),
          row(bill.word('back'), bill.figure(given - total)),
        ]
      : [row(bill.word('card'), bill.figure(total))]),
    taxLine,
    `${printedDay(bill, 'document_date', bill.day)} ${time}  ${bill.gold('document_number', codeLike(chance, '####/###'))}`,
    bill.word('thanks'),
  ];
}

/** What a terminal prints for the customer. */
function cardLines(bill: Bill): string[] {
  const { chance, total, day } = bill;
  return [
    bill.word('thanks'),
    issuerName(bill),
    ...issuerAddress(bill),
    `Terminal-ID ${codeLike(chance, '########')}`,
    `${bill.label('number')} ${bill.gold('document_number', codeLike(chance, '######'))}`,
    `${printedDay(bill, 'document_date', day)}   ${chance.int(8, 21)}:${chance.int(10, 59)}:${chance.int(10, 59)}`,
    bill.word('card'),
    `#### #### #### ${codeLike(chance, '####')}`,
    `${bill.word('total')}   ${printedTotal(bill, total)}`,
    `AUT ${codeLike(chance, '######')}`,
    titleOf(bill),
  ];
}

/** A pre-printed form that was filled in. */
function formLines(bill: Bill): string[] {
  const { chance, total, tax, lines } = bill;
  return [
    `${titleOf(bill)}   ${bill.label('number')} ${bill.gold('document_number', codeLike(chance, '###'))}`,
    `${bill.label('total')} ${printedTotal(bill, total)}`,
    `${bill.label('tax')} ${bill.percent()} ${printedTax(bill, tax)}`,
    `${bill.label('item')} ${lines[0]?.text ?? ''}`,
    `${bill.word('cash')} ${bill.date(bill.day)}`.replace(
      bill.date(bill.day),
      printedDay(bill, 'document_date', bill.day),
    ),
    issuerName(bill),
    ...issuerAddress(bill),
  ];
}

const CERTIFICATES = {
  en: [
    'CERTIFICATE|Declaration of Conformity|Attestation',
    'This is to certify that the management system of',
    'meets the requirements of',
    'Valid from',
    'Valid until',
    'Certificate register no.',
    'Issued on',
    'The product named below was tested and conforms to',
    'Surveillance audits take place once a year.',
  ],
  de: [
    'ZERTIFIKAT|Konformitätserklärung|Prüfbescheinigung',
    'Hiermit wird bescheinigt, dass das Managementsystem von',
    'die Anforderungen erfüllt von',
    'Gültig ab',
    'Gültig bis',
    'Zertifikat-Registrier-Nr.',
    'Ausgestellt am',
    'Das unten genannte Produkt wurde geprüft und entspricht',
    'Überwachungsaudits finden jährlich statt.',
  ],
  fr: [
    'CERTIFICAT|Déclaration de conformité|Attestation',
    'Nous certifions que le système de management de',
    'satisfait aux exigences de',
    'Valable à compter du',
    "Valable jusqu'au",
    "N° d'enregistrement",
    'Délivré le',
    'Le produit ci-dessous a été essayé et est conforme à',
    'Les audits de suivi ont lieu chaque année.',
  ],
} as const;
const NORMS = [
  'ISO 9001:2015',
  'ISO/IEC 27001:2022',
  'EN 60335-1',
  'ISO 14001:2015',
  'EN 1090-2',
  '2014/35/EU',
];

/** A certificate as certifiers set it: centred, or as a list of facts. */
export function writeCertificateSheet(sheet: Sheet, chance: Chance): Record<string, string> {
  const language = chance.pick(['en', 'de', 'fr'] as const);
  const [titles, certify, meets, from, until, register, issued, product, audits] =
    CERTIFICATES[language];
  const country = chance.pick(FOREIGN_COUNTRIES.filter((one) => landOf(one).language === language));
  const [issuer, holder] = [makeParty(chance, country), makeParty(chance, country)];
  const fields: Record<string, string> = {};
  const start = 16_000 + chance.int(0, 3_900);
  const end = start + 365 * 3;
  const { locale } = landOf(country);
  const print = (field: string, day: number): string => {
    fields[field] = isoDate(day);
    return printDate(day, chance.pick(['words', 'numbers'] as const), locale);
  };
  const number = codeLike(
    chance,
    chance.pick(['## ### ######', 'Z-####-##', '@@ ######/#']),
  ).replaceAll(' ', '-');
  Object.assign(fields, {
    issuer_name: issuer.name,
    recipient_name: holder.name,
    document_number: number,
  });
  const facts = [
    `${register} ${number}`,
    `${from} ${print('effective_date', start)}`,
    `${until} ${print('expiry_date', end)}`,
    ...(chance.happens(0.5) ? [`${issued} ${print('document_date', start - 9)}`] : []),
  ];
  const [align, x] = chance.happens(0.6) ? (['centre', 298] as const) : (['left', 70] as const);
  const opening = chance.happens(0.6) ? certify : product;
  const lines = [
    holder.name,
    holder.street,
    holder.town,
    '',
    `${meets} ${chance.pick(NORMS)}`,
    '',
    ...facts,
    '',
    audits,
  ];
  sheet.put(x, 100, chance.pick(titles.split('|')), { size: 22, bold: true, align });
  sheet.put(x, 150, opening, { align });
  sheet.stack(x, 175, lines, { align });
  sheet.stack(70, 700, [issuer.name, issuer.street, issuer.town]);
  fields['issuer_address'] = `${issuer.street}, ${issuer.town}`;
  return fields;
}
