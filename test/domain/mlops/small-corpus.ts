import type { LabelledText } from '../../../lambda/domain/fields/learn-fields.ts';
import { seededRandom } from '../../../lambda/domain/features/random.ts';

const NAMES = ['Alder Ltd', 'Birch GmbH', 'Cedar Inc', 'Dogwood LLC', 'Elm AG', 'Fir Corp'];

/** Invoices and notices whose fields stand in varied sentences; every third invoice has no tax. */
export function smallCorpus(documents: number, seed = 1): LabelledText[] {
  const random = seededRandom(seed);
  const pick = (count: number): number => Math.floor(random() * count);
  return Array.from({ length: documents }, (_, index) => {
    const name = NAMES[pick(NAMES.length)] ?? '';
    const month = 1 + pick(12);
    const day = 13 + pick(15);
    const total = `${10 + pick(900)}.${10 + pick(89)}`;
    const date = `2024-${String(month).padStart(2, '0')}-${day}`;
    if (index % 2 === 0) {
      const taxed = index % 3 !== 0;
      const tax = `${1 + pick(9)}.${10 + pick(89)}`;
      const lines = [
        name,
        'INVOICE',
        `Date: ${day}/${month}/2024`,
        'Items 3 x 2.50',
        taxed ? `Tax ${tax}` : '',
        `Total due EUR ${total}`,
      ];
      const fields = { issuer_name: name, document_date: date, total_amount: total };
      const labelled = taxed ? { ...fields, tax_amount: tax } : fields;
      return { text: lines.join('\n'), category: 'invoice', fields: labelled };
    }
    const text = `NOTICE OF TERMINATION\n${name} hereby ends the lease.\nSigned on ${date}, after ${1 + pick(9)} reminders of 1.00.`;
    return { text, category: 'notice', fields: { issuer_name: name, document_date: date } };
  });
}
