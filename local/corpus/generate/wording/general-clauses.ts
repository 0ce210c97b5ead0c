/** A clause that agreements of several categories share. */
export interface GeneralClause {
  /** Name in `clauseQuestions`; null where nobody asks for it. */
  readonly clause: string | null;
  readonly headings: readonly string[];
  /**
   * `{A}` and `{B}` are the roles, `{law}`, `{notice}`, `{days}`, `{cap}`, `{courts}`, `{service}`,
   * `{rate}`, `{years}`.
   */
  readonly texts: readonly string[];
}

export const generalClauses = {
  law: {
    clause: 'Governing Law',
    headings: ['Governing Law', 'Applicable Law and Courts', 'Law'],
    texts: [
      'This document and any dispute that arises from it are governed by the laws of {law}, without regard to rules that would lead to another law.',
      'The law of {law} applies. The courts at the seat of {A} decide, and no other.',
      '{law} law shall apply to all questions of validity, interpretation and performance, and the parties submit to the courts there.',
      'Everything agreed here is to be construed in accordance with the laws of {law}.',
    ],
  },
  notice: {
    clause: 'Termination For Convenience',
    headings: ['Termination', 'Term and Termination', 'Ending'],
    texts: [
      'Either party may end this arrangement at any time and without cause by giving the other {notice} days written notice, and sums earned until then stay payable.',
      '{B} may terminate for convenience on not less than {notice} days prior notice in writing; {A} has the same right after the first year.',
      'A party that wishes to leave gives notice in writing at least {notice} days before the end of a calendar month. No reason has to be stated.',
      'This arrangement can be terminated by either side with a notice period of {notice} days, and at once where the other side is in material breach that it does not cure.',
    ],
  },
  liability: {
    clause: 'Cap On Liability',
    headings: ['Limitation of Liability', 'Liability', 'Risk'],
    texts: [
      'The aggregate liability of either party, whatever its ground, shall not exceed {cap}, and neither party answers for lost profit or other indirect loss.',
      'Limitation of liability: {A} is liable up to {cap} in each year; the limit does not hold for intent, death or personal injury.',
      'Except for wilful misconduct, liability is limited to {cap} in total for each side, and claims lapse twelve months after the event.',
    ],
  },
  confidentiality: {
    clause: 'Confidentiality',
    headings: ['Confidentiality', 'Secrecy', 'Non-Disclosure'],
    texts: [
      'Each party keeps confidential what it learns of the business of the other, uses it for the purposes agreed here only, and discloses it to nobody who does not need to know.',
      'Information that is marked as confidential, or that a reasonable person would treat so, is not passed to third parties for {years} years after the end.',
      'The recipient of confidential information protects it with the care that it gives its own secrets and returns or destroys it on request.',
    ],
  },
  privacy: {
    clause: null,
    headings: ['Data Protection', 'Personal Data', 'Privacy'],
    texts: [
      'Where personal data are processed, the parties observe Regulation (EU) 2016/679 and conclude a data processing agreement under article 28 where it is required.',
      'Personal data of contact persons are handled according to the data protection laws and are kept no longer than needed. A processor is appointed in writing only.',
      'Neither party shall transfer personal data outside its region without suitable safeguards, and each informs the other of any security breach that concerns it.',
    ],
  },
  payment: {
    clause: 'Payment Terms',
    headings: ['Payment', 'Fees and Invoicing', 'Charges'],
    texts: [
      'Invoices are payable within {days} days of receipt. Late sums bear interest at {rate} percent a year.',
      '{A} invoices monthly in arrears, and {B} pays each undisputed invoice within {days} days after it was received.',
      'All charges exclude tax. The time allowed for payment is {days} days from the date of the invoice, after which {A} may suspend performance.',
    ],
  },
  assignment: {
    clause: 'Anti-Assignment',
    headings: ['Assignment', 'Transfer of Rights'],
    texts: [
      'Neither party may assign or transfer its rights or duties without the written consent of the other, which is not to be refused without good reason.',
      'Rights under this document are not transferable except to an affiliate that takes over the whole business.',
    ],
  },
  insurance: {
    clause: 'Insurance',
    headings: ['Insurance', 'Cover'],
    texts: [
      '{A} maintains liability insurance of at least {cap} for each occurrence with a reputable insurer and shows a certificate on request.',
      'For the whole term {B} keeps the premises, equipment and persons involved insured against the usual risks and sends {A} a copy of the policy.',
    ],
  },
  audit: {
    clause: 'Audit Rights',
    headings: ['Records and Audit', 'Inspection'],
    texts: [
      '{B} may inspect the books and records that concern the performance once a year, during office hours and after ten days of notice.',
      '{A} keeps complete records for {years} years and lets an independent auditor of {B} verify them against the agreed standard.',
    ],
  },
  solicitation: {
    clause: 'No-Solicit Of Employees',
    headings: ['Staff', 'Non-Solicitation'],
    texts: [
      'During the term and for twelve months afterwards neither party offers employment to an employee of the other who took part in the work.',
      'The parties do not entice away one another’s staff; an employee who answers a public advertisement may be hired.',
    ],
  },
  renewal: {
    clause: 'Renewal Term',
    headings: ['Renewal', 'Extension'],
    texts: [
      'After the first term this arrangement continues for successive periods of one year unless a party objects three months before the end.',
      'The term is extended by one further year each time, provided that no party declines in writing in time.',
    ],
  },
  property: {
    clause: 'Ip Ownership Assignment',
    headings: ['Intellectual Property', 'Work Results'],
    texts: [
      'All deliverables and work results become the property of {B} on full payment; {A} keeps its tools and know-how.',
      'Inventions, documents and software that are made for {B} belong to {B}, and {A} signs what is needed to record that.',
    ],
  },
  force: {
    clause: null,
    headings: ['Force Majeure', 'Events Beyond Control'],
    texts: [
      'Nobody is in default while an event outside reasonable control, such as flood, war or a failure of public networks, prevents performance.',
      'A party that is prevented by such an event informs the other at once and resumes as soon as it can.',
    ],
  },
  entire: {
    clause: null,
    headings: ['Entire Agreement', 'General', 'Miscellaneous'],
    texts: [
      'This document states all that was agreed and replaces earlier drafts, purchase orders and statements on its subject. Amendments need writing.',
      'If a provision is void, the rest remains in force. Changes bind only when both parties have signed an amendment.',
    ],
  },
  warranty: {
    clause: 'Warranty Duration',
    headings: ['Warranty', 'Conformity'],
    texts: [
      '{A} warrants for {years} years that what it delivers meets the description and is free of defects in material and workmanship.',
      'Defects that are reported within twelve months are put right at no charge.',
    ],
  },
  notices: {
    clause: null,
    headings: ['Notices', 'Communication'],
    texts: [
      'Notices are sent in writing to the addresses stated above or to another that a party has named.',
      'Messages by electronic mail suffice, but a notice that ends the relationship needs a signed letter.',
    ],
  },
} as const satisfies Readonly<Record<string, GeneralClause>>;
export type GeneralClauseName = keyof typeof generalClauses;

/** Clause name → the question that asks for it. */
export const clauseQuestions: Readonly<Record<string, string>> = {
  'Governing Law': 'Which law governs the document?',
  'Termination For Convenience': 'May a party end it without cause, and with what notice?',
  'Cap On Liability': 'Is liability limited to a sum or in time?',
  Confidentiality: 'What must be kept secret, and for how long?',
  'Payment Terms': 'When must invoices be paid?',
  'Anti-Assignment': 'May rights or duties be transferred to others?',
  Insurance: 'Which insurance must be held?',
  'Audit Rights': 'Who may inspect books and records?',
  'No-Solicit Of Employees': 'May a party hire employees of the other?',
  'Renewal Term': 'How is the term extended?',
  'Ip Ownership Assignment': 'Who owns the results of the work?',
  'Warranty Duration': 'For how long is the performance warranted?',
  'Breach Notification': 'When must a breach of personal data be reported?',
};
