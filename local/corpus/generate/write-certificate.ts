import { addYears } from './calendar.ts';
import { fill, type Writing } from './draft.ts';
import { codeLike } from './identifiers.ts';
import { packOf } from './write-agreement.ts';
import type { CertificateWords } from './wording/agreement-words.ts';

const STANDARDS = [
  'ISO 9001:2015',
  'ISO/IEC 27001:2022',
  'EN ISO 14001:2015',
  'ISO 45001:2018',
  'EN 60204-1',
  'NIST SP 800-53',
  'SOC 2 type II',
  'Directive 2006/42/EC',
  'BS 10012:2017',
];

/** A certificate that an auditing company (the deal's client) gives the supplier. */
export function writeCertificate(writing: Writing): void {
  const { chance, deal, draft, gold, style } = writing;
  const words = packOf(style.language).certificate;
  const standard = chance.pick(STANDARDS);
  const title = chance.pick(words.titles);
  if (title !== '') draft.blocks.push({ kind: 'title', text: title });
  const address = chance.happens(0.6) ? gold.address(deal.client) : [];
  draft.blocks.push({ kind: 'lines', lines: [gold.company('issuer', deal.client), ...address] });
  const body = fill(chance.pick(words.bodies), {
    company: gold.company('recipient', deal.supplier),
    service: deal.service.name,
    items: deal.service.items.slice(0, 2).join(' and ').toLowerCase(),
    standard,
  });
  draft.blocks.push(
    { kind: 'paragraph', text: body },
    { kind: 'lines', lines: factLines(writing, words) },
  );
  for (const text of chance.some(words.notes, chance.int(1, 4))) {
    draft.blocks.push({ kind: 'paragraph', text });
  }
  draft.blocks.push({ kind: 'lines', lines: [`${deal.clientSigner}, ${words.auditor}`] });
  draft.questions.push({
    kind: 'factual',
    question: 'Which standard does it refer to?',
    answer: standard,
    evidence: [body],
  });
}

function factLines({ chance, deal, draft, gold }: Writing, words: CertificateWords): string[] {
  const issued = deal.start + chance.int(-200, 300);
  const lines: string[] = [];
  if (chance.happens(0.8)) {
    const number = codeLike(chance, chance.pick(['@@ ####-##', 'Q-#####', '##.####.@']));
    lines.push(`${chance.pick(words.numbers)}: ${gold.text('document_number', number)}`);
  }
  lines.push(`${chance.pick(words.dates)}: ${gold.date('document_date', issued)}`);
  if (chance.happens(0.6)) {
    const from = gold.date('effective_date', issued + chance.int(0, 20));
    lines.push(`${chance.pick(words.from)}: ${from}`);
  }
  const expires = chance.happens(0.8);
  draft.compliance['certificate-has-expiry'] = expires ? 'met' : 'violated';
  if (expires) {
    const until = gold.date('expiry_date', addYears(issued, chance.int(1, 3)));
    lines.push(`${chance.pick(words.until)}: ${until}`);
  }
  return lines;
}
