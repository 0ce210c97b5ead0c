import * as z from 'zod';
import type { PortsOf } from '../../../capabilities.ts';
import { NotFoundError } from '../../../errors.ts';
import { lazily } from '../../../lazily.ts';
import { step } from '../../../step.ts';
import type { Answer, GuardrailTrigger, Interaction } from './answer.ts';
import {
  answerSchema,
  guardedInputSchema,
  interactionKey,
  madeAnswerSchema,
  openedSchema,
  openInteractionSchema,
} from './answer-steps.ts';
import { auditedAnswer } from './audited-answer.ts';
import { guardrailCostUsd } from './guardrail-use.ts';
import { FOR_PERSON, type MadeAnswer, NOTHING_MADE } from './made-answer.ts';
import { openInteractionKey } from './open-interactions.ts';

const inputSchema = lazily(() =>
  z.strictObject({
    ...interactionKey(),
    askedBy: z.string().nullable(),
    documentId: z.string().min(1).nullable(),
    input: guardedInputSchema(),
    /** Null, as the next, where the question was blocked. */
    opened: openedSchema().nullable(),
    made: madeAnswerSchema().nullable(),
    /** What ended the answering before anything was released; null where nothing did. */
    failure: z.strictObject({ Error: z.string(), Cause: z.string() }).nullable(),
  }),
);
type Closing = z.infer<ReturnType<typeof inputSchema>>;

/** A blocked question is not kept: what made it blocked may be the personal data in it. */
const NOT_KEPT = '(withheld: blocked by the guardrail)';

/**
 * Closes the record of a question: with what answered it, what was withheld, what it cost and how long it
 * took; or as blocked, interrupted or failed. A question that nobody could answer is handed to a person.
 * Running it twice closes once.
 * @throws NotFoundError where the question was let pass and its record is not open
 */
export const closeRecord = step({
  name: 'llmops-close-record',
  does: 'Closes the record of a question with its answer, guardrails and cost',
  input: inputSchema,
  output: answerSchema,
  touches: [
    'records.read:interaction',
    'records.write:interaction',
    'records.write:review',
    'records.remove:open-interaction',
    'audit',
    'metrics',
    'configuration',
    'settings.reader',
    'settings.prices',
    'settings.answerTime',
  ],
  run: (ports) => async (closing) => {
    const { tenant, interactionId: id } = closing;
    const key = { tenant, kind: 'interaction', id } as const;
    const present = await ports.records.get(key);
    const closed = answerSchema().safeParse(present);
    const answer = closed.success ? closed.data : await answerOf(ports, closing, present);
    if (!closed.success) await ports.records.put(key, answer);
    if (answer.status === 'failed') {
      const { askedAt, question, documentId, cause } = answer;
      const review = {
        subject: 'answer',
        id,
        status: 'open',
        askedAt,
        question,
        documentId,
        cause,
      };
      await ports.records.put({ tenant, kind: 'review', id }, review, { ifAbsent: true });
    }
    await ports.audit.append(auditedAnswer(answer));
    if (!closed.success) countClosed(ports.metrics, answer);
    if (closing.opened !== null) {
      await ports.records.remove(openInteractionKey(answer, ports.answerTime));
    }
    return answer;
  },
});

async function answerOf(
  ports: PortsOf<'configuration' | 'settings.reader' | 'settings.prices'> & {
    readonly now: () => number;
  },
  closing: Closing,
  present: unknown,
): Promise<Answer> {
  const { input, opened } = closing;
  const { triggers: found, firstTokenAtMs, firstReleaseAtMs, ...made } = madeOf(ports, closing);
  const askedAtMs = Date.parse(input.askedAt);
  const since = (atMs: number | null) => (atMs === null ? null : Math.max(0, atMs - askedAtMs));
  const triggers: GuardrailTrigger[] = [...input.triggers, ...(opened?.triggers ?? []), ...found];
  // A blocked question was never opened: what serves now blocked it a moment ago.
  const { guardrail } = opened?.configuration ?? (await ports.configuration.current());
  const { id, version } = guardrail;
  return {
    ...interactionOf(closing, present),
    ...made,
    ...withPlanning(made, opened?.planned),
    guardrail: { id, version, triggers },
    prompt: made.records === undefined ? (opened?.configuration.prompt ?? null) : null,
    guardrailCostUsd: guardrailCostUsd(made.guardrailUse, ports.prices),
    firstTokenMs: since(firstTokenAtMs),
    firstReleaseMs: since(firstReleaseAtMs),
    durationMs: Math.max(0, ports.now() - askedAtMs),
  };
}

/** What planning the question took is part of what its answer took. */
function withPlanning(
  { usage, costUsd }: Pick<MadeAnswer, 'usage' | 'costUsd'>,
  planned: NonNullable<Closing['opened']>['planned'] | undefined,
): Pick<MadeAnswer, 'usage' | 'costUsd'> {
  if (planned === undefined) return { usage, costUsd };
  return {
    usage: {
      inputTokens: usage.inputTokens + planned.usage.inputTokens,
      outputTokens: usage.outputTokens + planned.usage.outputTokens,
    },
    costUsd: costUsd === null || planned.costUsd === null ? null : costUsd + planned.costUsd,
  };
}

function interactionOf(closing: Closing, present: unknown): Interaction {
  const { tenant, interactionId, askedBy, documentId, input, opened } = closing;
  if (opened === null) {
    const none = { clause: null, retrieved: [], configuration: null };
    const { askedAt } = input;
    return { tenant, interactionId, askedBy, askedAt, question: NOT_KEPT, documentId, ...none };
  }
  const open = openInteractionSchema().safeParse(present);
  if (!open.success) {
    throw new NotFoundError(
      `interaction ${interactionId} must be open to be closed; run llmops-open-record before`,
      { cause: open.error },
    );
  }
  const { status: _status, ...interaction } = open.data;
  return interaction;
}

/** Of a blocked question: the guardrail's words. Of one whose answering failed: none. */
function madeOf(
  { reader }: PortsOf<'settings.reader'>,
  { input, made, failure }: Closing,
): MadeAnswer {
  if (made !== null) return made;
  return {
    ...NOTHING_MADE,
    status: failure === null ? 'blocked' : 'failed',
    text: failure === null ? input.text : FOR_PERSON,
    reader,
    fallback: failure === null ? 'none' : 'person',
    cause: failure === null ? null : `${failure.Error}: ${failure.Cause}`,
    costUsd: failure === null ? 0 : null,
  };
}

function countClosed(metrics: PortsOf<'metrics'>['metrics'], answer: Answer): void {
  const { status, reader, usage } = answer;
  metrics.count('Answers', 1, { status, reader });
  metrics.count('AnswerDurationMs', answer.durationMs, { reader });
  metrics.count('AnswerTokens', usage.inputTokens + usage.outputTokens, { reader });
  if (answer.costUsd !== null) metrics.count('AnswerCostUsd', answer.costUsd, { reader });
  const { firstReleaseMs } = answer;
  if (firstReleaseMs !== null) metrics.count('AnswerFirstReleaseMs', firstReleaseMs, { reader });
}
