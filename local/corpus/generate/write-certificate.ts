import { addYears } from './calendar.ts';
import { fill, type Writing } from './draft.ts';
import { codeLike } from './identifiers.ts';

const STANDARDS = [
  'ISO 9001:2015 (quality management)',
  'ISO/IEC 27001:2022 (information security)',
  'ISO 14001:2015 (environmental management)',
  'ISO 45001:2018 (occupational safety)',
  'EN 60204-1 (safety of machinery)',
];
const TITLES = [
  'Certificate of Compliance',
  'Certificate',
  'Declaration of Conformity',
  'Audit Statement',
  'Attestation',
  'Assessment Result',
  'Statement',
  '',
];
const BODIES = [
  'We have assessed {company} and state that its management system for {service} meets {standard}.',
  'An audit of {company} found no major deviation. The requirements of {standard} are fulfilled for {service}.',
  'This is to confirm that {items} of {company} conform to {standard}.',
  'Following the review of records, premises and equipment, {company} is found to comply with {standard}.',
];
const NOTES = [
  'Surveillance takes place every year; the holder reports changes without delay.',
  'This document may be reproduced in full only. It does not replace a contract or a warranty.',
  'Validity depends on the payment of the yearly fee and may be suspended after a breach.',
  'Personal data were not part of the assessment. The auditor keeps all information confidential.',
  'The agreement between the body and the holder applies; its liability is stated there.',
  'Scope: development, supply, maintenance and invoicing at all sites.',
];

/** A certificate that the client's auditor gives the supplier. */
export function writeCertificate(writing: Writing): void {
  const { chance, deal, draft, gold } = writing;
  const issued = deal.start + chance.int(-200, 300);
  const values = {
    company: gold.company('recipient', deal.supplier),
    service: deal.service.name,
    items: deal.service.items.slice(0, 2).join(' and ').toLowerCase(),
    standard: chance.pick(STANDARDS),
  };
  const title = chance.pick(TITLES);
  if (title !== '') draft.blocks.push({ kind: 'title', text: title });
  const address = chance.happens(0.6) ? gold.address(deal.client) : [];
  draft.blocks.push({ kind: 'lines', lines: [gold.company('issuer', deal.client), ...address] });
  const lines: string[] = [];
  if (chance.happens(0.8)) {
    const number = codeLike(chance, chance.pick(['@@ ####-##', 'Q-#####', '##.####.@']));
    const label = chance.pick(['Certificate no.', 'No.', 'Reference', 'Registration']);
    lines.push(`${label}: ${gold.text('document_number', number)}`);
  }
  lines.push(
    `${chance.pick(['Date', 'Issued', 'Date of issue'])}: ${gold.date('document_date', issued)}`,
  );
  const expires = chance.happens(0.8);
  draft.compliance['certificate-has-expiry'] = expires ? 'met' : 'violated';
  if (chance.happens(0.6)) {
    const from = gold.date('effective_date', issued + chance.int(0, 20));
    lines.push(`${chance.pick(['Valid from', 'Effective', 'In force from'])}: ${from}`);
  }
  if (expires) {
    const until = gold.date('expiry_date', addYears(issued, chance.int(1, 3)));
    lines.push(`${chance.pick(['Valid until', 'Expires', 'Expiry date'])}: ${until}`);
  }
  const body = fill(chance.pick(BODIES), values);
  draft.blocks.push({ kind: 'paragraph', text: body }, { kind: 'lines', lines });
  for (const text of chance.some(NOTES, chance.int(1, 4))) {
    draft.blocks.push({ kind: 'paragraph', text });
  }
  draft.blocks.push({ kind: 'lines', lines: [`${deal.clientSigner}, lead auditor`] });
  draft.questions.push({
    kind: 'factual',
    question: 'Which standard does it refer to?',
    answer: values.standard,
    evidence: [body],
  });
}
