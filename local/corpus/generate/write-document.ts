import { chanceOf } from './chance.ts';
import { makeDeal } from './deal.ts';
import { disturb } from './disturb.ts';
import { type Draft, startWriting, type Writing } from './draft.ts';
import type { PlannedDocument } from './plan.ts';
import { chooseStyle } from './style.ts';
import type { Language } from './lands.ts';
import { hasPack, writeAgreement } from './write-agreement.ts';
import { writeCertificate } from './write-certificate.ts';
import type { AgreementKind } from './wording/agreement-words.ts';
import type { CommerceKind } from './wording/commerce/words.ts';
import { writeCommerce } from './write-commerce.ts';

type Writer = (writing: Writing, orderIsInCorpus: boolean) => void;
const commerce =
  (kind: CommerceKind): Writer =>
  (writing, orderIsInCorpus) =>
    writeCommerce(writing, kind, orderIsInCorpus);
const agreement =
  (kind: AgreementKind): Writer =>
  (writing) =>
    writeAgreement(writing, kind);

const WRITERS: ReadonlyMap<string, Writer> = new Map([
  ['invoice', commerce('invoice')],
  ['credit-note', commerce('credit-note')],
  ['receipt', commerce('receipt')],
  ['purchase-order', commerce('purchase-order')],
  ['compliance-certificate', writeCertificate],
  ['contract', agreement('contract')],
  ['nda', agreement('nda')],
  ['statement-of-work', agreement('statement-of-work')],
  ['amendment', agreement('amendment')],
  ['lease', agreement('lease')],
  ['employment-agreement', agreement('employment-agreement')],
  ['data-processing-agreement', agreement('data-processing-agreement')],
]);

/** Whether such documents can be written; a category without a writer has none in the corpus. */
export function canWrite(category: string): boolean {
  return WRITERS.has(category);
}

/** Whether the category is written in the language. */
export function canWriteIn(category: string, language: Language): boolean {
  return COMMERCE.has(category) || hasPack(language);
}
const COMMERCE: ReadonlySet<string> = new Set<CommerceKind>([
  'invoice',
  'credit-note',
  'receipt',
  'purchase-order',
]);

/** Writes one planned document; `orderIsInCorpus` says whether its deal's purchase order exists. */
export function writeDocument(
  planned: PlannedDocument,
  seed: number,
  orderIsInCorpus: boolean,
): Draft {
  const deal = makeDeal(seed, planned.deal);
  const chance = chanceOf(seed, planned.id);
  const style = chooseStyle(chance, deal.country, planned.language);
  const brief = planned.format === 'scan';
  const writing = startWriting(chance, deal, { style, brief });
  WRITERS.get(planned.category)?.(writing, orderIsInCorpus);
  disturb(writing, planned.category);
  return writing.draft;
}
