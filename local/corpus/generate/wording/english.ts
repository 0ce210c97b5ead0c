import type { AgreementPack } from './agreement-words.ts';
import { contractWords, ndaWords, statementOfWorkWords } from './agreements-commercial.ts';
import {
  amendmentWords,
  breachClause,
  employmentWords,
  leaseWords,
  processingWords,
} from './agreements-special.ts';
import { detailsEnglish } from './details-english.ts';
import { generalClauses } from './general-clauses.ts';

export const english: AgreementPack = {
  language: 'en',
  article: 'Article',
  agreements: {
    contract: contractWords,
    nda: ndaWords,
    'statement-of-work': statementOfWorkWords,
    amendment: amendmentWords,
    lease: leaseWords,
    'employment-agreement': employmentWords,
    'data-processing-agreement': processingWords,
  },
  clauses: generalClauses,
  breach: breachClause,
  details: detailsEnglish,
  law: null,
  preamble: {
    numbers: ['Ref.', 'No.', 'Reference', 'Document', 'File'],
    date: 'Date',
    prose: [
      'This document is made on {date} between {issuer} ("{A}") and {recipient} ("{B}").',
      'Dated {date}. By and between {issuer}, hereinafter the {A}, and {recipient}, hereinafter the {B}.',
      '{issuer} (the "{A}") and {recipient} (the "{B}") have agreed on {date} as follows.',
    ],
    from: [
      'It takes effect on {from}.',
      'Effective date: {from}',
      'In force from {from} until terminated.',
    ],
    fromUntil: [
      'It takes effect on {from} and ends on {until} unless it is extended.',
      'Term: {from} to {until}.',
      'The first term runs from {from} and expires on {until}.',
    ],
    signed: 'Signed',
  },
  certificate: {
    titles: [
      'Certificate of Compliance',
      'Certificate',
      'Declaration of Conformity',
      'Audit Statement',
      'Attestation',
      'Assessment Result',
      'Statement',
      '',
    ],
    bodies: [
      'We have assessed {company} and state that its management system for {service} meets {standard}.',
      'An audit of {company} found no major deviation. The requirements of {standard} are fulfilled for {service}.',
      'This is to confirm that {items} of {company} conform to {standard}.',
      'Following the review of records, premises and equipment, {company} is found to comply with {standard}.',
    ],
    notes: [
      'Surveillance takes place every year; the holder reports changes without delay.',
      'This document may be reproduced in full only. It does not replace a contract or a warranty.',
      'Validity depends on the payment of the yearly fee and may be suspended after a breach.',
      'Personal data were not part of the assessment. The auditor keeps all information confidential.',
      'The agreement between the body and the holder applies; its liability is stated there.',
      'Scope: development, supply, maintenance and invoicing at all sites.',
    ],
    numbers: ['Certificate no.', 'No.', 'Reference', 'Registration'],
    dates: ['Date', 'Issued', 'Date of issue'],
    from: ['Valid from', 'Effective', 'In force from'],
    until: ['Valid until', 'Expires', 'Expiry date'],
    auditor: 'lead auditor',
  },
};
