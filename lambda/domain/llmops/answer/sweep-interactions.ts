import type { PortsOf } from '../../../capabilities.ts';
import { schedule } from '../../../step.ts';
import { PLATFORM_TENANT } from '../../document/tenant.ts';
import type { Answer, OpenInteraction } from './answer.ts';
import { answerSchema, openInteractionSchema } from './answer-steps.ts';
import { auditedAnswer } from './audited-answer.ts';
import { NOTHING_MADE } from './made-answer.ts';
import { openInteractionOf } from './open-interactions.ts';

const PAGE = 100;
const CAUSE = 'InterruptedError: whatever answered ended without closing the record';

/**
 * Closes as interrupted what nothing closed within the time of the longest answer: the process that
 * answered is gone. Running it twice, or beside an answer that closes just then, closes once.
 */
export const sweepInteractions = schedule({
  name: 'llmops-sweep-interactions',
  does: 'Closes the records of questions whose answering broke off',
  everyMinutes: 1,
  touches: [
    'records.read:open-interaction',
    'records.remove:open-interaction',
    'records.read:interaction',
    'records.write:interaction',
    'audit',
    'metrics',
    'configuration',
    'settings.reader',
  ],
  work: (ports) => async () => {
    const now = new Date(ports.now()).toISOString();
    const list = { tenant: PLATFORM_TENANT, kind: 'open-interaction', limit: PAGE } as const;
    let closed = 0;
    for (;;) {
      const { items } = await ports.records.list(list);
      const due = items.filter(({ id }) => openInteractionOf(id).until <= now);
      for (const { id } of due) {
        if (await closeInterrupted(ports, openInteractionOf(id))) closed += 1;
        await ports.records.remove({ tenant: PLATFORM_TENANT, kind: 'open-interaction', id });
      }
      // Ascending by time: what is not due now ends the list of what is.
      if (due.length < PAGE) return { closed };
    }
  },
});

type Sweeping = Parameters<(typeof sweepInteractions)['work']>[0];

async function closeInterrupted(
  ports: Sweeping,
  { tenant, interactionId: id }: { readonly tenant: string; readonly interactionId: string },
): Promise<boolean> {
  const key = { tenant, kind: 'interaction', id } as const;
  const present = await ports.records.get(key);
  const closed = answerSchema().safeParse(present);
  // Whoever closed it may have ended before its entry in the log.
  if (closed.success) await ports.audit.append(auditedAnswer(closed.data));
  const open = openInteractionSchema().safeParse(present);
  if (!open.success) return false;
  const answer = await interrupted(ports, open.data);
  await ports.records.put(key, answer);
  await ports.audit.append(auditedAnswer(answer));
  ports.metrics.count('Answers', 1, { status: answer.status, reader: answer.reader });
  return true;
}

async function interrupted(
  ports: PortsOf<'configuration' | 'settings.reader'> & { readonly now: () => number },
  { status: _status, ...interaction }: OpenInteraction,
): Promise<Answer> {
  const { firstTokenAtMs: _token, firstReleaseAtMs: _release, triggers, ...made } = NOTHING_MADE;
  const { guardrail } = interaction.configuration ?? (await ports.configuration.current());
  const { id, version } = guardrail;
  return {
    ...interaction,
    ...made,
    status: 'interrupted',
    text: '',
    reader: ports.reader,
    fallback: 'none',
    cause: CAUSE,
    costUsd: null,
    guardrail: { id, version, triggers },
    prompt: interaction.configuration?.prompt ?? null,
    guardrailCostUsd: null,
    firstTokenMs: null,
    firstReleaseMs: null,
    durationMs: Math.max(0, ports.now() - Date.parse(interaction.askedAt)),
  };
}
