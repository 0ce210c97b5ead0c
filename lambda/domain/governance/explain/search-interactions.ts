import type { PortsOf } from '../../../capabilities.ts';
import type { Answer, OpenInteraction } from '../../llmops/answer/answer.ts';
import { answerSchema, openInteractionSchema } from '../../llmops/answer/answer-steps.ts';

/** What an interaction must be to be found; what is left out is not looked at. */
export interface InteractionFilter {
  readonly by?: string | undefined;
  /** ISO 8601, both included. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly status?: string | undefined;
  readonly documentId?: string | undefined;
  /** `<name> v<version>`, or the beginning of a hash of a prompt or configuration. */
  readonly prompt?: string | undefined;
  /** Name or policy of what a guardrail objected to. */
  readonly guardrail?: string | undefined;
  readonly minCostUsd?: number | undefined;
}
export interface InteractionSummary {
  readonly interactionId: string;
  readonly askedAt: string;
  readonly askedBy: string | null;
  readonly question: string;
  readonly status: string;
  readonly kind: string | null;
  readonly reader: string | null;
  readonly costUsd: number | null;
  readonly triggers: number;
}

const PAGE = 200;
/** So many records are read in about a second; ids say nothing of time, so all are looked at. */
const MOST = 20_000;

/** Past questions of a tenant that meet the filter, the newest first. */
export function searchInteractions({
  records,
}: Pick<PortsOf<'records.read:interaction'>, 'records'>) {
  return async (
    tenant: string,
    filter: InteractionFilter,
    limit: number,
  ): Promise<{ readonly items: readonly InteractionSummary[]; readonly isAll: boolean }> => {
    const found: InteractionSummary[] = [];
    let looked = 0;
    let after: string | undefined;
    do {
      const next = after === undefined ? {} : { after };
      const page = await records.list({ tenant, kind: 'interaction', limit: PAGE, ...next });
      looked += page.items.length;
      for (const { value } of page.items) {
        const interaction = interactionOf(value);
        if (interaction !== null && meets(interaction, filter)) found.push(summaryOf(interaction));
      }
      after = page.next;
    } while (after !== undefined && looked < MOST);
    const items = found.toSorted((a, b) => (a.askedAt < b.askedAt ? 1 : -1)).slice(0, limit);
    return { items, isAll: after === undefined && items.length === found.length };
  };
}

/** Of a shape that this version does not know: null, it is listed by none. */
function interactionOf(value: unknown): Answer | OpenInteraction | null {
  const open = openInteractionSchema().safeParse(value);
  if (open.success) return open.data;
  const closed = answerSchema().safeParse(value);
  return closed.success ? closed.data : null;
}

function meets(one: Answer | OpenInteraction, filter: InteractionFilter): boolean {
  const { by, since = '', until, status, documentId, prompt, guardrail, minCostUsd } = filter;
  const closed = one.status === 'open' ? null : one;
  const used = one.configuration?.prompt;
  const hashes = [used?.hash, one.configuration?.hash].filter((hash) => hash !== undefined);
  const objected = closed?.guardrail.triggers ?? [];
  return (
    (by === undefined || one.askedBy === by) &&
    one.askedAt >= since &&
    (until === undefined || one.askedAt <= until) &&
    (status === undefined || one.status === status) &&
    (documentId === undefined || isAbout(one, documentId)) &&
    (prompt === undefined ||
      `${used?.name} v${used?.version}` === prompt ||
      hashes.some((hash) => hash.startsWith(prompt))) &&
    (guardrail === undefined ||
      objected.some(({ policy, name }) => policy === guardrail || name === guardrail)) &&
    (minCostUsd === undefined || (closed?.costUsd ?? -1) >= minCostUsd)
  );
}

function isAbout(one: Answer | OpenInteraction, documentId: string): boolean {
  const rows = one.status === 'open' ? [] : (one.records?.rows ?? []);
  return (
    one.documentId === documentId ||
    [...one.retrieved, ...rows].some((used) => used.documentId === documentId)
  );
}

function summaryOf(one: Answer | OpenInteraction): InteractionSummary {
  const { interactionId, askedAt, askedBy, question, status, kind = null } = one;
  const base = { interactionId, askedAt, askedBy, question, status, kind };
  if (one.status === 'open') return { ...base, reader: null, costUsd: null, triggers: 0 };
  const { reader, costUsd, guardrail } = one;
  return { ...base, reader, costUsd, triggers: guardrail.triggers.length };
}
