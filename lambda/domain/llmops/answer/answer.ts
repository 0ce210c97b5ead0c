import type { PromptVersion, TokenUsage } from '../../document/document.ts';
import type { CharacterRange } from '../../text/character-range.ts';
import type { QuestionKind } from '../plan/record-query.ts';
import type { MadeAnswer } from './made-answer.ts';

/** A piece of a document's text: at most `rag.chunkTokens`, never more than 300 words at 400 tokens. */
export interface Chunk {
  /** `<documentId>/<ordinal>`. */
  readonly chunkId: string;
  readonly documentId: string;
  readonly range: CharacterRange;
  /** What is embedded and searched: heading path and source text. */
  readonly text: string;
  /** Heading path, outermost first; empty where the document has none. */
  readonly headings: readonly string[];
}

/** A chunk as it is shown to a model: orders that it gives are left out, what may be one is marked. */
export interface ShownPassage extends Chunk {
  readonly shown: string;
  /** Sentences of `shown` that may be orders: no claim of an answer may rest on them alone. */
  readonly suspect: readonly CharacterRange[];
}

export interface RetrievedChunk {
  readonly chunkId: string;
  readonly documentId: string;
  readonly range: CharacterRange;
  /** Fused score, comparable within one retrieval only. */
  readonly score: number;
  /** Ranks in the two searches (1 is best); null where that search did not return it. */
  readonly vectorRank: number | null;
  readonly textRank: number | null;
  /** Ranks by its sentences, of those that were read again: the question's words, the clause's. */
  readonly wordingRank?: number | null;
  readonly clauseRank?: number | null;
}

export interface Citation {
  /** Number by which the answer's text cites it: `[2]`. */
  readonly mark: number;
  readonly chunkId: string;
  readonly documentId: string;
  readonly range: CharacterRange;
  /** The words of the source that support the answer. */
  readonly quote: string;
}

export interface GuardrailTrigger {
  readonly policy:
    | 'content'
    | 'prompt-attack'
    | 'topic'
    | 'pii'
    | 'grounding'
    | 'relevance'
    | 'word';
  readonly name: string;
  readonly action: 'blocked' | 'masked' | 'noted';
  readonly count: number;
  /** The chunk in which it stood, where it stood in one. */
  readonly chunkId?: string;
}

/** What decides how a question is answered; one hash names it. */
export interface AnswerConfiguration {
  /** SHA-256 over the rest but for the release, hexadecimal: what decided this answer. */
  readonly hash: string;
  /** Id of the release that said so; undefined in records that are older than releases. */
  readonly release?: string | undefined;
  readonly prompt: PromptVersion;
  /** Ids of the model that is asked, and of the one that follows it. */
  readonly models: readonly string[];
  readonly guardrail: { readonly id: string; readonly version: string };
  /** `rag` of the profile. */
  readonly rag: Readonly<Record<string, string | number>>;
}

/** Who asked what, what was found for it, and what was to answer it. */
export interface Interaction {
  readonly tenant: string;
  readonly interactionId: string;
  /** The caller's id in the user pool; null where there is no sign-in. */
  readonly askedBy: string | null;
  readonly askedAt: string;
  /** The question as the guardrail let it pass (PII masked). */
  readonly question: string;
  readonly documentId: string | null;
  /** The learned clause that the question was taken to ask for. */
  readonly clause: string | null;
  /** What kind of question it was taken for; absent where it was not planned. */
  readonly kind?: QuestionKind | undefined;
  /** `rules`, or the model that planned it. */
  readonly plannedBy?: string | undefined;
  /** The one document that it was taken to be about, asked on its page or named in words. */
  readonly about?: string | null | undefined;
  readonly retrieved: readonly RetrievedChunk[];
  /** Null where the question was blocked. */
  readonly configuration: AnswerConfiguration | null;
}

/** Kind `interaction` before anything is released; who stays open was never closed: it broke off. */
export interface OpenInteraction extends Interaction {
  readonly status: 'open';
}

/** The five governance questions are answered from this record (kind `interaction`). */
export interface Answer
  extends Interaction,
    Omit<MadeAnswer, 'triggers' | 'firstTokenAtMs' | 'firstReleaseAtMs'> {
  readonly guardrail: {
    readonly id: string;
    readonly version: string;
    readonly triggers: readonly GuardrailTrigger[];
  };
  readonly prompt: PromptVersion | null;
  readonly usage: TokenUsage;
  /** Of judging the answer; null where a price is unknown. */
  readonly guardrailCostUsd: number | null;
  /** Since the question came; null where nothing was said or released. */
  readonly firstTokenMs: number | null;
  readonly firstReleaseMs: number | null;
  /** Since the question came. */
  readonly durationMs: number;
}
