import { type Chance, chanceOf } from '../generate/chance.ts';
import { taxonomy } from '../../../config/taxonomy.ts';
import { writeAgreementSheet } from './agreements.ts';
import { type BillKind, makeBill } from './bill.ts';
import { billLayouts } from './bill-layouts.ts';
import { type Family, openSheet, type Sheet, sheetPdf, sheetText } from './sheet.ts';
import { writeCertificateSheet, writeSlip } from './slips.ts';
import type { AgreementKind } from './words/agreement-kinds.ts';

/** A document of the stress set as a corpus holds it. */
export interface ForeignDocument {
  readonly id: string;
  readonly category: string;
  readonly extension: 'pdf' | 'txt';
  readonly bytes: Uint8Array;
  readonly fields: Readonly<Record<string, string>>;
}

const PDF_SHARE = 0.7;
const AGREEMENTS: ReadonlySet<string> = new Set<AgreementKind>([
  'contract',
  'nda',
  'statement-of-work',
  'amendment',
  'lease',
  'employment-agreement',
  'data-processing-agreement',
]);
const SHEETS: ReadonlySet<string> = new Set<BillKind>(['invoice', 'credit-note', 'purchase-order']);
/** Bills come more often: they are what the set stresses most. */
const CATEGORIES = [
  ...taxonomy.categories.map(({ name }) => name),
  'invoice',
  'invoice',
  'credit-note',
  'purchase-order',
];

/**
 * Documents of the stress set: pages on which everything stands at a place, in wordings, layouts,
 * firms and a mix of languages that the training generator does not have. Nothing trains on them.
 */
export function* foreignDocuments(documents: number, seed: number): Generator<ForeignDocument> {
  const digits = Math.max(4, String(documents).length);
  for (let index = 0; index < documents; index += 1) {
    const id = `doc-${String(index + 1).padStart(digits, '0')}`;
    const chance = chanceOf(seed, `foreign ${id}`);
    const category = CATEGORIES[index % CATEGORIES.length] ?? '';
    const family = chance.pick(['Helvetica', 'Helvetica', 'Times', 'Courier'] as const);
    const { sheet, fields } = writeOne(category, chance, family);
    const isPdf = chance.happens(PDF_SHARE) && isPrintable(sheet);
    const bytes = isPdf ? sheetPdf(sheet, family) : sheetText(sheet);
    yield { id, category, extension: isPdf ? 'pdf' : 'txt', bytes, fields };
  }
}

function writeOne(category: string, chance: Chance, family: Family) {
  if (isAgreement(category)) return writeAgreementSheet(category, chance, family);
  const sheet = openSheet(family);
  if (isSheet(category)) {
    const bill = makeBill(category, chance);
    chance.pick(billLayouts)(sheet, bill);
    return { sheet, fields: bill.fields };
  }
  if (category === 'receipt') {
    const bill = makeBill(category, chance);
    writeSlip(sheet, bill);
    return { sheet, fields: bill.fields };
  }
  return { sheet, fields: writeCertificateSheet(sheet, chance) };
}

function isAgreement(category: string): category is AgreementKind {
  return AGREEMENTS.has(category);
}

function isSheet(category: string): category is BillKind {
  return SHEETS.has(category);
}

/** Whether the standard fonts have all letters (WinAnsi). */
function isPrintable({ pages }: Sheet): boolean {
  return pages.flat().every(({ text }) => /^[\u0020-\u007e\u00a0-\u00ff€–’“”„]*$/u.test(text));
}
