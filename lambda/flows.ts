import type { DocumentReference } from './domain/document/document.ts';
import type { Answer } from './domain/llmops/answer.ts';

/** What the HTTP areas start; the composition says how (local flow runner, Step Functions). */
export interface Flows {
  /** Starts the document flow and does not wait; the same document twice is one execution. */
  startDocumentFlow(document: DocumentReference): Promise<void>;
  /**
   * Runs the answer flow to its end; `onStep` is told of each step as it begins.
   * @throws LimitExceededError, UnavailableError (the caller says when to try again)
   */
  answerQuestion(question: FlowQuestion, onStep?: OnAnswerStep): Promise<Answer>;
}
/** The tasks of `answer-flow.asl.json`, in their order. */
export type AnswerStep =
  | 'llmops-guard-input'
  | 'llmops-retrieve-chunks'
  | 'llmops-render-prompt'
  | 'llmops-generate-answer'
  | 'llmops-guard-output'
  | 'llmops-record-answer';
export type OnAnswerStep = (step: AnswerStep) => void;
/** Input of the answer flow. */
export interface FlowQuestion {
  readonly tenant: string;
  readonly interactionId: string;
  readonly question: string;
  /** Only chunks of this document; null searches all of the tenant. */
  readonly documentId: string | null;
  /** Name of the clause that is looked for, where the question is about one. */
  readonly clause: string | null;
}
