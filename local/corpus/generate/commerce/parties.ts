import type { Block, Writing } from '../draft.ts';
import { codeLike } from '../identifiers.ts';
import type { Language } from '../lands.ts';
import { landOf } from '../lands.ts';
import type { Company } from '../parties.ts';
import { makePerson } from '../parties.ts';
import type { Entry, Paper } from './paper.ts';

/** Labels of records (EN 16931, BT-27, BG-5), by language. */
const RECORD: Readonly<Record<Language, readonly [name: string, address: string]>> = {
  en: ['Name', 'Address'],
  de: ['Name', 'Anschrift'],
  es: ['Nombre', 'Dirección'],
  fr: ['Nom', 'Adresse'],
  it: ['Nome', 'Indirizzo'],
  nl: ['Naam', 'Adres'],
  pt: ['Nome', 'Morada'],
  pl: ['Nazwa', 'Adres'],
  sv: ['Namn', 'Adress'],
  da: ['Navn', 'Adresse'],
};

/** BT-41, by language. */
const CONTACT: Readonly<Record<Language, string>> = {
  en: 'Contact|Your contact person',
  de: 'Ansprechpartner|Kontakt',
  es: 'Contacto|Persona de contacto',
  fr: 'Contact|Interlocuteur',
  it: 'Contatto|Referente',
  nl: 'Contactpersoon|Contact',
  pt: 'Contacto|Pessoa de contacto',
  pl: 'Kontakt|Osoba kontaktowa',
  sv: 'Kontakt|Kontaktperson',
  da: 'Kontakt|Kontaktperson',
};

/** Who sends and who receives, in one of the ways in which papers show it; `right` stands beside. */
export function partyBlocks(paper: Paper, right: readonly (readonly string[])[]): Block[] {
  const { chance } = paper.writing;
  const ways =
    right.length > 0
      ? [beside]
      : [stacked, stacked, sections, columns, letter, records, opposite, delivered];
  return chance.pick(ways)(paper, right);
}

/** Share of letterheads that show the tax number, a telephone, a mail address. */
const WITH_CONTACT = 0.5;

function issuerLines(paper: Paper): string[] {
  const { writing, issuer } = paper;
  const { chance, gold } = writing;
  const name = gold.company('issuer', issuer);
  const address = chance.happens(0.85) ? gold.address(issuer) : [];
  return [name, ...address, ...contactLines(paper)];
}

export function contactLines({ writing, issuer, label, words }: Paper): string[] {
  const { chance } = writing;
  const lines: string[] = [];
  if (chance.happens(WITH_CONTACT)) {
    lines.push(`${label(words.taxNumber)} ${codeLike(chance, landOf(issuer.country).taxNumber)}`);
  }
  // 555-0100 to 555-0199 are kept for fiction (North American Numbering Plan).
  if (chance.happens(WITH_CONTACT)) {
    lines.push(`${label(words.phone)} ${codeLike(chance, '+1 212 555 01##')}`);
  }
  if (chance.happens(WITH_CONTACT / 2)) lines.push(`info@${issuer.domain}`);
  return lines;
}

function recipientLines({ writing, recipient }: Paper): string[] {
  const { chance, gold } = writing;
  const name = gold.company('recipient', recipient);
  return chance.happens(0.75) ? [name, ...recipient.address] : [name];
}

/** `Seller: Name` and the address below; the label may be missing. */
function stacked(paper: Paper): Block[] {
  const { writing, label, words } = paper;
  const { chance } = writing;
  const labelled = chance.happens(0.6);
  const lead = (start: string, [name = '', ...rest]: readonly string[]): Block => ({
    kind: 'lines',
    lines: [`${start} ${name}`, ...rest],
  });
  const from = issuerLines(paper);
  const blocks: Block[] = [
    labelled ? lead(label(words.seller), from) : { kind: 'lines', lines: from },
  ];
  if (!skipsRecipient(paper)) blocks.push(lead(label(words.buyer), recipientLines(paper)));
  return chance.happens(0.15) ? blocks.reverse() : blocks;
}

/** The label is a line of its own. */
function sections(paper: Paper): Block[] {
  const { label, words } = paper;
  const blocks: Block[] = [{ kind: 'lines', lines: [label(words.seller), ...issuerLines(paper)] }];
  if (!skipsRecipient(paper)) {
    blocks.push({ kind: 'lines', lines: [label(words.buyer), ...recipientLines(paper)] });
  }
  return paper.writing.chance.happens(0.25) ? blocks.reverse() : blocks;
}

/** Side by side, labels above. */
function columns(paper: Paper): Block[] {
  const { bare, words, writing } = paper;
  if (skipsRecipient(paper)) return stacked(paper);
  const from = [bare(words.seller), ...issuerLines(paper)];
  const to = [bare(words.buyer), ...recipientLines(paper)];
  const isTurned = writing.chance.happens(0.3);
  return [{ kind: 'grid', rows: isTurned ? zip([to, from]) : zip([from, to]) }];
}

/** Side by side without labels, the recipient as high or lower (French and Belgian custom). */
function opposite(paper: Paper): Block[] {
  if (skipsRecipient(paper)) return stacked(paper);
  const from = issuerLines(paper);
  const to = recipientLines(paper);
  const down = paper.writing.chance.int(0, 2);
  return [{ kind: 'grid', rows: zip([from, [...Array.from({ length: down }, () => ''), ...to]]) }];
}

/** The recipient beside the place of delivery, where a person takes the goods (BG-13). */
function delivered(paper: Paper): Block[] {
  const { writing, words, bare, recipient } = paper;
  if (skipsRecipient(paper)) return stacked(paper);
  const from: Block = { kind: 'lines', lines: issuerLines(paper) };
  const to = [bare(words.buyer), ...recipientLines(paper)];
  const goods = [bare(words.shipTo), makePerson(writing.chance), ...recipient.address];
  return [from, { kind: 'grid', rows: zip([to, goods]) }];
}

/** Letterhead, the sender in one small line above the window, the recipient without a label. */
function letter(paper: Paper): Block[] {
  const { writing, issuer } = paper;
  const { chance } = writing;
  const blocks: Block[] = [{ kind: 'lines', lines: issuerLines(paper) }];
  if (skipsRecipient(paper)) return blocks;
  const mark = chance.pick([' · ', ' - ', ', ', ' | ']);
  const to = recipientLines(paper);
  const sender = [issuer.name, ...issuer.address].join(mark);
  const hasSender = chance.happens(0.5);
  // What is printed is gold, wherever it stands.
  if (hasSender) writing.gold.address(issuer);
  blocks.push({ kind: 'lines', lines: hasSender ? [sender, ...to] : to });
  return blocks;
}

/** As programs print records: `Name: …`, `Address: …` below a heading. */
function records(paper: Paper): Block[] {
  const { writing, words, bare } = paper;
  const one = (company: Company, role: 'issuer' | 'recipient'): Block[] => {
    const [name, address] = RECORD[writing.style.language];
    const printed = writing.gold.company(role, company);
    const lines = role === 'issuer' ? writing.gold.address(company) : company.address;
    return [
      { kind: 'heading', text: bare(role === 'issuer' ? words.seller : words.buyer) },
      {
        kind: 'grid',
        rows: [
          [`${name}:`, printed],
          ...lines.map((line, at) => [at === 0 ? `${address}:` : '', line]),
        ],
      },
    ];
  };
  const from = one(paper.issuer, 'issuer');
  return skipsRecipient(paper) ? from : [...from, ...one(paper.recipient, 'recipient')];
}

/** The parties on the left, what stands right of them in the same rows. */
function beside(paper: Paper, right: readonly (readonly string[])[]): Block[] {
  const { words, bare, writing } = paper;
  const isLabelled = writing.chance.happens(0.5);
  const from = issuerLines(paper);
  const to = skipsRecipient(paper) ? [] : recipientLines(paper);
  const left = isLabelled
    ? [bare(words.seller), ...from, ...(to.length > 0 ? [bare(words.buyer), ...to] : [])]
    : [...from, ...to];
  const shift = writing.chance.int(0, Math.max(0, left.length - right.length));
  const rows = Array.from({ length: Math.max(left.length, right.length + shift) }, (_, at) => [
    left[at] ?? '',
    ...(right[at - shift] ?? []),
  ]);
  return [{ kind: 'grid', rows }];
}

/** Who answers for the issuer (BT-41). */
export function contactEntry({ chance, style }: Writing, label: Paper['label']): Entry {
  return [label(CONTACT[style.language]), makePerson(chance)];
}

/** Customers of a shop stay nameless. */
function skipsRecipient({ kind, writing }: Paper): boolean {
  return kind === 'receipt' && writing.chance.happens(0.7);
}

function zip(parts: readonly (readonly string[])[]): string[][] {
  const length = Math.max(...parts.map((part) => part.length));
  return Array.from({ length }, (_, at) => parts.map((part) => part[at] ?? ''));
}
