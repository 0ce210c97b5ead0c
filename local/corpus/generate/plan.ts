import { type Chance, chanceOf } from './chance.ts';
import { languageOf } from './deal.ts';
import type { Language } from './lands.ts';
import { taxonomy } from '../../../config/taxonomy.ts';
import { canWrite, canWriteIn } from './write-document.ts';

export type Format = 'text' | 'pdf' | 'docx' | 'html' | 'scan';

/** One document before it is written. */
export interface PlannedDocument {
  readonly id: string;
  readonly category: string;
  /** Which deal it belongs to. */
  readonly deal: number;
  readonly language: Language;
  readonly format: Format;
}

/** Shares of the corpus; the rest is text. 480 documents have 24 scans, fewer have at least one from 24 on. */
const SCAN_SHARE = 24 / 480;
const PDF_SHARE = 0.2;
const DOCX_SHARE = 0.1;
const HTML_SHARE = 0.1;
const SCAN_FROM = 24;

/** A category that nothing can write yet is legal: the corpus has no documents of it. */
const CATEGORIES = taxonomy.categories.map(({ name }) => name).filter(canWrite);

/** Each deal yields one document a category; the order of documents tells nothing about them. */
export function planCorpus(documents: number, seed: number): PlannedDocument[] {
  const chance = chanceOf(seed, 'plan');
  const formats = planFormats(documents);
  const shuffledFormats = chance.some(formats, documents);
  const slots = Array.from({ length: documents }, (_, index) => ({
    deal: Math.floor(index / CATEGORIES.length),
    category: CATEGORIES[index % CATEGORIES.length] ?? '',
  }));
  const digits = Math.max(4, String(documents).length);
  return chance.some(slots, documents).map((slot, index) => {
    const format = shuffledFormats[index] ?? 'text';
    return {
      ...slot,
      id: `doc-${String(index + 1).padStart(digits, '0')}`,
      language: chooseLanguage(chance, slot, format),
      format,
    };
  });
}

/** Whether a corpus of so many documents has the deal's document of the category. */
export function isPlanned(deal: number, category: string, documents: number): boolean {
  return deal * CATEGORIES.length + CATEGORIES.indexOf(category) < documents;
}

/** Most papers of a supplier abroad are in its language; agreements in some languages are English. */
function chooseLanguage(
  chance: Chance,
  { deal, category }: { readonly deal: number; readonly category: string },
  format: Format,
): Language {
  const native = languageOf(deal);
  const isNative = chance.happens(0.75);
  // Scans stay English: the language that the OCR engine is given. The PDFs' standard fonts have no
  // Polish letters.
  const isPrintable = format !== 'scan' && (format !== 'pdf' || native !== 'pl');
  return isNative && isPrintable && canWriteIn(category, native) ? native : 'en';
}

function planFormats(documents: number): Format[] {
  const count = (share: number): number => Math.round(documents * share);
  const scans = documents < SCAN_FROM ? 0 : Math.max(1, count(SCAN_SHARE));
  const counts: readonly (readonly [Format, number])[] = [
    ['scan', scans],
    ['pdf', count(PDF_SHARE)],
    ['docx', count(DOCX_SHARE)],
    ['html', count(HTML_SHARE)],
  ];
  const planned = counts.flatMap(([format, number]): Format[] =>
    Array.from({ length: number }, () => format),
  );
  return [...planned, ...Array.from({ length: documents - planned.length }, (): Format => 'text')];
}
