import * as z from 'zod';
import type { Taxonomy } from '../../../config/schema.ts';
import type { Ports } from '../../ports.ts';
import { PRIMARY_SIDE_SWITCH, primarySideSchema } from '../compare/choose-primary.ts';
import { checkRule } from './compliance-rule.ts';
import type {
  ComplianceFinding,
  DocumentReference,
  ExtractedFields,
  Side,
  SideResult,
} from '../document/document.ts';
import { loadDocumentText } from '../document/load-document-text.ts';

export interface CompliancePorts
  extends Pick<Ports, 'documents' | 'records' | 'taxonomy' | 'now'> {}

type Rule = Taxonomy['complianceRules'][number];
type Results = { readonly mlops: SideResult; readonly llmops: SideResult };

/** What stands in a record of kind `purchase-order`; its id is the normalised number. */
const purchaseOrderSchema = z.object({
  documentId: z.string(),
  number: z.string(),
  total: z.string(),
});
export type PurchaseOrder = z.infer<typeof purchaseOrderSchema>;

/**
 * Holds a document to the rules of its category, on the primary side's category and fields:
 * 1. a purchase order is recorded, so that invoices can be matched with it;
 * 2. each rule for the category gives one finding.
 * An invoice whose purchase order is not known yet is `not-applicable`, with the reason: asking
 * again when the order is there gives the outcome.
 * @throws NotFoundError where the document was not read
 */
export function checkCompliance(ports: CompliancePorts) {
  return async (
    document: DocumentReference & { readonly results: Results },
  ): Promise<{ readonly findings: readonly ComplianceFinding[]; readonly durationMs: number }> => {
    const started = ports.now();
    const primary = await primaryResult(ports, document.tenant, document.results);
    const findings: ComplianceFinding[] = [];
    if (primary) {
      const { category } = primary.classification;
      const { fields } = primary.extraction;
      if (category === 'purchase-order') await recordOrder(ports, document, fields);
      const rules = ports.taxonomy.complianceRules.filter((rule) =>
        rule.categories.includes(category),
      );
      const { text } = rules.length > 0 ? await loadDocumentText(ports)(document) : { text: '' };
      for (const rule of rules) findings.push(await checkOne(ports, document, rule, fields, text));
    }
    return { findings, durationMs: ports.now() - started };
  };
}

async function checkOne(
  { records }: Pick<Ports, 'records'>,
  { tenant }: DocumentReference,
  rule: Rule,
  fields: ExtractedFields,
  text: string,
): Promise<ComplianceFinding> {
  const named = textOf(fields['purchase_order_number']?.value);
  const order =
    rule.check.kind === 'matches-purchase-order' && named !== ''
      ? purchaseOrderSchema.safeParse(
          await records.get({ tenant, kind: 'purchase-order', id: orderId(named) }),
        )
      : null;
  return { rule: rule.id, ...checkRule(rule.check, { fields, text, order: order?.data ?? null }) };
}

/** The first document that bears a number keeps it; the same document may correct itself. */
async function recordOrder(
  { records }: Pick<Ports, 'records'>,
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
  const known = purchaseOrderSchema.safeParse(await records.get(key));
  if (!known.success || known.data.documentId === documentId) await records.put(key, order);
}

async function primaryResult(
  { records }: Pick<Ports, 'records'>,
  tenant: string,
  results: Results,
) {
  const stored = await records.get({ tenant, kind: 'switch', id: PRIMARY_SIDE_SWITCH });
  const wanted: Side = stored === null ? 'mlops' : primarySideSchema.parse(stored).primary;
  const other: Side = wanted === 'mlops' ? 'llmops' : 'mlops';
  const chosen = results[wanted].status === 'done' ? results[wanted] : results[other];
  return chosen.status === 'done' ? chosen : null;
}

/** "PO 2024/0117" and "po-2024-0117" are one order. */
export function orderId(number: string): string {
  return number.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

export function textOf(value: string | readonly string[] | undefined): string {
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}
