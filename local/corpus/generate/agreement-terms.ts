import type { Day } from './calendar.ts';
import { type Deal, endOf } from './deal.ts';
import { type Block, fill, type Writing } from './draft.ts';
import { codeLike } from './identifiers.ts';
import type { Cents } from './money.ts';
import { makePerson } from './parties.ts';
import type { AgreementKind, AgreementPack } from './wording/agreement-words.ts';

/** The terms of one agreement, with the words to print them. */
export interface Terms {
  readonly noticeDays: number;
  /** Fills a wording; what it prints of the fields becomes gold. */
  fill(wording: string): string;
  preamble(): Block[];
  signatures(): Block[];
}

const SPELLED: Readonly<Record<number, string>> = {
  14: 'fourteen',
  30: 'thirty',
  60: 'sixty',
  90: 'ninety',
};
/** An amendment comes about a year after what it changes. */
const AMENDED_AFTER_DAYS = 300;

/** `roles` are the words for the first and the second party. */
export function agreementTerms(writing: Writing, { kind, pack, roles }: AgreementPlan): Terms {
  const { chance, deal, gold } = writing;
  const noticeDays = chance.pick([14, 30, 30, 60, 90]);
  const days = chance.pick([10, 14, 30, 30, 45, 60]);
  const total = totalOf(writing, kind);
  const law = pack.law ?? deal.law;
  const values: Readonly<Record<string, string>> = {
    ...dealValues(writing, noticeDays),
    start: writing.date(startOf(deal, kind)),
    A: roles[0],
    B: roles[1],
    law: law.phrase,
    days: String(days),
    total: writing.money(total),
  };
  const plan = { kind, pack, roles, employee: makePerson(chance) };
  return {
    noticeDays,
    fill(wording) {
      if (wording.includes('{law}')) gold.text('governing_law', law.name);
      if (wording.includes('{notice}')) gold.text('termination_notice_days', String(noticeDays));
      if (wording.includes('{days}')) gold.text('payment_terms', `${days} days`);
      if (wording.includes('{total}')) gold.money('total_amount', total);
      if (wording.includes('{start}')) gold.date('effective_date', startOf(deal, kind));
      if (/\{start\}.*\{end\}/.test(wording)) gold.date('expiry_date', endOf(deal));
      return fill(wording, values);
    },
    preamble: () => [...numberLine(writing, plan), parties(writing, plan), ...term(writing, plan)],
    signatures: () => signatures(writing, plan),
  };
}

export interface AgreementPlan {
  readonly kind: AgreementKind;
  readonly pack: AgreementPack;
  readonly roles: readonly [string, string];
}
interface PartyPlan extends AgreementPlan {
  readonly employee: string;
}

function startOf(deal: Deal, kind: AgreementKind): Day {
  return kind === 'amendment' ? deal.start + AMENDED_AFTER_DAYS + 20 : deal.start;
}

function totalOf({ chance }: Writing, kind: AgreementKind): Cents {
  const thousands = kind === 'employment-agreement' ? chance.int(28, 160) : chance.int(20, 900);
  return thousands * 100_000 + chance.pick([0, 0, 55_000]);
}

/** Values that stay the same through the document. */
function dealValues({ chance, deal, date, money, style }: Writing, noticeDays: number) {
  const items = deal.service.items.slice(0, 3).map((item) => item.toLowerCase());
  const spelled = style.language === 'en' && chance.happens(0.5);
  return {
    notice: spelled ? `${SPELLED[noticeDays]} (${noticeDays})` : String(noticeDays),
    cap: money(chance.int(5, 400) * 100_000),
    service: deal.service.name,
    rate: chance.pick(['5', '8', '9', '12']),
    years: String(chance.int(2, 5)),
    hours: String(chance.pick([24, 36, 48, 72])),
    items: `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`,
    other: deal.agreementNumber,
    end: date(endOf(deal)),
    place: deal.supplier.address.slice(0, 2).join(', '),
    person: makePerson(chance),
  };
}

function numberLine({ chance, deal, gold }: Writing, { kind, pack }: PartyPlan): Block[] {
  if (chance.happens(0.5)) return [];
  const own = codeLike(chance, chance.pick(['@@@-###', '##/###', '@-#####']));
  const number = gold.text('document_number', kind === 'contract' ? deal.agreementNumber : own);
  return [{ kind: 'lines', lines: [`${chance.pick(pack.preamble.numbers)}: ${number}`] }];
}

/** Who agrees with whom, and when: in prose or as a list. */
function parties(writing: Writing, { kind, pack, roles, employee }: PartyPlan): Block {
  const { chance, deal, gold, draft } = writing;
  const [A, B] = roles;
  const issuer = gold.company('issuer', deal.supplier);
  const recipient =
    kind === 'employment-agreement'
      ? gold.text('recipient_name', employee)
      : gold.company('recipient', deal.client);
  const address = chance.happens(0.7) ? `, ${gold.address(deal.supplier).join(', ')}` : '';
  const theirs = chance.happens(0.5) ? `, ${deal.client.address.join(', ')}` : '';
  const later = kind === 'amendment' ? AMENDED_AFTER_DAYS : 0;
  const date = gold.date('document_date', deal.start - chance.int(0, 40) + later);
  const values = { A, B, issuer: `${issuer}${address}`, recipient: `${recipient}${theirs}`, date };
  const prose = fill(chance.pick(pack.preamble.prose), values);
  const asList = chance.happens(0.3);
  const lines = [
    `${pack.preamble.date}: ${date}`,
    `${A}: ${values.issuer}`,
    `${B}: ${values.recipient}`,
  ];
  draft.questions.push({
    kind: 'factual',
    question: `Who is the ${A}?`,
    answer: issuer,
    evidence: [asList ? `${A}: ${values.issuer}` : prose],
  });
  return asList ? { kind: 'lines', lines } : { kind: 'paragraph', text: prose };
}

/** From when and until when; each may be left out. */
function term({ chance, deal, gold }: Writing, { kind, pack }: PartyPlan): Block[] {
  if (chance.happens(0.25)) return [];
  const from = gold.date('effective_date', startOf(deal, kind));
  if (kind === 'amendment' || chance.happens(0.4)) {
    return [{ kind: 'paragraph', text: fill(chance.pick(pack.preamble.from), { from }) }];
  }
  const until = gold.date('expiry_date', endOf(deal));
  const text = fill(chance.pick(pack.preamble.fromUntil), { from, until });
  return [{ kind: 'paragraph', text }];
}

function signatures({ chance, deal }: Writing, { kind, pack, employee }: PartyPlan): Block[] {
  if (chance.happens(0.25)) return [];
  const { signed } = pack.preamble;
  const second =
    kind === 'employment-agreement' ? employee : `${deal.clientSigner}, ${deal.client.name}`;
  const first = `${signed}: ${deal.supplierSigner}, ${deal.supplier.name}`;
  return [{ kind: 'lines', lines: [first, `${signed}: ${second}`] }];
}
