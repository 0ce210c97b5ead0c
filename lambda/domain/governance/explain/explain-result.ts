import * as z from 'zod';
import type { PortsOf } from '../../../capabilities.ts';
import { NotFoundError } from '../../../errors.ts';
import { lazily } from '../../../lazily.ts';
import { documentRecordSchema } from '../../document/document.ts';
import { labelRecordSchema } from '../../document/label-document.ts';
import { PLATFORM_TENANT } from '../../document/tenant.ts';
import { answerSchema, openInteractionSchema } from '../../llmops/answer/answer-steps.ts';
import { loadPrompt, type StoredPrompt } from '../../llmops/answer/stored-prompt.ts';
import { explainAnswer, explainOpen, usedBy as usedByAnswer } from './explain-answer.ts';
import { explainDocument, usedBy as usedByDocument } from './explain-document.ts';
import { releaseApprovals } from './release-approvals.ts';
import type { Approval, Explanation } from './explanation.ts';

export const EXPLAIN_TOUCHES = [
  'records.read:interaction',
  'records.read:document',
  'records.read:label',
  'records.read:switch',
  'releases.read',
  'documents.read:prompt',
  'settings.prices',
  'settings.catalogue',
] as const;
type ExplainPorts = PortsOf<(typeof EXPLAIN_TOUCHES)[number]>;

const servingSchema = lazily(() =>
  z.object({ version: z.string(), approver: z.string(), approvedAt: z.string() }),
);

/**
 * Explains a past answer or the results of a document, by its id, from the records alone.
 * @throws NotFoundError where the tenant has neither
 */
export function explainResult(ports: ExplainPorts) {
  return async (tenant: string, id: string): Promise<Explanation> => {
    const interaction = await ports.records.get({ tenant, kind: 'interaction', id });
    if (interaction !== null) return ofInteraction(ports, tenant, interaction);
    const document = await ports.records.get({ tenant, kind: 'document', id });
    if (document === null) {
      throw new NotFoundError(
        `there must be an answer or a document of the id ${id}, and the tenant has none; ` +
          'ids stand under every answer and in the list of documents',
      );
    }
    const record = documentRecordSchema().parse(document);
    const label = await ports.records.get({ tenant, kind: 'label', id });
    const { prices, catalogue } = ports;
    return explainDocument({
      record,
      label: label === null ? null : labelRecordSchema().parse(label),
      approvals: await approvalsOf(ports, usedByDocument(record), null),
      prices,
      catalogue,
    });
  };
}

async function ofInteraction(
  ports: ExplainPorts,
  tenant: string,
  interaction: unknown,
): Promise<Explanation> {
  const open = openInteractionSchema().safeParse(interaction);
  if (open.success) return explainOpen(open.data);
  const answer = answerSchema().parse(interaction);
  const ids = [
    answer.documentId,
    ...answer.retrieved.map(({ documentId }) => documentId),
    ...(answer.records?.rows.map(({ documentId }) => documentId) ?? []),
  ].filter((id) => id !== null);
  return explainAnswer({
    answer,
    shown: await shownOf(ports, tenant, answer.interactionId),
    approvals: await approvalsOf(ports, usedByAnswer(answer), answer.askedAt),
    names: await namesOf(ports, tenant, [...new Set(ids)]),
  });
}

async function shownOf(
  { documents }: PortsOf<'documents.read:prompt'>,
  tenant: string,
  interactionId: string,
): Promise<StoredPrompt | null> {
  try {
    return await loadPrompt(documents, { tenant, interactionId });
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}

async function namesOf(
  { records }: PortsOf<'records.read:document'>,
  tenant: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all(
    ids.map(async (id) => {
      const record = documentRecordSchema().safeParse(
        await records.get({ tenant, kind: 'document', id }),
      );
      return record.success ? [[id, record.data.name] as const] : [];
    }),
  );
  return new Map(found.flat());
}

async function approvalsOf(
  ports: PortsOf<'records.read:switch' | 'releases.read'>,
  used: readonly string[],
  at: string | null,
): Promise<readonly Approval[]> {
  return [...(await modelApprovals(ports, used)), ...(await releaseApprovals(ports, used, at))];
}

/** Who made the model serve that serves now; what served before stands in the platform's log. */
async function modelApprovals(
  { records }: PortsOf<'records.read:switch'>,
  used: readonly string[],
): Promise<readonly Approval[]> {
  const key = { tenant: PLATFORM_TENANT, kind: 'switch', id: 'serving-model' } as const;
  const serving = servingSchema().safeParse(await records.get(key));
  if (!serving.success) return [];
  const { version, approver, approvedAt } = serving.data;
  return used
    .filter((name) => name === `model ${version}`)
    .map((of) => ({ of, by: [approver], at: approvedAt, record: 'switch/serving-model' }));
}
