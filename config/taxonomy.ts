import type { Taxonomy } from './schema.ts';

/** TechCorp's 12 categories, 15 fields and compliance rules. */
export const taxonomy: Taxonomy = {
  categories: [
    {
      name: 'contract',
      description:
        'Contract: master services or supply agreement between two companies; obligations, fees, term, liability.',
    },
    {
      name: 'invoice',
      description:
        'Invoice: request for payment for goods or services delivered, with lines, tax, total and due date.',
    },
    {
      name: 'nda',
      description: 'Non-disclosure agreement: keeps exchanged confidential information secret.',
    },
    {
      name: 'purchase-order',
      description: 'Purchase order by a buyer to a supplier: items, quantities, prices, delivery.',
    },
    {
      name: 'statement-of-work',
      description:
        'Statement of work under a master agreement: scope, deliverables, milestones, fees.',
    },
    {
      name: 'amendment',
      description:
        'Amendment: changes named sections of an earlier agreement, which otherwise stays in force.',
    },
    {
      name: 'lease',
      description:
        'Lease: landlord lets premises or equipment to a tenant for rent; deposit, term.',
    },
    {
      name: 'employment-agreement',
      description:
        'Employment agreement: employer hires a person; position, salary, holidays, notice.',
    },
    {
      name: 'data-processing-agreement',
      description:
        'Data processing agreement of a controller and a processor of personal data: purposes, sub-processors, GDPR article 28 measures.',
    },
    {
      name: 'credit-note',
      description: 'Credit note: reduces or cancels an earlier invoice: amount credited, reason.',
    },
    {
      name: 'receipt',
      description: 'Receipt: proof that a payment was made; shop, items, total paid, method.',
    },
    {
      name: 'compliance-certificate',
      description:
        'Compliance certificate: states that a company, product or process meets a standard, with validity and issuer.',
    },
  ],
  fields: [
    {
      name: 'issuer_name',
      type: 'party',
      description: 'Company or person that issues the document; the first party of an agreement.',
    },
    { name: 'issuer_address', type: 'address', description: 'Postal address of the issuer.' },
    {
      name: 'recipient_name',
      type: 'party',
      description:
        'Company or person that the document is addressed to; the second party of an agreement.',
    },
    { name: 'document_number', type: 'code', description: 'Number or reference of this document.' },
    { name: 'document_date', type: 'date', description: 'Date the document bears.' },
    {
      name: 'effective_date',
      type: 'date',
      description: 'Date from which an agreement or certificate is in force.',
    },
    {
      name: 'expiry_date',
      type: 'date',
      description: 'Date on which an agreement or certificate ends.',
    },
    { name: 'due_date', type: 'date', description: 'Date by which payment is due.' },
    {
      name: 'total_amount',
      type: 'amount',
      description: 'Total to pay or paid, tax included; of a contract, its value.',
    },
    { name: 'tax_amount', type: 'amount', description: 'Tax contained in the total.' },
    { name: 'currency', type: 'currency', description: 'ISO 4217 code of the amounts.' },
    {
      name: 'purchase_order_number',
      type: 'code',
      description: 'Number of the purchase order that the document refers to.',
    },
    {
      name: 'payment_terms',
      type: 'duration',
      description: 'Days allowed for payment, such as "30 days".',
    },
    { name: 'governing_law', type: 'place', description: 'State or country whose law governs.' },
    {
      name: 'termination_notice_days',
      type: 'integer',
      description: 'Days of notice to terminate.',
    },
  ],
  complianceRules: [
    {
      id: 'invoice-sums',
      description: 'The lines and the tax of an invoice add up to its total.',
      categories: ['invoice', 'credit-note'],
      check: { kind: 'sums-match', toleranceUsd: 0.02 },
      severity: 'review',
    },
    {
      id: 'invoice-matches-purchase-order',
      description: 'An invoice that names a purchase order has its total, within 2 %.',
      categories: ['invoice'],
      check: { kind: 'matches-purchase-order', toleranceShare: 0.02 },
      severity: 'review',
    },
    {
      id: 'agreement-names-its-law',
      description: 'An agreement says whose law governs it.',
      categories: ['contract', 'nda', 'lease', 'employment-agreement', 'data-processing-agreement'],
      check: { kind: 'field-present', field: 'governing_law' },
      severity: 'review',
    },
    {
      id: 'contract-limits-liability',
      description: 'A contract or statement of work limits liability.',
      categories: ['contract', 'statement-of-work'],
      check: {
        kind: 'clause-present',
        anyOf: [
          'limitation of liability',
          'aggregate liability',
          'liability shall not exceed',
          'liability is limited',
          'haftung',
          'responsabilidad',
        ],
      },
      severity: 'review',
    },
    {
      id: 'processor-notifies-breaches',
      description:
        'A data processing agreement obliges the processor to notify breaches (GDPR article 33(2)).',
      categories: ['data-processing-agreement'],
      check: {
        kind: 'clause-present',
        anyOf: [
          'personal data breach',
          'security breach',
          'datenschutzverletzung',
          'violación de la seguridad',
        ],
      },
      severity: 'review',
    },
    {
      id: 'certificate-has-expiry',
      description: 'A certificate says until when it is valid.',
      categories: ['compliance-certificate'],
      check: { kind: 'field-present', field: 'expiry_date' },
      severity: 'note',
    },
    {
      id: 'notice-at-least-30-days',
      description: 'Contracts give at least 30 days of notice.',
      categories: ['contract', 'lease'],
      check: { kind: 'field-at-least', field: 'termination_notice_days', minimum: 30 },
      severity: 'note',
    },
  ],
  examples: [],
};
