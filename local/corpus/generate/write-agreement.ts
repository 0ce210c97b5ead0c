import { type Block, fill, type Writing } from './draft.ts';
import { agreementValues, type Terms } from './agreement-values.ts';
import type { Language } from './style.ts';
import type { AgreementKind, AgreementWords, CoreClause } from './wording/agreement-words.ts';
import { contractWords, ndaWords, statementOfWorkWords } from './wording/agreements-commercial.ts';
import {
  amendmentWords,
  breachClause,
  employmentWords,
  leaseWords,
  processingWords,
} from './wording/agreements-special.ts';
import { type GeneralClauseName, generalClauses } from './wording/general-clauses.ts';

const WORDS: Readonly<Record<AgreementKind, AgreementWords>> = {
  contract: contractWords,
  nda: ndaWords,
  'statement-of-work': statementOfWorkWords,
  amendment: amendmentWords,
  lease: leaseWords,
  'employment-agreement': employmentWords,
  'data-processing-agreement': processingWords,
};
const SIBLINGS = Object.keys(WORDS).filter((kind): kind is AgreementKind => kind in WORDS);
const GENERAL = Object.keys(generalClauses).filter(
  (name): name is GeneralClauseName => name in generalClauses,
);

/** Share of agreements that borrow a section from a sibling category. */
const BORROWS = 0.35;
/** Share of agreements that lack a clause which a compliance rule looks for. */
const LACKS = 0.2;
/** General sections of an agreement that fits one page. */
const BRIEF_SECTIONS = 3;

interface Section {
  readonly heading: string;
  readonly text: string;
  readonly clause: string | null;
}

/**
 * An agreement: what its category decides (roles, opening, core sections) among general clauses
 * that all of them share, in the order and numbering that its layout has.
 */
export function writeAgreement(writing: Writing, kind: AgreementKind): void {
  const { chance, draft } = writing;
  const words = WORDS[kind];
  const terms = agreementValues(writing, kind, chance.pick(words.roles));
  const title = chance.pick(words.titles);
  if (title !== '') draft.blocks.push({ kind: 'title', text: title });
  draft.blocks.push(...terms.preamble());
  draft.blocks.push({ kind: 'paragraph', text: terms.fill(chance.pick(words.openings)) });
  const sections = [
    ...coreSections(writing, words.core, terms),
    ...specialSections(writing, kind, terms),
    ...generalSections(writing, kind, terms),
  ];
  const rest = chance.happens(0.5) ? sections : chance.some(sections, sections.length);
  draft.blocks.push(...numberSections(writing, rest), ...terms.signatures());
}

function coreSections({ chance }: Writing, core: readonly CoreClause[], terms: Terms): Section[] {
  const count = Math.max(1, core.length - chance.int(0, 2));
  const kept = new Set(chance.some(core, count));
  return core.filter((clause) => kept.has(clause)).map((clause) => section(chance, clause, terms));
}

function section(chance: Writing['chance'], clause: CoreClause, terms: Terms): Section {
  return {
    heading: chance.pick(clause.headings),
    text: terms.fill(chance.pick(clause.texts)),
    clause: clause.clause ?? null,
  };
}

/** Sections of siblings: what an amendment replaces, and what others borrow. */
function specialSections(writing: Writing, kind: AgreementKind, terms: Terms): Section[] {
  const { chance, draft } = writing;
  const borrowed = kind === 'amendment' ? chance.int(1, 3) : chance.happens(BORROWS) ? 1 : 0;
  const others = chance.some(
    SIBLINGS.filter((sibling) => sibling !== kind && sibling !== 'employment-agreement'),
    borrowed,
  );
  const sections = others.map((other) => section(chance, chance.pick(WORDS[other].core), terms));
  if (kind === 'data-processing-agreement') {
    const lacks = chance.happens(LACKS);
    draft.compliance['processor-notifies-breaches'] = lacks ? 'violated' : 'met';
    if (!lacks) sections.push(section(chance, breachClause, terms));
  }
  return sections;
}

function generalSections(writing: Writing, kind: AgreementKind, terms: Terms): Section[] {
  const { chance, brief } = writing;
  const kept = WORDS[kind].usual.filter(() => !chance.happens(LACKS));
  const usual = brief ? kept.slice(0, BRIEF_SECTIONS) : kept;
  const more = brief ? 0 : kind === 'contract' ? chance.int(2, 6) : chance.int(0, 4);
  const others = chance.some(
    GENERAL.filter((name) => !WORDS[kind].usual.includes(name)),
    more,
  );
  const names = [...usual, ...others];
  judge(writing, kind, names, terms);
  return names.map((name) => {
    const { clause, headings, texts } = generalClauses[name];
    const text = terms.fill(chance.pick<string>(texts));
    ask(writing, name, text);
    return { heading: chance.pick<string>(headings), text, clause };
  });
}

/** What a right check of the configured compliance rules finds. */
function judge(
  { draft }: Writing,
  kind: AgreementKind,
  names: readonly GeneralClauseName[],
  terms: Terms,
): void {
  const outcome = (met: boolean): 'met' | 'violated' => (met ? 'met' : 'violated');
  if (kind === 'contract' || kind === 'statement-of-work') {
    draft.compliance['contract-limits-liability'] = outcome(names.includes('liability'));
  }
  if (kind !== 'amendment' && kind !== 'statement-of-work') {
    draft.compliance['agreement-names-its-law'] = outcome(names.includes('law'));
  }
  if ((kind === 'contract' || kind === 'lease') && names.includes('notice')) {
    draft.compliance['notice-at-least-30-days'] = outcome(terms.noticeDays >= 30);
  }
}

function ask({ draft, deal }: Writing, name: GeneralClauseName, text: string): void {
  const questions: Partial<Record<GeneralClauseName, readonly [string, string | undefined]>> = {
    law: ['Which law governs?', deal.law.name],
    notice: [
      'How many days of notice must be given to terminate?',
      draft.fields.termination_notice_days,
    ],
    payment: ['Within how many days must invoices be paid?', draft.fields.payment_terms],
  };
  const [question, answer] = questions[name] ?? [];
  if (question === undefined || answer === undefined) return;
  const kind = name === 'law' ? 'factual' : 'numeric';
  draft.questions.push({ kind, question, answer, evidence: [text] });
}

function numberSections({ chance, style }: Writing, sections: readonly Section[]): Block[] {
  const numbering = chance.pick(['{n}. {h}', 'Article {n} - {h}', '§ {n} {h}', '{h}', '']);
  return sections.flatMap(({ heading, text, clause }, index): Block[] => {
    const values = { n: String(index + 1), h: heading };
    const paragraph: Block = { kind: 'paragraph', text, ...(clause ? { clause } : {}) };
    if (numbering === '') return [paragraph];
    const article = style.language === 'en' ? numbering : numbering.replace('Article', '');
    return [{ kind: 'heading', text: fill(article, values).trim() }, paragraph];
  });
}
