import { chanceOf } from './chance.ts';
import { makeDeal } from './deal.ts';
import { disturb } from './disturb.ts';
import { type Draft, startWriting } from './draft.ts';
import type { PlannedDocument } from './plan.ts';
import { chooseStyle } from './style.ts';
import { writeAgreement } from './write-agreement.ts';
import { writeCertificate } from './write-certificate.ts';
import { writeCommerce } from './write-commerce.ts';
import type { AgreementKind } from './wording/agreement-words.ts';

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
    default:
      writeAgreement(writing, planned.category as AgreementKind);
  }
  disturb(writing, planned.category);
  return writing.draft;
}
