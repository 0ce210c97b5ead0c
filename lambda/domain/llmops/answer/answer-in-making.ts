import type { TokenUsage } from '../../document/document.ts';
import { citedPassages } from '../../gateway/answer-text.ts';
import type {
  LanguageModelEvent,
  Served,
  StopReason,
} from '../../gateway/language-model-exchange.ts';
import type { Citation, GuardrailTrigger } from './answer.ts';
import { cutSentences, isGroup, saysNotInDocuments } from './answer-sentences.ts';
import type { JudgedGroup, JudgeGroup, WithheldReason } from '../judge/judge-group.ts';

/** What a reader who waits is given, in order; the texts put together are the answer's text. */
export type ReleasedPart =
  | {
      readonly type: 'sentences';
      readonly text: string;
      readonly citations: readonly Citation[];
    }
  | { readonly type: 'withheld'; readonly text: string; readonly reason: WithheldReason };
/** Awaited before the next part; it must not throw. */
export type Release = (part: ReleasedPart) => void | Promise<void>;

/** Stands in the answer's text for sentences that were not released. */
export const WITHHELD_MARK = '[withheld]';

/** What became of a reply so far. */
export interface AnswerSoFar {
  readonly served: Served | null;
  /** From the first released part on; those withheld before it stand in front. */
  readonly parts: readonly ReleasedPart[];
  readonly withheld: readonly WithheldReason[];
  /** The guardrail's safe alternative where it blocked: it ends the answer. */
  readonly instead: string | null;
  readonly triggers: readonly GuardrailTrigger[];
  readonly usage: TokenUsage;
  readonly costUsd: number | null;
  readonly stopReason: StopReason | null;
  /** All that the model said: what is sent back where it is not in the form of an answer. */
  readonly said: string;
  /** True where it neither cites nor says that there is no answer: it is not in an answer's form. */
  readonly isWithoutMarks: boolean;
  /** By `now`. */
  readonly firstTokenAtMs: number | null;
  readonly firstReleaseAtMs: number | null;
}

export interface AnswerInMaking {
  /** A failure of what judges is thrown. */
  take(event: LanguageModelEvent): Promise<void>;
  /** After the last event: judges what is left. */
  end(): Promise<void>;
  isReleased(): boolean;
  soFar(): AnswerSoFar;
}

/**
 * Takes a model's events and makes an answer of them: cuts sentences, judges them in groups, releases
 * what passes. The first group is one sentence, for who waits; the others have `sentencesAGroup`. What
 * it makes does not depend on `release`, nor on how the text was cut into events. `served` voids what
 * came before, unless something of it was released.
 */
export function answerInMaking(about: Making): AnswerInMaking {
  let state = begun(null);
  // A reply that was sent back has been paid for.
  let spent: Spent | null = null;
  return {
    isReleased: () => state.firstReleaseAtMs !== null,
    soFar: () => ({ ...soFar(state), ...(spent ?? unspent(state.served)) }),
    end: () => judgeWhole(state, about, true),
    async take(event) {
      if (event.type === 'served') state = state.parts.length > 0 ? state : begun(event);
      else if (event.type === 'usage') spent = withUsage(spent, event);
      else if (event.type === 'stop') state.stopReason = event.reason;
      else if (event.type === 'text' && event.text !== '') {
        state.firstTokenAtMs ??= about.now();
        state.said += event.text;
        state.rest += event.text;
        await judgeWhole(state, about, false);
      }
    },
  };
}

interface Making {
  readonly judge: JudgeGroup;
  readonly sentencesAGroup: number;
  readonly release?: Release | undefined;
  readonly now: () => number;
}

/** Judges the groups that have become whole; at the end what is left too. */
async function judgeWhole(state: State, about: Making, isEnd: boolean): Promise<void> {
  const { sentences, rest } = cutSentences(state.rest, isEnd);
  state.rest = rest;
  for (const sentence of sentences) {
    state.group.push(sentence);
    const least = state.judged === 0 ? 1 : about.sentencesAGroup;
    if (isGroup(state.group, least)) await judge(state, about, state.group.splice(0));
  }
  if (!isEnd) return;
  // What follows the last mark must not draw what stands before it along.
  const cited = state.group.findLastIndex((one) => citedPassages(one).length > 0) + 1;
  await judge(state, about, state.group.splice(0, cited));
  await judge(state, about, state.group.splice(0));
}

async function judge(state: State, about: Making, sentences: readonly string[]): Promise<void> {
  const saysNothing = saysNotInDocuments(sentences.at(-1) ?? '');
  if (saysNothing) state.saysNothing = true;
  const group = saysNothing ? sentences.slice(0, -1) : sentences;
  const isEmpty = saysNothing && citedPassages(group.join('')).length === 0;
  if (state.instead !== null || isEmpty || group.every((one) => one.trim() === '')) return;
  const judged = await about.judge(group);
  for (const part of settle(state, group, judged)) {
    state.firstReleaseAtMs ??= about.now();
    state.parts.push(part);
    await about.release?.(part);
  }
}

type State = ReturnType<typeof begun>;

function begun(served: Served | null) {
  return {
    served,
    said: '',
    rest: '',
    group: [] as string[],
    judged: 0,
    /** The model said that the documents hold no answer. */
    saysNothing: false,
    pending: [] as ReleasedPart[],
    parts: [] as ReleasedPart[],
    withheld: [] as WithheldReason[],
    triggers: [] as GuardrailTrigger[],
    instead: null as string | null,
    stopReason: null as StopReason | null,
    firstTokenAtMs: null as number | null,
    firstReleaseAtMs: null as number | null,
  };
}

/** The parts that may go out now: none before the first sentence that passes. */
function settle(
  state: State,
  group: readonly string[],
  judged: JudgedGroup,
): readonly ReleasedPart[] {
  state.judged += 1;
  state.triggers.push(...judged.triggers);
  const isFirst = state.parts.length === 0 && state.pending.length === 0;
  if (judged.verdict === 'withheld') {
    state.withheld.push(judged.reason);
    state.instead = judged.instead;
    const before = /^\s*/.exec(group.join(''))?.[0] ?? '';
    const text = `${isFirst ? '' : before}${WITHHELD_MARK}`;
    state.pending.push({ type: 'withheld', text, reason: judged.reason });
    return state.parts.length === 0 ? [] : state.pending.splice(0);
  }
  const text = isFirst ? judged.text.trimStart() : judged.text;
  const { citations } = judged;
  return [...state.pending.splice(0), { type: 'sentences', text, citations }];
}

function soFar(state: State): Omit<AnswerSoFar, keyof Spent> {
  const { group: _group, rest: _rest, pending: _pending, judged: _judged, ...rest } = state;
  const { saysNothing, ...made } = rest;
  const hasCited = made.parts.length > 0 || made.withheld.some((why) => why !== 'no-citation');
  return { ...made, isWithoutMarks: !saysNothing && !hasCited };
}

type Spent = Pick<AnswerSoFar, 'usage' | 'costUsd'>;
const NO_TOKENS = { inputTokens: 0, outputTokens: 0 };

/** A call that was refused costs nothing; what a reply that broke off has cost is not known. */
function unspent(served: Served | null): Spent {
  return { usage: NO_TOKENS, costUsd: served === null ? 0 : null };
}

function withUsage(
  before: Spent | null,
  one: Extract<LanguageModelEvent, { readonly type: 'usage' }>,
): Spent {
  const { usage, costUsd } = before ?? { usage: NO_TOKENS, costUsd: 0 };
  return {
    usage: {
      inputTokens: usage.inputTokens + one.inputTokens,
      outputTokens: usage.outputTokens + one.outputTokens,
    },
    costUsd: costUsd === null || one.costUsd === null ? null : costUsd + one.costUsd,
  };
}
