import { chanceOf } from './chance.ts';
import { makeDeal } from './deal.ts';
import { disturb } from './disturb.ts';
import { type Draft, startWriting } from './draft.ts';
import type { PlannedDocument } from './plan.ts';
import { chooseStyle } from './style.ts';
import { writeAgreement } from './write-agreement.ts';
import { writeCertificate } from './write-certificate.ts';
import { writeCommerce } from './write-commerce.ts';

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
  switch (planned.category) {
    case 'invoice':
    case 'credit-note':
    case 'receipt':
    case 'purchase-order':
      writeCommerce(writing, planned.category, orderIsInCorpus);
      break;
    case 'compliance-certificate':
      writeCertificate(writing);
      break;
    case 'contract':
    case 'nda':
    case 'statement-of-work':
    case 'amendment':
    case 'lease':
    case 'employment-agreement':
    case 'data-processing-agreement':
      writeAgreement(writing, planned.category);
      break;
    default:
      throw new RangeError(
        `every category of config/taxonomy.ts must have a writer, "${planned.category}" has none; add it to write-document.ts`,
      );
  }
  disturb(writing, planned.category);
  return writing.draft;
}
