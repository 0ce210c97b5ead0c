import type { PromptVersion, TokenUsage } from '../document/document.ts';
import type { CharacterRange } from '../text/character-range.ts';

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

export interface RetrievedChunk {
  readonly chunkId: string;
  readonly documentId: string;
  readonly range: CharacterRange;
  /** Fused score, comparable within one retrieval only. */
  readonly score: number;
  /** Ranks in the two searches (1 is best); null where that search did not return it. */
  readonly vectorRank: number | null;
  readonly textRank: number | null;
}

export interface Citation {
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

/** The five governance questions are answered from this record (kind `interaction`). */
export interface Answer {
  readonly tenant: string;
  readonly interactionId: string;
  readonly askedAt: string;
  /** The question as the guardrail let it pass (PII masked). */
  readonly question: string;
  readonly documentId: string | null;
  readonly status: 'answered' | 'no-answer' | 'blocked' | 'failed';
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly retrieved: readonly RetrievedChunk[];
  readonly guardrail: {
    readonly id: string;
    readonly version: string;
    readonly triggers: readonly GuardrailTrigger[];
  };
  readonly prompt: PromptVersion | null;
  /** `extractive`, or the model's id. The local reader is extractive, not a language model. */
  readonly reader: string;
  readonly fallback: 'none' | 'other-model' | 'cached' | 'extractive' | 'person';
  readonly usage: TokenUsage;
  /** Null where no price is known for the model. */
  readonly costUsd: number | null;
  readonly durationMs: number;
}
