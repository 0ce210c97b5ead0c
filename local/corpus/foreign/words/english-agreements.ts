import type { AgreementKind, AgreementWording, FrameWording } from './agreement-kinds.ts';

export const englishFrame: FrameWording = {
  between: 'made by and between|PARTIES|entered into by',
  and: 'and',
  date: 'Date of signature|Executed on|Dated',
  number: 'File no.|Reference|Doc. ref.',
  start:
    'Commencing on {start}.|With effect from {start} these terms bind both sides.|Start: {start}.',
  end: 'It runs out on {end} unless renewed in writing.|End: {end}.|It lapses on {end}.',
  law: 'All disputes are decided under the laws of {law}.|The laws of {law} apply.|Applicable law: {law}.',
  notice:
    'Each side may end this by giving {notice} days’ written notice.|It may be ended on {notice} days notice.',
  place: 'The courts at the seat of the first party have jurisdiction.',
  salutation: 'Dear {person},|For the attention of {person}',
  signed: 'Read and agreed|Signatures|In witness whereof',
  common: [
    'Should one clause be void, the others remain untouched.',
    'Changes need the signature of both sides.',
    'Neither side may hand over its rights to others without consent.',
    'Nobody is liable for delay caused by events beyond reasonable control.',
    'Letters go to the addresses given above.',
    'Earlier talks and drafts no longer count.',
  ],
};

export const englishAgreements: Readonly<Record<AgreementKind, AgreementWording>> = {
  contract: {
    titles: 'Maintenance Contract|Distribution Agreement|General Service Contract|Supply Contract',
    roles: ['Provider', 'Customer'],
    sentences: [
      'The Provider keeps the equipment of the Customer in working order and replaces worn parts.',
      'Fees are charged each quarter in advance and adjusted once a year by the price index.',
      'The Provider’s liability for any one event is limited to the fees of the last twelve months.',
      'Goods pass to the Customer on handover; title passes on full payment.',
      'The Customer orders by call-off; each call-off binds when it is confirmed.',
      'Faults are put right within two working days, or the fee is reduced.',
      'The Provider insures itself against claims of third parties.',
    ],
  },
  nda: {
    titles: 'Mutual Confidentiality Undertaking|NDA|Secrecy Agreement|Non-Disclosure Deed',
    roles: ['Disclosing Party', 'Receiving Party'],
    sentences: [
      'Whatever one side shows the other about its plans, formulas and customers is to be kept secret.',
      'The Receiving Party uses the information only to judge whether the two will work together.',
      'Copies are given back or destroyed within ten days of a request.',
      'What the public knows already, or what the Receiving Party knew before, is not secret.',
      'The duty of secrecy outlasts this undertaking by five years.',
      'No licence to patents or know-how is granted by disclosure.',
    ],
  },
  'statement-of-work': {
    titles: 'Work Order|Statement of Work No. 2|Project Order|Task Order',
    roles: ['Contractor', 'Client'],
    sentences: [
      'This order is placed under the master agreement between the two and takes over its terms.',
      'Scope: analysis of the present system, design, roll-out at three sites, training of the staff.',
      'Deliverables: concept paper, prototype, test protocol, user manual.',
      'Milestone 1 is the accepted concept, milestone 2 the prototype, milestone 3 the go-live.',
      'The Client accepts a deliverable in writing within eight working days or says what is missing.',
      'The fixed price for the work is {amount}; travel is charged at cost.',
      'Liability is limited to the price of this order.',
    ],
  },
  amendment: {
    titles: 'Second Amendment|Addendum No. 3|Deed of Variation|Change to Contract',
    roles: ['Company', 'Partner'],
    sentences: [
      'The agreement that the two signed earlier is changed as follows.',
      'Clause 4.2 is deleted and replaced by: "Invoices fall due after forty-five days."',
      'Annex B is replaced by the version attached here.',
      'In clause 7 the words "twelve months" become "twenty-four months".',
      'All that is not mentioned here stays as it was and in full force.',
      'Words that the earlier agreement defines mean the same here.',
    ],
  },
  lease: {
    titles: 'Tenancy of Business Premises|Commercial Lease|Equipment Lease|Rental Contract',
    roles: ['Landlord', 'Tenant'],
    sentences: [
      'The Landlord lets to the Tenant the rooms on the second floor, with two parking spaces.',
      'The monthly rent is {amount}, payable on the third working day; heating and water come on top.',
      'The Tenant pays a deposit of three months’ rent, which bears interest.',
      'The rooms may be used as an office only; subletting needs consent.',
      'The Tenant paints and repairs at the end and gives back all keys.',
      'The Landlord keeps roof and walls in repair.',
    ],
  },
  'employment-agreement': {
    titles: 'Contract of Employment|Letter of Appointment|Statement of Employment Terms',
    roles: ['Employer', 'Employee'],
    sentences: [
      'The Employee joins as project engineer and reports to the head of technology.',
      'The first six months are probation, in which two weeks’ notice is enough.',
      'The yearly salary is {amount}, paid in twelve parts at the end of each month.',
      'The working week has thirty-eight hours; overtime is made up by time off.',
      'There are twenty-seven days of paid holiday a year, and sick pay for six weeks.',
      'Inventions made at work belong to the Employer.',
      'Side jobs need the Employer’s consent.',
    ],
  },
  'data-processing-agreement': {
    titles: 'Agreement on Processing by a Processor|GDPR Article 28 Contract|Data Processing Terms',
    roles: ['Controller', 'Processor'],
    sentences: [
      'The Processor handles personal data of customers and staff only on documented instructions.',
      'Purposes: hosting, support and backup; data subjects: users, employees, suppliers.',
      'The Processor reports a personal data breach without delay, at the latest after 24 hours.',
      'Sub-processors are listed in annex 2; new ones may be refused within fourteen days.',
      'Technical and organisational measures are encryption, access control and separation of clients.',
      'After the end all personal data are erased or handed back.',
      'The Controller may audit the Processor once a year.',
    ],
  },
};
