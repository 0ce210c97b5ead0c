import type { ClauseWeights, Passage } from '../../lambda/domain/extractive/answer.ts';

/** A question with the passages that retrieval found for it, and what the labels say. */
export interface BenchQuestion {
  readonly id: string;
  readonly kind: string;
  readonly question: string;
  readonly passages: readonly Passage[];
  /** What was learned of the clause that it asks for. */
  readonly weights: ClauseWeights;
  /** Marked spans or evidence, verbatim; empty where the labels mark no place. */
  readonly spans: readonly string[];
  /** The golden short answer; null where there is none. */
  readonly value: string | null;
  /** False: the documents do not say, and the right reply is to refuse. */
  readonly answerable: boolean;
}
