import type { TokenUsage } from '../../document/document.ts';
import { withoutMarks } from '../../gateway/answer-text.ts';
import type { Served } from '../../gateway/language-model-exchange.ts';
import type { Citation, GuardrailTrigger } from './answer.ts';
import type { RecordAnswer } from '../plan/record-answer.ts';
import type { AnswerSoFar } from './answer-in-making.ts';
import { groundingOf } from '../judge/grounding.ts';
import type { GuardrailUse } from './guardrail-use.ts';
import type { WithheldReason } from '../judge/judge-group.ts';

/** Who answered instead of the model that was asked. */
export type Fallback = 'none' | 'other-model' | 'cached' | 'extractive' | 'person';

/** What answering a question came to: the same whether or not somebody watched. */
export interface MadeAnswer {
  /**
   * `answered`: at least one sentence was released. `interrupted`: a failure ended it after that.
   * `blocked`: the guardrail, or the model itself, refused. `failed`: a person has to answer.
   */
  readonly status: 'answered' | 'no-answer' | 'blocked' | 'interrupted' | 'failed';
  /** Sentences with their marks, `[withheld]` where some were not released; or why there is none. */
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly withheld: readonly WithheldReason[];
  /** Share of the released content words that the quotes' sentences carry; null without an answer. */
  readonly grounding: number | null;
  readonly triggers: readonly GuardrailTrigger[];
  /** `extractive`, `records`, or the model's id. */
  readonly reader: string;
  readonly fallback: Fallback;
  /** Why a fallback answered, or what interrupted: `<name>: <message>`. */
  readonly cause: string | null;
  readonly usage: TokenUsage;
  /** Of the model; null where no price is known, or the reply broke off before it was counted. */
  readonly costUsd: number | null;
  readonly guardrailUse: GuardrailUse;
  /** What it was reckoned from, where extracted fields answered and no passage was read. */
  readonly records?: RecordAnswer | undefined;
  /** Milliseconds since the epoch; null where there was none. */
  readonly firstTokenAtMs: number | null;
  readonly firstReleaseAtMs: number | null;
}

/** What is the same of every answer that was not made. */
export const NOTHING_MADE = {
  citations: [],
  withheld: [],
  grounding: null,
  triggers: [],
  usage: { inputTokens: 0, outputTokens: 0 },
  guardrailUse: { calls: 0, textUnits: 0, groundingUnits: 0 },
  firstTokenAtMs: null,
  firstReleaseAtMs: null,
} as const;

/** What a reader sees when the passages hold no answer. */
export const NO_ANSWER = 'The documents that were found do not answer this question.';
/** What a reader sees when nothing could answer. */
export const FOR_PERSON =
  'No reader could answer this question just now. It was handed to a person for review.';
const MODEL_REFUSED = 'The model declined to answer this question.';
const SUSPECT_SOURCE: WithheldReason = 'suspect-source';
const REFUSAL = { policy: 'content', name: 'model-refusal', action: 'blocked', count: 1 } as const;

/** The result of what was made; `instead` says that a fallback made it, `interruption` what ended it. */
export function closedAnswer(closed: {
  readonly made: AnswerSoFar;
  readonly guardrailUse: GuardrailUse;
  /** What it was reckoned from, where extracted fields answered and no passage was read. */
  readonly records?: RecordAnswer | undefined;
  readonly interruption?: Error;
  readonly instead?: { readonly of: AnswerSoFar; readonly cause: Error };
}): MadeAnswer {
  const { made, guardrailUse, instead } = closed;
  const isRefused = made.stopReason === 'refused';
  const interruption =
    closed.interruption ??
    (isRefused && made.parts.length > 0 ? new Error(MODEL_REFUSED) : undefined);
  const ended = interruption ?? instead?.cause;
  const { withheld, firstTokenAtMs, firstReleaseAtMs } = made;
  const answer = shown(made, {
    isInterrupted: interruption !== undefined,
    isInstead: instead !== undefined,
  });
  const fallback = answer.status === 'failed' ? 'person' : 'extractive';
  return {
    ...answer,
    withheld,
    triggers: isRefused ? [...made.triggers, REFUSAL] : made.triggers,
    reader: made.served?.model ?? '',
    fallback: instead === undefined ? fallbackOf(made.served) : fallback,
    cause: ended === undefined ? null : `${ended.name}: ${ended.message}`,
    usage: (instead?.of ?? made).usage,
    costUsd: (instead?.of ?? made).costUsd,
    guardrailUse,
    firstTokenAtMs,
    firstReleaseAtMs,
  };
}

function shown(
  made: AnswerSoFar,
  how: { readonly isInterrupted: boolean; readonly isInstead: boolean },
): Pick<MadeAnswer, 'status' | 'text' | 'citations' | 'grounding'> {
  const nothing = { citations: [], grounding: null };
  if (made.parts.length > 0) {
    const text = made.parts.map((part) => part.text).join('');
    const citations = made.parts.flatMap((part) =>
      part.type === 'sentences' ? part.citations : [],
    );
    const released = made.parts.map((part) => (part.type === 'sentences' ? part.text : ''));
    const said = withoutMarks(released.join(''));
    const grounding = groundingOf(said, citations.map(({ quote }) => quote).join('\n'));
    const status = how.isInterrupted ? 'interrupted' : 'answered';
    return { status, text: text.trimEnd(), citations, grounding };
  }
  if (how.isInterrupted) return { status: 'interrupted', text: '', ...nothing };
  if (made.instead !== null) return { status: 'blocked', text: made.instead, ...nothing };
  if (made.stopReason === 'refused') return { status: 'blocked', text: MODEL_REFUSED, ...nothing };
  if (made.withheld.includes(SUSPECT_SOURCE)) {
    return { status: 'blocked', text: followedOrder(made), ...nothing };
  }
  if (how.isInstead) return { status: 'failed', text: FOR_PERSON, ...nothing };
  return { status: 'no-answer', text: NO_ANSWER, ...nothing };
}

/** Names the passages and what became of the answer. */
function followedOrder({ triggers }: AnswerSoFar): string {
  const chunks = triggers.filter(({ name }) => name === SUSPECT_SOURCE).map((one) => one.chunkId);
  return (
    'The answer rested on a sentence that may be an instruction to its reader and was not shown; look ' +
    `at what the document says: ${[...new Set(chunks)].join(', ')}.`
  );
}

function fallbackOf(served: Served | null): Fallback {
  if (served?.cached === true) return 'cached';
  return served?.fallback === true ? 'other-model' : 'none';
}
