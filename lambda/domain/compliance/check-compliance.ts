import * as z from 'zod';
import type { Taxonomy } from '../../../config/schema.ts';
import { lazily } from '../../lazily.ts';
import type { PortsOf } from '../../capabilities.ts';
import { step } from '../../step.ts';
import type { RecordsRead, RecordsWrite } from '../../store-ports.ts';
import {
  type BothResults,
  chosenPrimarySchema,
  type ComplianceFinding,
  complianceFindingSchema,
  type DocumentReference,
  documentReferenceSchema,
  type ExtractedFields,
  flowResultsSchema,
  primaryDecisionSchema,
  resultsBySide,
  type Side,
} from '../document/document.ts';
import { loadDocumentText } from '../document/load-document-text.ts';
import { checkRule } from './compliance-rule.ts';
import { orderId, type PurchaseOrder, purchaseOrderSchema, textOf } from './purchase-order.ts';
import { decideReview } from './review-decision.ts';

type Rule = Taxonomy['complianceRules'][number];

const judgedSchema = lazily(() =>
  z.object({
    findings: z.array(complianceFindingSchema()).readonly(),
    decision: primaryDecisionSchema(),
    durationMs: z.number(),
  }),
);

/**
 * Holds a document to the rules of its category, on the primary side's category and fields:
 * 1. a purchase order is recorded, so that invoices can be matched with it;
 * 2. each rule for the category gives one finding;
 * 3. findings, confidence and the other side's opinion decide whether a person must look.
 * An invoice whose purchase order is not known yet is `not-applicable` and `awaits` it.
 * @throws NotFoundError where the document was not read
 */
export const checkCompliance = step({
  name: 'check-compliance',
  does: 'Holds a document to the rules of its category and decides who looks at it',
  input: () =>
    documentReferenceSchema().extend({
      results: flowResultsSchema(),
      chosen: chosenPrimarySchema(),
    }),
  output: judgedSchema,
  touches: [
    'documents.read:text',
    'records.read:purchase-order',
    'records.write:purchase-order',
    'settings.taxonomy',
    'settings.gates',
  ],
  run:
    (ports) =>
    async ({ tenant, documentId, results, chosen }) => {
      const started = ports.now();
      const judged = { results: resultsBySide(results), chosen };
      const findings = await findingsOf(ports)({ tenant, documentId }, judged);
      const decision = decideReview({ ...ports, ...judged, findings });
      return { findings, decision, durationMs: ports.now() - started };
    },
});

/** The findings of a document's rules; where it is a purchase order, it is recorded as one. */
export function findingsOf(
  ports: PortsOf<
    | 'documents.read:text'
    | 'records.read:purchase-order'
    | 'records.write:purchase-order'
    | 'settings.taxonomy'
  >,
) {
  return async (
    document: DocumentReference,
    judged: { readonly results: BothResults; readonly chosen: { readonly primary: Side | null } },
  ): Promise<readonly ComplianceFinding[]> => {
    const { primary } = judged.chosen;
    const result = primary === null ? null : judged.results[primary];
    if (result?.status !== 'done') return [];
    const { category } = result.classification;
    const { fields } = result.extraction;
    if (category === 'purchase-order') await recordOrder(ports, document, fields);
    const rules = ports.taxonomy.complianceRules.filter((rule) =>
      rule.categories.includes(category),
    );
    const { text } = rules.length > 0 ? await loadDocumentText(ports)(document) : { text: '' };
    const findings: ComplianceFinding[] = [];
    for (const rule of rules) findings.push(await checkOne(ports, document, rule, fields, text));
    return findings;
  };
}

async function checkOne(
  { records }: { readonly records: RecordsRead<'purchase-order'> },
  { tenant }: DocumentReference,
  rule: Rule,
  fields: ExtractedFields,
  text: string,
): Promise<ComplianceFinding> {
  const named = textOf(fields['purchase_order_number']?.value);
  const order =
    rule.check.kind === 'matches-purchase-order' && named !== ''
      ? purchaseOrderSchema().safeParse(
          await records.get({ tenant, kind: 'purchase-order', id: orderId(named) }),
        )
      : null;
  return { rule: rule.id, ...checkRule(rule.check, { fields, text, order: order?.data ?? null }) };
}

/** The first document that bears a number keeps it; the same document may correct itself. */
async function recordOrder(
  { records }: { readonly records: RecordsRead<'purchase-order'> & RecordsWrite<'purchase-order'> },
  { tenant, documentId }: DocumentReference,
  fields: ExtractedFields,
): Promise<void> {
  const own = textOf(fields['document_number']?.value);
  const number = own === '' ? textOf(fields['purchase_order_number']?.value) : own;
  const total = textOf(fields['total_amount']?.value);
  if (orderId(number) === '' || total === '') return;
  const order: PurchaseOrder = { documentId, number, total };
  const key = { tenant, kind: 'purchase-order', id: orderId(number) } as const;
  if (await records.put(key, order, { ifAbsent: true })) return;
  const known = purchaseOrderSchema().safeParse(await records.get(key));
  if (!known.success || known.data.documentId === documentId) await records.put(key, order);
}
