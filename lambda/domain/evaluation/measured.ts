import type { Answer } from '../llmops/answer/answer.ts';
import type { CharacterRange } from '../text/character-range.ts';

export interface MeasuredAnswer {
  /** `id` of `questions.jsonl`. */
  readonly id: string;
  readonly answer: Answer;
  /** Source text of each chunk that the answer cites. */
  readonly citedTexts: readonly string[];
  /** Null where nobody said what is right. */
  readonly gold: GoldAnswer | null;
}

/** What the right answer to a question is. */
export interface GoldAnswer {
  /** Kind of question, as the corpus names it; `clause` where it asks for a marked clause. */
  readonly kind: string;
  /** Null where only the evidence is known, or where the corpus does not say. */
  readonly answer: string | null;
  /** Passages that carry the answer, verbatim. */
  readonly evidence: readonly string[];
  /** False: the right reply is that there is no answer. */
  readonly answerable: boolean;
}

/** One question of the recall measure; see `clause-questions.ts`. */
export interface RetrievalQuestion {
  readonly id: string;
  /** `id` of the document, as in `labels.jsonl`. */
  readonly document: string;
  readonly documentId: string;
  /** What is asked: `<clause name>. <question>`, or the golden question itself. */
  readonly question: string;
  readonly clause: string | null;
  /** First characters of each marked span, located in the source text; empty: cannot be hit. */
  readonly targets: readonly CharacterRange[];
}

export interface MeasuredRetrieval {
  readonly question: RetrievalQuestion;
  /** Best first, with what was learned from the training corpus; null where nothing was learned. */
  readonly tuned: readonly CharacterRange[] | null;
  /** Best first, without it. */
  readonly untuned: readonly CharacterRange[];
}
