import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { taxonomy } from '../../config/taxonomy.ts';
import type { Taxonomy } from '../../config/schema.ts';
import type { DocumentFacts } from '../../lambda/domain/llmops/plan/document-facts.ts';

/** The labels of a corpus as if they had been read, each value with a place. */
export interface Gold {
  readonly name: string;
  readonly taxonomy: Taxonomy;
  readonly documents: readonly DocumentFacts[];
}

const labelSchema = z.object({
  id: z.string(),
  file: z.string(),
  category: z.string(),
  fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});

export function goldOf(name: string, directory: string, own: Taxonomy = taxonomy): Gold | null {
  const path = join(directory, 'labels.jsonl');
  if (!existsSync(path)) return null;
  const documents = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => labelSchema.parse(JSON.parse(line)))
    .map(({ id, file, category, fields }) => ({
      documentId: id,
      name: file.split('/').at(-1) ?? file,
      category,
      categoryConfidence: 1,
      fields: Object.fromEntries(
        Object.entries(fields).map(([field, value]) => [
          field,
          { value, confidence: 1, spans: [[0, 1]] as const },
        ]),
      ),
      violates: [],
    }));
  return { name, taxonomy: own, documents };
}

/** The filings' categories and fields in words of common use; the corpus gives names only. */
export function filingsTaxonomy(directory: string): Taxonomy {
  const corpus = z
    .object({ categories: z.array(z.string()), fields: z.array(z.string()) })
    .parse(JSON.parse(readFileSync(join(directory, 'corpus.json'), 'utf8')));
  const types: Readonly<Record<string, Taxonomy['fields'][number]['type']>> = {
    parties: 'party',
    issuer_name: 'party',
    issuer_address: 'address',
    total_amount: 'amount',
    governing_law: 'place',
    notice_period: 'duration',
    renewal_term: 'duration',
  };
  return {
    categories: corpus.categories.map((name) => ({ name, description: name.replaceAll('-', ' ') })),
    fields: corpus.fields.map((name) => ({
      name,
      type: types[name] ?? 'date',
      description: name.replaceAll('_', ' '),
    })),
    complianceRules: [],
    examples: [],
  };
}

/** The same documents under other names: those that the rules were written with, or those kept apart. */
export function renamed(gold: Gold, which: 'developed' | 'kept'): Gold {
  const names = which === 'kept' ? KEPT : DEVELOPED;
  const category = (name: string) => names[name]?.[0] ?? name;
  const field = (name: string) => names[name]?.[0] ?? name;
  const described = (name: string, description: string) => names[name]?.[1] ?? description;
  return {
    name: `${gold.name}, other names`,
    taxonomy: {
      ...gold.taxonomy,
      complianceRules: [],
      categories: gold.taxonomy.categories.map((one) => ({
        name: category(one.name),
        description: described(one.name, one.description),
      })),
      fields: gold.taxonomy.fields.map((one) => ({
        ...one,
        name: field(one.name),
        description: described(one.name, one.description),
      })),
    },
    documents: gold.documents.map((one) => ({
      ...one,
      category: category(one.category),
      fields: Object.fromEntries(
        Object.entries(one.fields).map(([name, value]) => [field(name), value]),
      ),
    })),
  };
}

type Names = Readonly<Record<string, readonly [string, string]>>;

const DEVELOPED: Names = {
  invoice: ['sales-bill', 'Sales bill with lines.'],
  contract: ['framework', 'Framework with a supplier.'],
  receipt: ['voucher', 'Voucher of a payment.'],
  'purchase-order': ['order', 'Order to a supplier.'],
  lease: ['rental', 'Rental of rooms.'],
  issuer_name: ['supplier', 'Who sends the paper.'],
  recipient_name: ['client', 'Who gets the paper.'],
  total_amount: ['sum_due', 'What is to be paid.'],
  tax_amount: ['sales_tax', 'Tax in the sum.'],
  document_number: ['doc_no', 'Number of the paper.'],
  document_date: ['day_of_issue', 'Day on which it was made.'],
  due_date: ['payable_until', 'Until when it is paid.'],
  expiry_date: ['end_of_term', 'When the term is over.'],
  governing_law: ['law', 'The law that applies.'],
};
const KEPT: Names = {
  invoice: ['bill', 'Bill for goods or services.'],
  'credit-note': ['refund', 'Refund: gives back what a bill took.'],
  contract: ['master-agreement', 'Master agreement of two companies.'],
  receipt: ['till-slip', 'Till slip of a shop.'],
  'purchase-order': ['requisition', 'Requisition of goods from a supplier.'],
  lease: ['tenancy', 'Tenancy of premises.'],
  issuer_name: ['vendor', 'Who made out the paper.'],
  recipient_name: ['customer', 'Whom it is made out to.'],
  total_amount: ['gross', 'Gross sum.'],
  tax_amount: ['vat', 'Value added tax in it.'],
  document_number: ['reference', 'Reference of the paper.'],
  document_date: ['issued_on', 'Day of issue.'],
  due_date: ['pay_by', 'Last day to pay.'],
  expiry_date: ['ends_on', 'Last day of its term.'],
  governing_law: ['jurisdiction', 'Whose law applies.'],
};
