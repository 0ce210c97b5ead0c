import type { AgreementWords } from './agreement-words.ts';

export const contractWords: AgreementWords = {
  titles: [
    'Master Services Agreement',
    'Supply Agreement',
    'Framework Agreement',
    'Agreement',
    'Contract',
    'General Terms of Cooperation',
    '',
  ],
  roles: [
    ['Supplier', 'Client'],
    ['Provider', 'Customer'],
    ['Contractor', 'Company'],
    ['Vendor', 'Buyer'],
  ],
  openings: [
    '{A} provides {service} to {B} on the terms below, and each order or statement of work that the parties sign later forms part of them.',
    'The parties wish to set the conditions on which {A} will deliver {items} to {B} over several years.',
    '{B} appoints {A} for {service}. Nothing here obliges {B} to order a minimum quantity.',
  ],
  core: [
    {
      headings: ['Scope', 'Services', 'Supply'],
      texts: [
        '{A} renders {service}, in particular {items}, with the skill of a careful business in its trade and keeps the agreed service levels.',
        'What {A} delivers under each order is described there. In a conflict this document prevails over the order, and the order over any offer.',
      ],
    },
    {
      headings: ['Orders', 'Call-offs', 'Ordering'],
      texts: [
        '{B} calls off {items} by written order; {A} accepts or declines within five working days.',
        'Prices stay fixed for the first year and may rise afterwards by no more than the consumer price index.',
      ],
    },
    {
      headings: ['Value', 'Fees', 'Price'],
      texts: [
        'The total value over the term is estimated at {total}, tax included.',
        'For everything described here {B} pays a total of {total}, in equal quarterly parts.',
      ],
    },
    {
      headings: ['Acceptance', 'Service Levels'],
      texts: [
        '{B} tests what is delivered within ten days. Without a complaint in that time it counts as accepted.',
        'If availability in a month falls below the agreed level, {B} receives a service credit on the next invoice.',
      ],
    },
  ],
  usual: ['law', 'notice', 'liability', 'payment', 'confidentiality', 'privacy', 'insurance'],
};

export const ndaWords: AgreementWords = {
  titles: [
    'Non-Disclosure Agreement',
    'Mutual Confidentiality Agreement',
    'Agreement',
    'Letter Agreement',
    'Preliminary Agreement',
    '',
  ],
  roles: [
    ['Discloser', 'Recipient'],
    ['First Party', 'Second Party'],
    ['Company', 'Counterparty'],
    ['Supplier', 'Client'],
  ],
  openings: [
    'The parties are in talks about {service} and will show one another plans, prices and samples for that purpose.',
    '{A} and {B} consider doing business in {service}. Before they do, they agree how to treat what they learn.',
    'To let {B} judge an offer for {items}, {A} gives it access to documents that are not public.',
  ],
  core: [
    {
      headings: ['Protected Information', 'Definition', 'Subject'],
      texts: [
        'Protected is all information, in any form, that a party receives on customers, methods, finances or products of the other, whether or not it is marked.',
        'Information is not protected when it is public, was known before, or was developed without use of what was disclosed.',
      ],
    },
    {
      headings: ['Duties', 'Use', 'Obligations'],
      texts: [
        '{B} uses what it receives to evaluate the cooperation only, copies no more than needed and tells nobody but employees who are bound likewise.',
        'Whoever receives information keeps it secret for {years} years after receipt and answers for the advisers to whom it was shown.',
      ],
    },
    {
      headings: ['Return', 'Return and Destruction'],
      texts: [
        'On request all papers and files are given back or destroyed, and that is confirmed in writing; one copy may stay with the legal department.',
        'When the talks end, {B} deletes what it received; backups are overwritten in the usual cycle.',
      ],
    },
    {
      headings: ['Remedies', 'Penalty'],
      texts: [
        'Damages alone would not suffice; the injured party may ask a court to forbid further disclosure.',
        'For each breach a penalty of {cap} is due, whatever the damage.',
      ],
    },
  ],
  usual: ['law', 'notice', 'entire', 'assignment', 'privacy', 'confidentiality'],
};

export const statementOfWorkWords: AgreementWords = {
  titles: [
    'Statement of Work',
    'Work Order',
    'Project Agreement',
    'Service Order',
    'Schedule 1',
    'Agreement',
    '',
  ],
  roles: [
    ['Supplier', 'Client'],
    ['Provider', 'Customer'],
    ['Contractor', 'Company'],
    ['Consultant', 'Client'],
  ],
  openings: [
    'Under the agreement {other} between the parties, {A} carries out the project described here.',
    'This forms part of the master agreement {other}; its terms apply unless something else is said below.',
    '{A} undertakes the following work in {service} for {B} between {start} and {end}.',
  ],
  core: [
    {
      headings: ['Scope', 'Objectives', 'Project'],
      texts: [
        'The work comprises {items}. Anything else needs a change request that both project leads sign.',
        '{A} plans, builds and hands over {items}; {B} supplies access, test data and a contact person.',
      ],
    },
    {
      headings: ['Deliverables', 'Results', 'Milestones'],
      texts: [
        'First milestone: concept approved, six weeks after the start. Second: pilot running. Third: handover and training of staff.',
        'Deliverables are a plan, a working installation and documentation. Each is accepted in writing within ten days.',
      ],
    },
    {
      headings: ['Fees', 'Budget', 'Price'],
      texts: [
        'The fixed price of the work is {total}, tax included, one third of it on each milestone.',
        'Time and material are charged up to a ceiling of {total}; expenses are included.',
      ],
    },
    {
      headings: ['Team', 'Organisation', 'Governance'],
      texts: [
        '{person} leads the project for {A}. The steering group meets every second week.',
        'Key persons are replaced with the consent of {B} only. Progress is reported each month.',
      ],
    },
  ],
  usual: ['liability', 'payment', 'property', 'warranty', 'solicitation', 'law'],
};
