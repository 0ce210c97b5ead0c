import { endOf } from './deal.ts';
import { type Block, fill, type Writing } from './draft.ts';
import { codeLike } from './identifiers.ts';
import { makePerson } from './parties.ts';
import type { AgreementKind } from './wording/agreement-words.ts';

/** The terms of one agreement, with the words to print them. */
export interface Terms {
  readonly noticeDays: number;
  /** Fills a wording; what it prints of the fields becomes gold. */
  fill(wording: string): string;
  preamble(): Block[];
  signatures(): Block[];
}

type Values = Readonly<Record<string, string>>;

const NOTICE_WORDS: Readonly<Record<number, string>> = {
  14: 'fourteen',
  30: 'thirty',
  60: 'sixty',
  90: 'ninety',
};
const RATES = ['5', '8', '9', '12'];

/** `roles` are the words for the first and the second party. */
export function agreementValues(
  writing: Writing,
  kind: AgreementKind,
  roles: readonly [string, string],
): Terms {
  const { chance, deal, gold, style } = writing;
  const noticeDays = chance.pick([14, 30, 30, 60, 90]);
  const days = chance.pick([10, 14, 30, 30, 45, 60]);
  const cap = writing.money(chance.int(5, 400) * 100_000);
  const total = chance.int(20, 900) * 100_000 + chance.pick([0, 0, 55_000]);
  const person = makePerson(chance);
  const employee = makePerson(chance);
  const spelled = NOTICE_WORDS[noticeDays];
  const notice =
    style.language === 'en' && chance.happens(0.5) ? `${spelled} (${noticeDays})` : `${noticeDays}`;
  const values = (): Values => ({
    A: roles[0],
    B: roles[1],
    law: deal.law.phrase,
    notice,
    days: String(days),
    cap,
    service: deal.service.name,
    rate: chance.pick(RATES),
    years: String(chance.int(2, 5)),
    hours: String(chance.pick([24, 36, 48, 72])),
    items: listed(deal.service.items.slice(0, 3)),
    other: deal.agreementNumber,
    start: writing.date(deal.start),
    end: writing.date(endOf(deal)),
    place: deal.supplier.address.slice(0, 2).join(', '),
    person,
    total: writing.money(total),
  });
  return {
    noticeDays,
    fill(wording) {
      if (wording.includes('{law}')) gold.text('governing_law', deal.law.name);
      if (wording.includes('{notice}')) gold.text('termination_notice_days', String(noticeDays));
      if (wording.includes('{days}')) gold.text('payment_terms', `${days} days`);
      if (wording.includes('{total}')) gold.money('total_amount', total);
      return fill(wording, values());
    },
    preamble: () => preamble(writing, kind, roles, employee),
    signatures: () => signatures(writing, kind, employee),
  };
}

function preamble(
  writing: Writing,
  kind: AgreementKind,
  [first, second]: readonly [string, string],
  employee: string,
): Block[] {
  const { chance, deal, gold, draft } = writing;
  const issuer = gold.company('issuer', deal.supplier);
  const recipient =
    kind === 'employment-agreement'
      ? gold.text('recipient_name', employee)
      : gold.company('recipient', deal.client);
  const signed = deal.start - chance.int(0, 40) + (kind === 'amendment' ? 300 : 0);
  const address = chance.happens(0.7) ? `, ${gold.address(deal.supplier).join(', ')}` : '';
  const theirs = chance.happens(0.5) ? `, ${deal.client.address.join(', ')}` : '';
  const date = gold.date('document_date', signed);
  const blocks: Block[] = [];
  if (chance.happens(0.5)) {
    const number =
      kind === 'contract'
        ? deal.agreementNumber
        : codeLike(chance, chance.pick(['@@@-###', '##/###', '@-#####']));
    const label = chance.pick(['Ref.', 'No.', 'Reference', 'Document', 'File']);
    blocks.push({ kind: 'lines', lines: [`${label}: ${gold.text('document_number', number)}`] });
  }
  const prose = [
    `This document is made on ${date} between ${issuer}${address} ("${first}") and ${recipient}${theirs} ("${second}").`,
    `Dated ${date}. By and between ${issuer}${address}, hereinafter the ${first}, and ${recipient}${theirs}, hereinafter the ${second}.`,
    `${issuer}${address} (the "${first}") and ${recipient}${theirs} (the "${second}") have agreed on ${date} as follows.`,
  ];
  if (chance.happens(0.3)) {
    const lines = [
      `Date: ${date}`,
      `${first}: ${issuer}${address}`,
      `${second}: ${recipient}${theirs}`,
    ];
    blocks.push({ kind: 'lines', lines });
  } else {
    blocks.push({ kind: 'paragraph', text: chance.pick(prose) });
  }
  blocks.push(...term(writing, kind));
  draft.questions.push({
    kind: 'factual',
    question: `Who is the ${first}?`,
    answer: issuer,
    evidence: [issuer],
  });
  return blocks;
}

/** From when and until when; each may be left out. */
function term({ chance, deal, gold }: Writing, kind: AgreementKind): Block[] {
  const start = kind === 'amendment' ? deal.start + 320 : deal.start;
  if (chance.happens(0.25)) return [];
  const from = gold.date('effective_date', start);
  const ends = kind !== 'amendment' && chance.happens(0.6);
  if (!ends) {
    const texts = [
      `It takes effect on ${from}.`,
      `Effective date: ${from}`,
      `In force from ${from} until terminated.`,
    ];
    return [{ kind: 'paragraph', text: chance.pick(texts) }];
  }
  const until = gold.date('expiry_date', endOf(deal));
  const texts = [
    `It takes effect on ${from} and ends on ${until} unless it is extended.`,
    `Term: ${from} to ${until}.`,
    `The first term runs from ${from} and expires on ${until}.`,
  ];
  return [{ kind: 'paragraph', text: chance.pick(texts) }];
}

function signatures({ chance, deal }: Writing, kind: AgreementKind, employee: string): Block[] {
  if (chance.happens(0.25)) return [];
  const other = kind === 'employment-agreement' ? employee : deal.clientSigner;
  const lines = [
    `Signed: ${deal.supplierSigner}, ${deal.supplier.name}`,
    kind === 'employment-agreement' ? `Signed: ${other}` : `Signed: ${other}, ${deal.client.name}`,
  ];
  return [{ kind: 'lines', lines }];
}

function listed(items: readonly string[]): string {
  const lower = items.map((item) => item.toLowerCase());
  return lower.length < 2 ? lower.join('') : `${lower.slice(0, -1).join(', ')} and ${lower.at(-1)}`;
}
