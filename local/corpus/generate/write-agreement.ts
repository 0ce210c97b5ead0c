import { agreementTerms, type Terms } from './agreement-terms.ts';
import { type Block, fill, type Writing } from './draft.ts';
import type { Language } from './lands.ts';
import type { AgreementKind, AgreementPack, CoreClause } from './wording/agreement-words.ts';
import { english } from './wording/english.ts';
import type { GeneralClauseName } from './wording/general-clauses.ts';
import { german } from './wording/german.ts';
import { spanish } from './wording/spanish.ts';

const packs: ReadonlyMap<Language, AgreementPack> = new Map([
  ['en', english],
  ['de', german],
  ['es', spanish],
]);

/** Agreements and certificates are written in these languages; elsewhere they are in English. */
export function hasPack(language: Language): boolean {
  return packs.has(language);
}

export function packOf(language: Language): AgreementPack {
  return packs.get(language) ?? english;
}

/** Share of documents that bear the usual title of their category; the rest may bear any or none. */
const USUAL_TITLE = 0.4;
/** Share of agreements that borrow a section from a sibling category. */
const BORROWS = 0.25;
/** Share of agreements that lack a clause which a compliance rule looks for. */
const LACKS = 0.2;
/** General sections of an agreement that fits one page. */
const BRIEF_SECTIONS = 3;
/** Share of agreements, contracts aside, whose sections run on as a contract's do. */
const LONG = 0.15;

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
  const { chance, draft, style } = writing;
  const pack = packOf(style.language);
  const words = pack.agreements[kind];
  const terms = agreementTerms(writing, { kind, pack, roles: chance.pick(words.roles) });
  const title = chance.prefer(USUAL_TITLE, words.titles);
  if (title !== '') draft.blocks.push({ kind: 'title', text: title });
  draft.blocks.push(...terms.preamble());
  draft.blocks.push({ kind: 'paragraph', text: terms.fill(chance.pick(words.openings)) });
  const sections = [
    ...coreSections(writing, words.core, terms),
    ...borrowedSections(writing, kind, pack, terms),
    ...generalSections(writing, kind, pack, terms),
  ];
  const inOrder = chance.happens(0.5) ? sections : chance.some(sections, sections.length);
  const isLong = !writing.brief && (kind === 'contract' || chance.happens(LONG));
  const details = isLong ? pack.details.map((detail) => terms.fill(detail)) : [];
  draft.blocks.push(...numberSections(writing, inOrder, details), ...terms.signatures());
}

function coreSections({ chance }: Writing, core: readonly CoreClause[], terms: Terms): Section[] {
  const count = Math.max(1, core.length - chance.int(0, 1));
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
function borrowedSections(
  writing: Writing,
  kind: AgreementKind,
  pack: AgreementPack,
  terms: Terms,
): Section[] {
  const { chance, draft } = writing;
  const count = kind === 'amendment' ? chance.int(1, 3) : chance.happens(BORROWS) ? 1 : 0;
  const siblings = Object.entries(pack.agreements)
    .filter(([name]) => name !== kind && name !== 'employment-agreement')
    .map(([, words]) => words);
  const sections = chance
    .some(siblings, count)
    .map(({ core }) => section(chance, chance.pick(core), terms));
  if (kind === 'data-processing-agreement') {
    const lacks = chance.happens(LACKS);
    draft.compliance['processor-notifies-breaches'] = lacks ? 'violated' : 'met';
    if (!lacks) sections.push(section(chance, pack.breach, terms));
  }
  return sections;
}

function generalSections(
  writing: Writing,
  kind: AgreementKind,
  { agreements, clauses }: AgreementPack,
  terms: Terms,
): Section[] {
  const { chance, brief } = writing;
  const { usual } = agreements[kind];
  const kept = usual.filter(() => !chance.happens(LACKS));
  const rest = Object.keys(clauses).filter((name) => !usual.some((one) => one === name));
  const more = brief ? 0 : kind === 'contract' ? chance.int(2, 6) : chance.int(0, 4);
  const names: string[] = [
    ...(brief ? kept.slice(0, BRIEF_SECTIONS) : kept),
    ...chance.some(rest, more),
  ];
  judge(writing, kind, names, terms);
  return Object.entries(clauses).flatMap(([name, { clause, headings, texts }]): Section[] => {
    if (!names.includes(name)) return [];
    const text = terms.fill(chance.pick(texts));
    ask(writing, name, text);
    return [{ heading: chance.pick(headings), text, clause }];
  });
}

/** What a right check of the configured compliance rules finds. */
function judge(
  { draft }: Writing,
  kind: AgreementKind,
  names: readonly string[],
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

function ask({ draft }: Writing, name: string, text: string): void {
  const { fields } = draft;
  const questions: Partial<Record<GeneralClauseName, readonly [string, string | undefined]>> = {
    law: ['Which law governs?', fields.governing_law],
    notice: ['How many days of notice must be given to terminate?', fields.termination_notice_days],
    payment: ['Within how many days must invoices be paid?', fields.payment_terms],
  };
  const found = Object.entries(questions).find(([one]) => one === name)?.[1];
  const [question, answer] = found ?? [];
  if (question === undefined || answer === undefined) return;
  const kind = name === 'law' ? 'factual' : 'numeric';
  draft.questions.push({ kind, question, answer, evidence: [text] });
}

function numberSections(
  { chance, style }: Writing,
  sections: readonly Section[],
  details: readonly string[],
): Block[] {
  const article = packOf(style.language).article;
  const numbering = chance.pick(['{n}. {h}', `${article} {n} - {h}`, '§ {n} {h}', '{h}', '']);
  return sections.flatMap(({ heading, text, clause }, index): Block[] => {
    const longer: Block[] = chance
      .some(details, chance.int(1, 4))
      .map((detail) => ({ kind: 'paragraph', text: detail }));
    const paragraph: Block = { kind: 'paragraph', text, ...(clause ? { clause } : {}) };
    const all = chance.happens(0.7) ? [paragraph, ...longer] : [...longer, paragraph];
    if (numbering === '') return all;
    const values = { n: String(index + 1), h: heading };
    return [{ kind: 'heading', text: fill(numbering, values) }, ...all];
  });
}
