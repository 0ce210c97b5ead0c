import type { AgreementWords } from './agreement-words.ts';

export const amendmentWords: AgreementWords = {
  titles: [
    'Amendment No. 1',
    'Second Amendment',
    'Addendum',
    'Supplementary Agreement',
    'Side Letter',
    'Agreement',
    'Amended and Restated Terms',
    '',
  ],
  roles: [
    ['Supplier', 'Client'],
    ['Provider', 'Customer'],
    ['Company', 'Counterparty'],
    ['First Party', 'Second Party'],
  ],
  openings: [
    'The parties concluded agreement {other} and now wish to modify it as follows.',
    'With effect from {start} the provisions below take the place of those in {other}.',
    'Reference is made to {other}. For good consideration the parties have agreed on the following.',
  ],
  core: [
    {
      headings: ['Changes', 'Modified Provisions', 'Replacement'],
      texts: [
        'The section named below is deleted and replaced by the wording that follows.',
        'After the existing text a new section is inserted, which reads:',
      ],
    },
    {
      headings: ['Continuity', 'Remaining Terms', 'No Other Changes'],
      texts: [
        'Save as stated here, all terms of {other} remain in full force.',
        'Nothing else changes; in a conflict the present wording prevails over {other}.',
      ],
    },
  ],
  usual: ['law', 'entire', 'payment', 'renewal', 'liability', 'notice'],
};

export const leaseWords: AgreementWords = {
  titles: [
    'Lease Agreement',
    'Tenancy Agreement',
    'Rental Contract',
    'Agreement',
    'Hire Terms',
    '',
  ],
  roles: [
    ['Landlord', 'Tenant'],
    ['Lessor', 'Lessee'],
    ['Owner', 'Occupier'],
    ['Provider', 'Customer'],
  ],
  openings: [
    '{A} lets to {B} the premises at {place}, to be used as offices and stores for {service}.',
    '{A} hands over equipment for {service}, listed as {items}, to {B} for use against a monthly sum.',
    '{B} takes the unit at {place} from {A}, as seen, with two parking spaces.',
  ],
  core: [
    {
      headings: ['Rent', 'Monthly Sum', 'Consideration'],
      texts: [
        'The monthly rent is due in advance on the third working day. Over the whole term it amounts to {total}, tax included.',
        'For the use {B} pays a total of {total} over the term, in equal monthly instalments.',
      ],
    },
    {
      headings: ['Deposit', 'Security'],
      texts: [
        'A deposit of {cap} is held on a separate account and given back after the return.',
        '{B} provides a bank guarantee of {cap} before the keys are handed over.',
      ],
    },
    {
      headings: ['Use and Upkeep', 'Maintenance', 'Condition'],
      texts: [
        '{B} keeps what was handed over clean and in repair; structural repairs are for {A}. Alterations and subletting need consent.',
        'Wear from proper use is accepted. Damage is reported at once, and {A} may enter to inspect after notice.',
      ],
    },
    {
      headings: ['Return', 'End of Use'],
      texts: [
        'At the end {B} hands everything back empty and clean, together with all keys and manuals.',
        'On the last day the parties go through what is returned and write down its state.',
        '{B} removes what it brought in; what stays for more than a week may be disposed of.',
      ],
    },
  ],
  usual: ['law', 'notice', 'insurance', 'renewal', 'assignment', 'force'],
};

export const employmentWords: AgreementWords = {
  titles: [
    'Employment Agreement',
    'Contract of Employment',
    'Service Agreement',
    'Offer Letter',
    'Agreement',
    '',
  ],
  roles: [
    ['Employer', 'Employee'],
    ['Company', 'Executive'],
    ['Company', 'Staff Member'],
    ['Firm', 'Associate'],
  ],
  openings: [
    '{A} engages {B} in the field of {service} from {start}.',
    'We are pleased to confirm that {B} joins {A} on {start} to work in {service}.',
    '{B} takes up duties in the {service} department of {A} and reports to its head.',
  ],
  core: [
    {
      headings: ['Position', 'Duties', 'Role'],
      texts: [
        '{B} works as analyst at {place}, forty hours a week, and may be asked to travel.',
        'The duties include planning and quality control of {items}. {A} may assign other suitable tasks.',
      ],
    },
    {
      headings: ['Remuneration', 'Pay', 'Compensation'],
      texts: [
        'The yearly salary is {total} gross, paid in twelve parts at the end of each month.',
        '{A} pays {total} a year before tax, and a bonus that depends on the results.',
      ],
    },
    {
      headings: ['Holidays', 'Leave', 'Absence'],
      texts: [
        'There are twenty-six days of paid holiday a year. Sickness is reported on the first day.',
        '{B} is entitled to paid leave as the law provides and to five further days.',
      ],
    },
    {
      headings: ['Other Work', 'Loyalty'],
      texts: [
        'Other paid work needs consent. For six months after leaving {B} does not work for a competitor.',
      ],
    },
  ],
  usual: ['law', 'notice', 'confidentiality', 'property', 'privacy', 'solicitation'],
};

export const processingWords: AgreementWords = {
  titles: [
    'Data Processing Agreement',
    'Data Protection Addendum',
    'Annex on Processing',
    'Agreement',
    'Schedule 3',
    '',
  ],
  roles: [
    ['Processor', 'Controller'],
    ['Provider', 'Customer'],
    ['Supplier', 'Client'],
    ['Contractor', 'Company'],
  ],
  openings: [
    'In rendering {service} {A} handles personal data on behalf of {B}; this document governs it.',
    'The parties add the following to agreement {other} to meet article 28 of Regulation (EU) 2016/679.',
    '{A} acts on documented instructions of {B} when it has access to data of its customers and staff.',
  ],
  core: [
    {
      headings: ['Subject and Purpose', 'Processing', 'Instructions'],
      texts: [
        'Names, addresses and usage data of customers and employees of {B} are processed to provide {service}, and for nothing else.',
        '{A} follows instructions of {B} only, binds its staff to secrecy and tells {B} if an instruction seems unlawful.',
      ],
    },
    {
      headings: ['Security', 'Measures'],
      texts: [
        'Technical and organisational measures include encryption, access control, tested backups and a yearly review.',
        '{A} keeps the measures of article 32 and a certificate of information security.',
      ],
    },
    {
      headings: ['Further Processors', 'Subcontractors'],
      texts: [
        'Other processors are engaged with prior consent; {A} answers for them as for itself.',
        '{A} names new subcontractors thirty days ahead, and {B} may object.',
      ],
    },
    {
      headings: ['Assistance', 'Rights of Persons', 'Deletion'],
      texts: [
        '{A} helps {B} to answer requests of the persons concerned, and deletes or returns all data at the end.',
      ],
    },
  ],
  usual: ['law', 'notice', 'audit', 'liability', 'confidentiality', 'entire'],
};

/** Must be there (GDPR article 33(2)); a compliance rule looks for it. */
export const breachClause = {
  clause: 'Breach Notification',
  headings: ['Incidents', 'Breaches', 'Duty to Report'],
  texts: [
    '{A} reports every personal data breach to {B} without undue delay and within {hours} hours after it became aware of it, with all facts that the authority needs.',
    'Once {A} learns of a security breach that touches the data, it informs {B} within {hours} hours and takes steps to limit the harm.',
  ],
} as const;
